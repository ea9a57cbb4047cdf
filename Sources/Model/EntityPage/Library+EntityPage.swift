import Foundation
import GRDB

extension Library {
  /// The page of an entity; `nil` if the library does not have it.
  ///
  /// It reads no text, and as many rows for an entity in every second article as for a rare one.
  ///
  /// - Parameters:
  ///   - id: The number of the entity.
  ///   - order: The order of its articles.
  ///   - columns: The most columns of its histogram.
  ///   - companions: The most companions to list.
  public func entityPage(
    _ id: EntityID, order: ArticleOrder, columns: Int = 24, companions: Int = 12
  ) throws -> EntityPage? {
    try read { db in
      guard let entity = try Self.entity(id, db) else { return nil }
      let catalog = try catalog(db, order)
      let facts = try facts(db)
      let articles = try Self.articles(mentioning: id.rawValue, db)
      let rows = articles.compactMap(catalog.importRow)
      var page = EntityPage(
        entity: entity, mentionCount: entity.mentionCount,
        articles: catalog.places(ofImported: rows, order: order))
      for row in rows { page.articleCounts[facts.languages[row], default: 0] += 1 }
      let dates = rows.map { facts.dates[$0] }
      page.histogram = DateHistogram(dates, limit: columns)
      let known = dates.compactMap { $0 }
      let stated = known.filter { $0.origin == .stated }
      let seen = stated.isEmpty ? known : stated
      page.firstSeen = seen.min { $0.seconds < $1.seconds }
      page.lastSeen = seen.max { $0.seconds < $1.seconds }
      page.companions = try CompanionFinder(of: id, in: articles, catalog: catalog, db)
        .companions(limit: companions)
      return page
    }
  }
}
