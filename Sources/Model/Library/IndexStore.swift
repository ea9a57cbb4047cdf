import Foundation
import GRDB

/// Makes the full-text indexes anew from the articles and entities.
struct IndexStore {
  let db: Database

  /// Whether the indexes were made with the folding that the program searches with.
  static func isCurrent(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT folding FROM tally") == Folding.version
  }

  /// Fills emptied indexes.
  func rebuild() throws {
    for index in ["title_index", "body_index", "name_index"] {
      try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
    }
    let bodies = try Row.fetchCursor(db, sql: "SELECT article, text, layout FROM body")
    while let row = try bodies.next() {
      try insert(article: row[0], IndexedFields(storedText: row[1], layout: row[2]))
    }
    let entities = try Row.fetchCursor(db, sql: "SELECT id, names FROM entity")
    while let row = try entities.next() {
      try insert(entity: row[0], names: row[1])
    }
    try db.execute(
      sql: "UPDATE tally SET folding = ?, generation = generation + 1",
      arguments: [Folding.version])
  }

  /// Puts an article in.
  func insert(article id: Int64, _ fields: IndexedFields) throws {
    try db.cachedStatement(sql: "INSERT INTO title_index (rowid, title) VALUES (?, ?)")
      .execute(arguments: [id, fields.title])
    try db.cachedStatement(sql: "INSERT INTO body_index (rowid, body) VALUES (?, ?)")
      .execute(arguments: [id, fields.body])
  }

  /// Takes an article out; the indexes have to be told what they were given.
  func delete(article id: Int64) throws {
    let statement = try db.cachedStatement(sql: "SELECT text, layout FROM body WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return }
    let fields = try IndexedFields(storedText: row[0], layout: row[1])
    try db.cachedStatement(
      sql: "INSERT INTO title_index (title_index, rowid, title) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, fields.title])
    try db.cachedStatement(
      sql: "INSERT INTO body_index (body_index, rowid, body) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, fields.body])
  }

  /// Puts an entity's packed names in.
  func insert(entity id: Int64, names: Data) throws {
    try db.cachedStatement(sql: "INSERT INTO name_index (rowid, names) VALUES (?, ?)")
      .execute(arguments: [id, Self.lines(of: names)])
  }

  /// Takes an entity's packed names out.
  func delete(entity id: Int64, names: Data) throws {
    try db.cachedStatement(
      sql: "INSERT INTO name_index (name_index, rowid, names) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, Self.lines(of: names)])
  }

  /// The names of an entity, a line each.
  private static func lines(of names: Data) throws -> String {
    var reader = PackedReader(names)
    return try reader.readNames().map(\.text).joined(separator: "\n")
  }
}

extension IndexedFields {
  /// Takes them from an article as it is stored.
  init(storedText string: String, layout: Data) throws {
    let text = ScalarText(string)
    self.init(text, try ArticleLayout(layout, count: text.count).paragraphs)
  }
}
