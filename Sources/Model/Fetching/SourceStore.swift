import Foundation
import GRDB

/// What a library remembers of its sources: when and how each was fetched, and which items it gave.
struct SourceStore {
  let db: Database

  /// An item of a source that the library has.
  struct Item: Hashable {
    /// Its place in the source, which stays.
    var line: Int
    /// What its text was.
    var digest: ItemDigest
  }

  /// What is known of a source; of a new one nothing.
  func state(of target: String) throws -> SourceState {
    try text("state", target).flatMap { try? JSONDecoder().decode(SourceState.self, from: $0) }
      ?? SourceState()
  }

  /// The keys that items of a source share, which therefore identify none of them.
  func repeated(in target: String) throws -> Set<String> {
    try text("repeated", target).flatMap {
      try? JSONDecoder().decode(Set<String>.self, from: $0)
    } ?? []
  }

  private func text(_ column: String, _ target: String) throws -> Data? {
    try String.fetchOne(
      db, sql: "SELECT \(column) FROM source WHERE target = ?", arguments: [target]
    ).map { Data($0.utf8) }
  }

  /// Notes what is known of a source.
  func write(_ state: SourceState, of target: String) throws {
    try write("state", state, target)
  }

  /// Notes the keys that items of a source share.
  func write(repeated keys: Set<String>, in target: String) throws {
    try write("repeated", keys.sorted(), target)
  }

  private func write(_ column: String, _ value: some Encodable, _ target: String) throws {
    let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO source (target, \(column)) VALUES (?, ?)
        ON CONFLICT (target) DO UPDATE SET \(column) = excluded.\(column)
        """, arguments: [target, text])
  }

  /// The item that one of some keys leads to, the surest first.
  func item(_ keys: [String], of target: String) throws -> Item? {
    let statement = try db.cachedStatement(
      sql: "SELECT line, digest FROM item WHERE target = ? AND key = ?")
    for key in keys {
      guard let row = try Row.fetchOne(statement, arguments: [target, key]) else { continue }
      let digest = try JSONDecoder().decode(
        ItemDigest.self, from: Data(row.decode(String.self, forColumn: "digest").utf8))
      return Item(line: try row.decode(Int.self, forColumn: "line"), digest: digest)
    }
    return nil
  }

  /// The article that another source has under the same link.
  func article(linked link: String, besides target: String) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT place.article FROM item
        JOIN file ON file.path = item.target
        JOIN place ON place.file = file.id AND place.line = item.line
        WHERE item.key = ? AND item.target != ? LIMIT 1
        """, arguments: ["link:" + link, target])
  }

  /// The place of the next new item of a source.
  func nextLine(of target: String) throws -> Int {
    try
      (Int.fetchOne(db, sql: "SELECT max(line) FROM item WHERE target = ?", arguments: [target])
      ?? 0) + 1
  }

  /// Notes an item under all its keys.
  func write(_ item: Item, keys: [String], of target: String) throws {
    let digest = String(decoding: try JSONEncoder().encode(item.digest), as: UTF8.self)
    for key in keys {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO item (target, key, line, digest) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [target, key, item.line, digest])
    }
  }

  /// Forgets a source; its articles stay, unless they are to go with it.
  ///
  /// - Returns: How many articles went.
  func remove(_ target: String, withArticles: Bool) throws -> Int {
    try db.execute(sql: "DELETE FROM source WHERE target = ?", arguments: [target])
    try db.execute(sql: "DELETE FROM item WHERE target = ?", arguments: [target])
    guard withArticles else { return 0 }
    // What a person starred stays.
    try db.execute(
      sql: """
        DELETE FROM place WHERE file IN (SELECT id FROM file WHERE path = ?)
        AND article NOT IN (SELECT article FROM star)
        """, arguments: [target])
    let store = ArticleStore(db: db, keepsCopies: false)
    let count = try store.sweep()
    if count > 0 { try store.noteChange(difference: -count) }
    return count
  }
}

extension Library {
  /// What is known of a source from fetching it.
  public func state(ofSource target: String) throws -> SourceState {
    try read { try SourceStore(db: $0).state(of: target) }
  }

  /// Notes what is known of a source.
  public func write(_ state: SourceState, ofSource target: String) throws {
    try write { try SourceStore(db: $0).write(state, of: target) }
  }

  /// Forgets a source; says how many of its articles went with it.
  public func removeSource(_ target: String, withArticles: Bool) throws -> Int {
    try write { try SourceStore(db: $0).remove(target, withArticles: withArticles) }
  }

  /// How many articles of a source there are, and how many of them are unread.
  public func counts(ofSource target: String) throws -> (articles: Int, unread: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS articles, count(*) - coalesce(sum(reading.isRead), 0) AS unread
          FROM place JOIN file ON file.id = place.file
          LEFT JOIN reading ON reading.article = place.article
          WHERE file.path = ?
          """, arguments: [target])
      guard let row else { return (0, 0) }
      return (
        try row.decode(Int.self, forColumn: "articles"),
        try row.decode(Int.self, forColumn: "unread")
      )
    }
  }
}
