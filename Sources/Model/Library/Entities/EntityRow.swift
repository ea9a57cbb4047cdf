import Foundation
import GRDB

/// An entity as it is written.
struct EntityRow: Hashable {
  var id: Int64
  var kind: String
  var names: Data
  var articles: Data

  /// Packs an entity.
  init(_ sketch: EntitySketch, id: Int64, articles: Data) {
    self.id = id
    kind = sketch.kind.rawValue
    var writer = PackedWriter()
    writer.write(names: sketch.names)
    names = Data(writer.bytes)
    self.articles = articles
  }

  /// Reads an entity's row: number, kind, names, articles.
  init(row: Row) throws {
    id = try row.decode(atIndex: 0)
    kind = try row.decode(atIndex: 1)
    names = try row.decode(atIndex: 2)
    articles = try row.decode(atIndex: 3)
  }

  /// The entity of a number.
  static func fetch(_ id: Int64, _ db: Database) throws -> EntityRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, kind, names, articles FROM entity WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(EntityRow.init(row:))
  }

  /// Puts the entity in the place of the one that has its number, and what is searched with it.
  func replace(_ former: EntityRow?, _ db: Database) throws {
    guard former != self else { return }
    if try former?.spellings() != spellings() {
      if let former { try IndexStore(db: db).delete(entity: id, names: former.names) }
      try IndexStore(db: db).insert(entity: id, names: names)
    }
    let sql =
      former == nil
      ? "INSERT INTO entity (kind, names, articles, id) VALUES (?, ?, ?, ?)"
      : "UPDATE entity SET kind = ?, names = ?, articles = ? WHERE id = ?"
    try db.cachedStatement(sql: sql).execute(arguments: [kind, names, articles, id])
  }

  /// The names without their counts.
  private func spellings() throws -> [String] {
    var reader = PackedReader(names)
    return try reader.readNames().map(\.text)
  }

  /// Takes the entity out, and what is searched with it.
  func delete(_ db: Database) throws {
    try IndexStore(db: db).delete(entity: id, names: names)
    try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?").execute(arguments: [id])
  }
}
