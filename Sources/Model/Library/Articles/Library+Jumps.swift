import Foundation
import GRDB

extension Library {
  /// The next article after `id` in an order that mentions `entity`, from the end on at the
  /// beginning; `nil` where no other does.
  public func nextArticle(
    mentioning entity: EntityID, after id: ArticleID, order: ArticleOrder
  ) throws -> (place: ArticlePlace, wrapped: Bool)? {
    try article(mentioning: entity, from: id, order: order) { $0 }
  }

  /// The article before `id` in an order that mentions `entity`, from the beginning on at the end;
  /// `nil` where no other does.
  public func previousArticle(
    mentioning entity: EntityID, before id: ArticleID, order: ArticleOrder
  ) throws -> (place: ArticlePlace, wrapped: Bool)? {
    try article(mentioning: entity, from: id, order: order) { -$0 }
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

  /// The article that stands nearest behind `id` where `sign` turns rows so that behind is greater.
  private func article(
    mentioning entity: EntityID, from id: ArticleID, order: ArticleOrder, sign: (Int) -> Int
  ) throws -> (place: ArticlePlace, wrapped: Bool)? {
    try read { db in
      let catalog = try catalog(db, order)
      guard let here = catalog.row(of: id.rawValue, order: order) else { return nil }
      var behind: ArticlePlace?
      var first: ArticlePlace?
      for other in try Self.articles(mentioning: entity.rawValue, db) where other != id.rawValue {
        guard let row = catalog.row(of: other, order: order) else { continue }
        let place = ArticlePlace(id: ArticleID(rawValue: other), index: row)
        if sign(row) > sign(here), behind.map({ sign(row) < sign($0.index) }) ?? true {
          behind = place
        }
        if first.map({ sign(row) < sign($0.index) }) ?? true { first = place }
      }
      if let behind { return (behind, false) }
      return first.map { ($0, true) }
    }
  }

  /// The articles that mention an entity, in order of import.
  static func articles(mentioning entity: Int64, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT articles FROM entity WHERE id = ?")
    guard let data = try Data.fetchOne(statement, arguments: [entity]) else { return [] }
    return try Postings.articles(in: data)
  }
}
