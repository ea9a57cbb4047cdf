import GRDB

/// How many mentions of an entity stand before each of its articles, in an order.
struct MentionCounts: Sendable {
  /// The entity, and the order of its articles.
  struct Key: Hashable, Sendable {
    var entity: EntityID
    var order: ArticleOrder
  }

  /// The entity and order counted.
  let key: Key
  /// By article, how many mentions stand before it; behind the last stands how many there are.
  let before: [Int]

  /// Counts the mentions of an entity in articles in their order.
  init(_ key: Key, in articles: [ArticlePlace], _ db: Database) throws {
    self.key = key
    var before = [0]
    before.reserveCapacity(articles.count + 1)
    var total = 0
    let clusters = try ClusterStore(db: db).identifiers(of: key.entity.rawValue)
    for place in articles {
      total += try Self.count(of: key.entity, clusters, in: place.id.rawValue, db)
      before.append(total)
    }
    self.before = before
  }

  /// How many mentions there are.
  var total: Int { before.last ?? 0 }

  /// The index of the article in which a mention stands.
  func article(of mention: Int) -> Int {
    before.partitioningIndex { $0 > mention } - 1
  }

  /// How many mentions of an entity, which has certain clusters, an article has; its text is read for it
  /// only where the reader hid some of its names.
  static func count(
    of entity: EntityID, _ clusters: Set<Int64>, in article: Int64, _ db: Database
  ) throws -> Int {
    if try HiddenNames.areAny(in: article, db) {
      return try Library.linkedMentions(of: article, length: .max, db)
        .count { $0.entity == entity }
    }
    let statement = try db.cachedStatement(
      sql: "SELECT mentions, clusters FROM extraction JOIN link USING (article) WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [article]) else { return 0 }
    var links = try PackedReader(row.decode(atIndex: 1))
    var locals = Set<Int>()
    for local in 0..<(try links.readCount()) where clusters.contains(try links.readSigned()) {
      locals.insert(local + 1)
    }
    var mentions = try PackedReader(row.decode(atIndex: 0))
    var count = 0
    for _ in 0..<(try mentions.readCount()) {
      _ = try mentions.readSigned()
      _ = try mentions.readInt()
      _ = try mentions.readByte()
      _ = try mentions.readInt()
      if locals.contains(try mentions.readInt()) { count += 1 }
    }
    return count
  }
}
