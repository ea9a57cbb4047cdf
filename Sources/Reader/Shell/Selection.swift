import Model

/// A walk through the hits of a search, over all articles that have any.
struct SearchTour: Hashable, Sendable {
  /// What was searched for.
  let query: SearchQuery
  /// The articles that were found.
  let hits: [SearchHit]
  /// How many articles were found in all, where the list of hits was cut off.
  let total: Int
  /// The article of the present stop.
  private(set) var hit: Int
  /// Which of that article's places the present stop is.
  private(set) var stop: Int = 0

  /// Makes a walk that starts at an article's first place.
  init(query: SearchQuery, results: SearchResults, hit: Int) {
    self.query = query
    hits = results.hits
    total = results.total
    self.hit = hit
  }

  /// The article of the present stop.
  var article: ArticleID { hits[hit].summary.id }

  /// The place of the present stop in its article; `nil` where only its heading was hit.
  var range: TextRange? {
    hits[hit].ranges.indices.contains(stop) ? hits[hit].ranges[stop] : nil
  }

  /// The number of the present stop and of all, as in "4/14"; a plus sign where there are more.
  var counter: String {
    let before = hits[..<hit].reduce(0) { $0 + stops($1) }
    let all = hits.reduce(0) { $0 + stops($1) }
    return "\(before + stop + 1)/\(all)\(total > hits.count ? "+" : "")"
  }

  /// Moves `distance` stops on, wrapping at the ends; tells whether it wrapped.
  mutating func move(by distance: Int) -> Bool {
    var wrapped = false
    for _ in 0..<abs(distance) {
      if distance > 0 {
        stop += 1
        if stop >= stops(hits[hit]) {
          stop = 0
          hit += 1
          if hit == hits.count {
            hit = 0
            wrapped = true
          }
        }
      } else {
        stop -= 1
        if stop < 0 {
          hit -= 1
          if hit < 0 {
            hit = hits.count - 1
            wrapped = true
          }
          stop = stops(hits[hit]) - 1
        }
      }
    }
    return wrapped
  }

  /// An article that was found by its heading alone is one stop.
  private func stops(_ hit: SearchHit) -> Int { max(1, hit.ranges.count) }
}

/// What lights up in the text and what n and N go through.
enum Selection: Hashable, Sendable {
  /// The mentions of an entity.
  case entity(EntityID)
  /// The hits of a search.
  case search(SearchTour)
}
