import Foundation
import GRDB

/// SQLite's FTS5 over the same titles and texts, with its own tokenizer and ranking.
struct PlainIndex {
  /// How long making the index took.
  let seconds: Double
  private let queue: DatabaseQueue

  /// Indexes the articles of the library in a file, in a temporary database.
  init(of path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA journal_mode = MEMORY")
    }
    let queue = try DatabaseQueue(path: "", configuration: configuration)
    self.queue = queue
    let start = ContinuousClock.now
    try queue.inDatabase { try $0.execute(sql: "ATTACH DATABASE ? AS articles", arguments: [path]) }
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE plain USING fts5(title, body, prefix='1 2 3');
          INSERT INTO plain (rowid, title, body)
          SELECT id, title, text FROM articles.article JOIN articles.body ON article = id;
          """)
    }
    seconds = Durations.milliseconds(ContinuousClock.now - start) / 1000
  }

  /// The first 40 by rank.
  func search(_ pattern: String) throws {
    try queue.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT rowid, title FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 40")
      _ = try Row.fetchAll(statement, arguments: [pattern])
    }
  }

  /// The pattern for a line as it stands, whose last word may go on; fields are beyond FTS5.
  static func pattern(of text: String) -> String? {
    let words = text.split(separator: " ")
    guard !words.isEmpty, !words.contains(where: { $0.contains(":") || $0.contains("\"") }),
      !words.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    return words.dropLast().map { "\"\($0)\"" }.joined(separator: " ")
      + " \"\(words.last ?? "")\"*"
  }
}
