import Model

extension ReindexProgress {
  /// How far the work is, in a few words: `indexing 4200 of 10131 articles  2310/s  0:03 left`.
  var text: String {
    let work =
      switch phase {
      case .indexing: "indexing"
      case .naming: "finding names in"
      case .linking, .finished: "joining names"
      }
    guard phase == .indexing || phase == .naming else { return work }
    let parts = [
      "\(work) \(articles) of \(total) articles", articlesPerSecond.map(Pace.rate),
      timeLeft.map(Pace.timeLeft),
    ]
    return parts.compactMap(\.self).joined(separator: "  ")
  }
}
