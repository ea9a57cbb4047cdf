import Foundation
import GRDB

extension Library {
  /// All of an article that the screen shows.
  public func content(of id: ArticleID) throws -> ArticleContent? {
    try read { try Self.content(of: id.rawValue, $0) }
  }

  /// An entity of the library.
  public func entity(_ id: EntityID) throws -> Entity? {
    try read { try Self.entity(id, $0) }
  }

  /// Some entities of the library; those it does not have are left out.
  public func entities(_ ids: some Sequence<EntityID>) throws -> [EntityID: Entity] {
    try read { db in
      var found: [EntityID: Entity] = [:]
      for id in ids where found[id] == nil { found[id] = try Self.entity(id, db) }
      return found
    }
  }

  /// The articles that were read from a path, in the order of its lines.
  public func articles(at path: String) throws -> [ArticleID] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT article FROM place JOIN file ON file.id = place.file
          WHERE path = ? ORDER BY line
          """, arguments: [path]
      ).map(ArticleID.init(rawValue:))
    }
  }

  /// Calls `body` for each article in order of import, with every place it was read from.
  ///
  /// All calls see the library as it was at the first.
  public func forEachArticle(
    _ body: (ArticleContent, [ArticleOrigin]) throws -> Void
  ) throws {
    // What `body` throws is not the library's error.
    var failure: (any Error)?
    try read { db in
      let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM article ORDER BY id")
      while failure == nil, let id = try ids.next() {
        guard let content = try Self.content(of: id, db) else { continue }
        let origins = try Self.origins(of: id, db)
        do { try body(content, origins) } catch { failure = error }
      }
    }
    if let failure { throw failure }
  }

  /// Calls `body` for each article in order of import, with every place it was read from; no text is
  /// read for it.
  public func forEachOrigin(_ body: (ArticleID, [ArticleOrigin]) -> Void) throws {
    try read { db in
      let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM article ORDER BY id")
      var last = Int64.min
      while let id = try ids.next() {
        // A page that stands in the place of another gives its rows twice.
        guard id > last else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        last = id
        body(ArticleID(rawValue: id), try Self.origins(of: id, db))
      }
    }
  }

  static func content(of id: Int64, _ db: Database) throws -> ArticleContent? {
    guard
      let summary = try summary(of: id, db), let article = try article(summary, db)
    else { return nil }
    let mentions = try linkedMentions(of: id, length: article.text.count, db)
    return ArticleContent(
      summary: summary, article: article, mentions: mentions,
      entities: try articleEntities(in: mentions, db))
  }

  /// The article that a summary is of.
  static func article(_ summary: ArticleSummary, _ db: Database) throws -> Article? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT text, layout, url, author, links
        FROM body LEFT JOIN credit USING (article) WHERE article = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [summary.id.rawValue]) else {
      return nil
    }
    let string: String = try row.decode(atIndex: 0)
    let text = ScalarText(string)
    let layout = try ArticleStructure(row.decode(atIndex: 1), count: text.count)
    var article = try Article(
      origin: summary.origin, text: text, paragraphs: layout.paragraphs, title: summary.title,
      language: summary.language, date: summary.date, source: summary.source,
      url: row.decode(atIndex: 2), offsets: layout.offsets, controls: layout.controls,
      repairs: layout.repairs)
    article.author = try row.decode(atIndex: 3)
    if let links: Data = try row.decode(atIndex: 4) {
      article.links = try ArticleLink.all(in: links, count: text.count)
    }
    return article
  }

  /// The mentions of an article whose text has `length` scalars; none where they are not resolved.
  static func linkedMentions(
    of id: Int64, length: Int, _ db: Database
  ) throws -> [LinkedMention] {
    try linkedMentions(of: id, length: length, db, owner: ClusterStore(db: db).owner(of:))
  }

  /// The same for one who reads many articles and knows whose the clusters are that came before.
  static func linkedMentions(
    of id: Int64, length: Int, _ db: Database, owner: (Int64) throws -> Int64?
  ) throws -> [LinkedMention] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT mentions, clusters FROM extraction JOIN link USING (article) WHERE article = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return [] }
    let clusters = try ClusterStore.clusters(in: row.decode(atIndex: 1))
    let store = ClusterStore(db: db)
    let owners = try clusters.map { try $0.flatMap(owner) }
    let hidden = try HiddenNames(in: id, db)
    return try PackedMention.all(in: row.decode(atIndex: 0), count: length).compactMap { packed in
      // A mention in doubt that other articles do not speak for is nobody's.
      guard let local = packed.local, clusters.indices.contains(local), let owner = owners[local],
        let cluster = clusters[local], try !hidden.contains(packed.mention, of: cluster, store)
      else { return nil }
      let id = EntityID(rawValue: owner)
      var mention = packed.mention
      if mention.confidence < NewsTagger.bound {
        mention.confidence = NewsTagger.bound
        mention.kind = try entity(id, db)?.kind ?? mention.kind
      }
      return LinkedMention(mention: mention, entity: id)
    }.sorted { $0.mention.range < $1.mention.range }
  }

  static func entity(_ id: EntityID, _ db: Database) throws -> Entity? {
    let statement = try db.cachedStatement(sql: "SELECT kind, names FROM entity WHERE id = ?")
    guard
      let row = try Row.fetchOne(statement, arguments: [id.rawValue]),
      let kind = EntityKind(rawValue: try row.decode(atIndex: 0))
    else { return nil }
    var names = try PackedReader(row.decode(atIndex: 1))
    return Entity(id: id, kind: kind, names: try names.readNames())
  }

  /// The entities that `mentions` name, the most mentioned first, then by first mention.
  private static func articleEntities(
    in mentions: [LinkedMention], _ db: Database
  ) throws -> [ArticleEntity] {
    var found: [EntityID: (count: Int, firstMention: Int)] = [:]
    for (index, mention) in mentions.enumerated() {
      found[mention.entity, default: (0, index)].count += 1
    }
    return try found.compactMap { id, seen in
      try entity(id, db).map {
        ArticleEntity(entity: $0, count: seen.count, firstMention: seen.firstMention)
      }
    }.sorted { ($1.count, $0.firstMention) < ($0.count, $1.firstMention) }
  }

  /// Every place an article was read from.
  private static func origins(of id: Int64, _ db: Database) throws -> [ArticleOrigin] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT path, line FROM place JOIN file ON file.id = place.file
        WHERE article = ? ORDER BY file.id, line
        """)
    return try Row.fetchAll(statement, arguments: [id]).map { row in
      let line: Int = try row.decode(atIndex: 1)
      return ArticleOrigin(path: try row.decode(atIndex: 0), line: line == 0 ? nil : line)
    }
  }
}
