import Foundation
import GRDB

extension Library {
  /// The next article after `id` in an order that mentions `entity`, from the end on at the
  /// beginning; `nil` where no other does.
  public func nextArticle(
    mentioning entity: EntityID, after id: ArticleID, order: ArticleOrder
  ) throws -> (place: ArticlePlace, wrapped: Bool)? {
    try read { db in
      let catalog = try catalog(db, order)
      guard let here = catalog.row(of: id.rawValue, order: order) else { return nil }
      var behind: ArticlePlace?
      var first: ArticlePlace?
      for other in try Self.articles(mentioning: entity.rawValue, db) where other != id.rawValue {
        guard let row = catalog.row(of: other, order: order) else { continue }
        let place = ArticlePlace(id: ArticleID(rawValue: other), index: row)
        if row > here, behind.map({ row < $0.index }) ?? true { behind = place }
        if first.map({ row < $0.index }) ?? true { first = place }
      }
      if let behind { return (behind, false) }
      return first.map { ($0, true) }
    }
  }

  /// The articles that mention an entity, by row of an order.
  public func articles(
    mentioning entity: EntityID, order: ArticleOrder
  ) throws -> [ArticlePlace] {
    try read { db in
      let catalog = try catalog(db, order)
      return try Self.articles(mentioning: entity.rawValue, db).compactMap { id in
        catalog.row(of: id, order: order).map {
          ArticlePlace(id: ArticleID(rawValue: id), index: $0)
        }
      }.sorted { $0.index < $1.index }
    }
  }

  /// The articles that mention an entity, in order of import.
  static func articles(mentioning entity: Int64, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT articles FROM entity WHERE id = ?")
    guard let data = try Data.fetchOne(statement, arguments: [entity]) else { return [] }
    return try Postings.articles(in: data)
  }
}
