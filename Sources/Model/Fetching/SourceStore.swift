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
    /// Whether the library has an article of it: it may have been left out, or removed since.
    var isPresent = true
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
      sql: """
        SELECT line, digest, EXISTS (
          SELECT 1 FROM file JOIN place ON place.file = file.id
          WHERE file.path = item.target AND place.line = item.line) AS isPresent
        FROM item WHERE target = ? AND key = ?
        """)
    for key in keys {
      guard let row = try Row.fetchOne(statement, arguments: [target, key]) else { continue }
      let digest = try JSONDecoder().decode(
        ItemDigest.self, from: Data(row.decode(String.self, forColumn: "digest").utf8))
      return Item(
        line: try row.decode(Int.self, forColumn: "line"), digest: digest,
        isPresent: try row.decode(Bool.self, forColumn: "isPresent"))
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

  /// The article that a source has under a link, or that was read from there.
  func article(at address: String) throws -> Int64? {
    let link = ItemIdentity.normalizedLink(address)
    return try article(linked: link, besides: "")
      ?? Int64.fetchOne(
        db,
        sql: "SELECT article FROM place JOIN file ON file.id = place.file WHERE path = ? LIMIT 1",
        arguments: [address])
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

  /// Notes what the sources of a list are called and which groups they are in, for queries.
  func note(_ sources: [Source]) throws {
    var known = try SourceName.all(db)
    for source in sources where known.removeValue(forKey: source.target) != source.listed {
      try db.execute(
        sql: """
          INSERT INTO source (target, name, folder) VALUES (?, ?, ?)
          ON CONFLICT (target) DO UPDATE SET name = excluded.name, folder = excluded.folder
          """, arguments: [source.target, source.displayName, source.group])
    }
    for target in known.keys {
      try db.execute(
        sql: "UPDATE source SET name = NULL, folder = NULL WHERE target = ?", arguments: [target])
    }
    // What queries have found by the former names does not hold any more.
    try ArticleStore(db: db, keepsCopies: false).noteChange(difference: 0)
  }

  /// The articles that a source gave, and those of them that are unread.
  ///
  /// Complexity: O(*n* log *m*) in its own *n* articles and all *m*.
  func articles(of target: String) throws -> (all: Set<ArticleID>, unread: Set<ArticleID>) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT place.article, coalesce(isRead, 0)
        FROM \(SourcePlaces.table) LEFT JOIN reading ON reading.article = place.article
        """)
    var all: Set<ArticleID> = []
    var unread: Set<ArticleID> = []
    let rows = try Row.fetchCursor(statement, arguments: SourcePlaces(of: target).arguments)
    while let row = try rows.next() {
      let id = ArticleID(rawValue: try row.decode(atIndex: 0))
      all.insert(id)
      if try !row.decode(Bool.self, atIndex: 1) { unread.insert(id) }
    }
    return (all, unread)
  }

  /// Forgets a source; its articles stay, unless they are to go with it.
  ///
  /// - Returns: How many articles went.
  func remove(_ target: String, withArticles: Bool) throws -> Int {
    try db.execute(sql: "DELETE FROM source WHERE target = ?", arguments: [target])
    try db.execute(sql: "DELETE FROM item WHERE target = ?", arguments: [target])
    guard withArticles else { return 0 }
    // What a person starred or noted stays.
    try db.execute(
      sql: """
        DELETE FROM place WHERE (file, line) IN (
          SELECT place.file, place.line FROM \(SourcePlaces.table)
          WHERE place.article NOT IN (
            SELECT article FROM star UNION SELECT article FROM article_note))
        """, arguments: SourcePlaces(of: target).arguments)
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

  /// Forgets a source; says how many of its articles went with it, whose names are taken back then.
  public func removeSource(
    _ target: String, withArticles: Bool, resolver: any Resolver
  ) throws -> Int {
    let count = try write { try SourceStore(db: $0).remove(target, withArticles: withArticles) }
    if count > 0 { try EntityStore(library: self, resolver: resolver).resolve() }
    return count
  }

  /// Notes what the sources of a list are called, so that queries find their articles by it.
  public func note(_ sources: [Source]) throws {
    let names = Dictionary(
      sources.map { ($0.target, $0.listed) }, uniquingKeysWith: { first, _ in first })
    guard !isReadOnly, try read(SourceName.all) != names else { return }
    try write { try SourceStore(db: $0).note(sources) }
  }

  /// The article that a source has under an address, or that was read from there.
  public func article(at address: String) throws -> ArticleID? {
    try read { try SourceStore(db: $0).article(at: address).map(ArticleID.init(rawValue:)) }
  }

  /// Some sources with what is known of them.
  public func overviews(of sources: [Source]) throws -> [SourceOverview] {
    try read { db in
      let store = SourceStore(db: db)
      return try sources.map { source in
        let articles = try store.articles(of: source.target)
        return SourceOverview(
          source: source, state: try store.state(of: source.target), articles: articles.all,
          unread: articles.unread)
      }
    }
  }
}

/// A source with what is known of it.
public struct SourceOverview: Hashable, Sendable {
  /// The source.
  public var source: Source
  /// What is known from fetching it.
  public var state: SourceState
  /// The articles that it gave, as far as the library has them.
  public var articles: Set<ArticleID>
  /// Those of them that are unread.
  public var unread: Set<ArticleID>

  /// Creates an overview.
  public init(
    source: Source, state: SourceState, articles: Set<ArticleID>, unread: Set<ArticleID>
  ) {
    self.source = source
    self.state = state
    self.articles = articles
    self.unread = unread
  }
}

extension Source {
  /// What it is called, and its group.
  fileprivate var listed: SourceName { SourceName(name: displayName, group: group) }
}
