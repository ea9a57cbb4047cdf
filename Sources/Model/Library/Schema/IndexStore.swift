import Foundation
import GRDB

/// Puts articles and entities into the full-text indexes and takes them out.
struct IndexStore {
  let db: Database
  /// What is added to the names of the indexes: they may be others than those in use.
  var suffix = ""

  /// Whether the indexes were made with the folding that the program searches with.
  static func isCurrent(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT folding FROM tally") == Folding.version
  }

  /// Puts an article in.
  func insert(article id: Int64, _ fields: IndexedFields) throws {
    try db.cachedStatement(sql: "INSERT INTO title_index\(suffix) (rowid, title) VALUES (?, ?)")
      .execute(arguments: [id, fields.title])
    try db.cachedStatement(sql: "INSERT INTO body_index\(suffix) (rowid, body) VALUES (?, ?)")
      .execute(arguments: [id, fields.body])
  }

  /// Takes an article out; the indexes have to be told what they were given.
  func delete(article id: Int64) throws {
    let statement = try db.cachedStatement(sql: "SELECT text, layout FROM body WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return }
    let fields = try IndexedFields(
      storedText: row.decode(atIndex: 0), layout: row.decode(atIndex: 1))
    try db.cachedStatement(
      sql: "INSERT INTO title_index (title_index, rowid, title) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, fields.title])
    try db.cachedStatement(
      sql: "INSERT INTO body_index (body_index, rowid, body) VALUES ('delete', ?, ?)"
    ).execute(arguments: [id, fields.body])
  }

  /// Puts an entity's packed names in.
  func insert(entity id: Int64, names: Data) throws {
    try db.cachedStatement(sql: "INSERT INTO name_index\(suffix) (rowid, names) VALUES (?, ?)")
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
    self.init(text, try ArticleStructure(layout, count: text.count).paragraphs)
  }
}

/// What FTS5 is asked to find.
enum FTSPattern {
  /// The pattern of folded words in a row, in UTF-8; they hold letters and digits alone.
  ///
  /// Of a prefix the last word may go on.
  static func phrase(_ words: [[UInt8]], isPrefix: Bool = false) -> String {
    let phrase = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "\"\(phrase)\"" + (isPrefix ? "*" : "")
  }
}
