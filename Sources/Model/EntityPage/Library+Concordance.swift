import GRDB

extension Library {
  /// In how many articles mentions are counted before the first of them are shown.
  private static let countedAtOnce = 2_000

  /// Some mentions of an entity, each in its line of text, by the rows of their articles.
  ///
  /// Only the articles of the requested rows are read. The first rows are found at once for any
  /// entity. Far down the mentions of one that tens of thousands of articles name, the first call
  /// counts the mentions of all of them, in about 4 µs each, and later calls reuse the counts.
  ///
  /// - Parameters:
  ///   - entity: The entity.
  ///   - rows: The requested mentions, counted from 0; rows out of range are left out.
  ///   - order: The order of its articles.
  public func concordance(
    of entity: EntityID, rows: Range<Int>, order: ArticleOrder
  ) throws -> Concordance {
    try read { db in
      let catalog = try catalog(db, order)
      let key = MentionCounts.Key(entity: entity, order: order)
      let slot = derived[MentionCounts.self]
      let imported = try Self.articles(mentioning: entity.rawValue, db)
        .compactMap(catalog.importRow)
      let articles = catalog.places(ofImported: imported, order: order)
      var counts = slot.value(at: catalog.generation).flatMap { $0.key == key ? $0 : nil }
      // Every article has a mention, so that rows this near the top are in as many articles.
      let isHigh = rows.upperBound <= Self.countedAtOnce
      if counts == nil, articles.count <= Self.countedAtOnce || !isHigh {
        let made = try MentionCounts(key, in: articles, db)
        slot.update(at: catalog.generation, from: made) { $0 = made }
        counts = made
      }
      let total = try counts?.total ?? Self.entity(entity, db)?.mentionCount ?? 0
      let first = counts.map { max($0.article(of: rows.lowerBound), 0) } ?? 0
      var number = counts.map { $0.before[min(first, articles.count)] } ?? 0
      var lines: [ConcordanceLine] = []
      let clusters = try ClusterStore(db: db).identifiers(of: entity.rawValue)
      for place in articles.dropFirst(first) {
        guard number < rows.upperBound else { break }
        let count = try MentionCounts.count(of: entity, clusters, in: place.id.rawValue, db)
        if number + count > rows.lowerBound {
          lines += try Self.lines(of: entity, in: place, from: number, db)
            .filter { rows.contains($0.number) }
        }
        number += count
      }
      return Concordance(total: total, lines: lines)
    }
  }

  /// The lines of all mentions of an entity in an article, the first of which has a number.
  private static func lines(
    of entity: EntityID, in place: ArticlePlace, from number: Int, _ db: Database
  ) throws -> [ConcordanceLine] {
    guard
      let summary = try summary(of: place.id.rawValue, db), let article = try article(summary, db)
    else { return [] }
    let mentions = try linkedMentions(of: place.id.rawValue, length: article.text.count, db)
      .filter { $0.entity == entity }
    return mentions.enumerated().map { index, linked in
      ConcordanceLine(
        number: number + index, place: place, language: article.language, date: article.date,
        source: article.source,
        mention: linked.mention, snippet: Snippet(of: article, around: linked.mention.range))
    }
  }
}
