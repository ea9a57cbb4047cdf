import Foundation
import GRDB

/// Joins the local entities of all articles and stores what comes of it.
struct EntityStore {
  let library: Library
  let resolver: any Resolver

  /// How many entities or links a transaction stores: whoever wants to write waits for it.
  private static let stride = 2000

  /// Resolves where articles changed since it was last done.
  ///
  /// The resolver works outside of any transaction, so that nobody waits for it, and what comes of it
  /// is stored in short ones. In their order no link ever speaks of an entity that is not there; where
  /// it is broken off, the next time does the rest.
  func resolve() throws {
    guard let snapshot = try library.read(Snapshot.init(ifNeeded:)) else { return }
    let entities = resolver.entities(from: snapshot.records)
      .sorted { $0.entity.id.rawValue < $1.entity.id.rawValue }
    let owners = snapshot.owners(in: entities)
    let (changed, gone) = try library.read { try Self.changes(to: entities, $0) }
    let links = try library.read { try Self.changes(to: owners, of: snapshot.articles, $0) }
    try inSteps(changed) { try Self.store(entities[$0], $1) }
    try inSteps(links) { index, db in
      // An article may have gone since the snapshot.
      let article = snapshot.articles[index]
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO link (article, entities)
          SELECT id, ? FROM article WHERE id = ?
          """
      ).execute(arguments: [Self.link(owners[article.records]), article.id])
    }
    try inSteps(gone, Self.remove)
    try library.write { db in
      // Articles that came meanwhile wait for the next time.
      try db.execute(
        sql: """
          UPDATE tally SET generation = generation + 1,
            isUnresolved = isUnresolved AND generation <> ?
          """, arguments: [snapshot.generation])
    }
  }

  private func inSteps<Element>(
    _ elements: [Element], _ body: (Element, Database) throws -> Void
  ) throws {
    for start in Swift.stride(from: 0, to: elements.count, by: Self.stride) {
      try library.write { db in
        for element in elements[start..<min(start + Self.stride, elements.count)] {
          try body(element, db)
        }
      }
    }
  }

  /// Which entities are new or changed, as indices, and which stored ones are gone.
  ///
  /// They are packed one at a time: all at once would take as much memory as joining them.
  private static func changes(
    to entities: [ResolvedEntity], _ db: Database
  ) throws -> (changed: [Int], gone: [Int64]) {
    var rest = entities.indices
    var changed: [Int] = []
    var gone: [Int64] = []
    let known = try Row.fetchCursor(
      db, sql: "SELECT id, kind, names, articles FROM entity ORDER BY id")
    while let row = try known.next() {
      let id: Int64 = row[0]
      while let next = rest.first, entities[next].entity.id.rawValue < id {
        changed.append(next)
        rest.removeFirst()
      }
      guard let next = rest.first, entities[next].entity.id.rawValue == id else {
        gone.append(id)
        continue
      }
      rest.removeFirst()
      let packed = PackedEntity(entities[next])
      if packed.kind != row[1] || packed.names != row[2] as Data
        || packed.articles != row[3] as Data
      {
        changed.append(next)
      }
    }
    return (changed + rest, gone)
  }

  /// Which articles' links are new or changed, as indices; those of articles that are gone went with
  /// them.
  private static func changes(
    to owners: [Int64], of articles: [Snapshot.Article], _ db: Database
  ) throws -> [Int] {
    var rest = articles.indices
    var changed: [Int] = []
    let known = try Row.fetchCursor(db, sql: "SELECT article, entities FROM link ORDER BY article")
    while let row = try known.next() {
      let article: Int64 = row[0]
      while let next = rest.first, articles[next].id < article {
        changed.append(next)
        rest.removeFirst()
      }
      guard let next = rest.first, articles[next].id == article else { continue }
      rest.removeFirst()
      if link(owners[articles[next].records]) != row[1] as Data { changed.append(next) }
    }
    return changed + rest
  }

  /// Writes an entity in the place of what was stored of it.
  private static func store(_ entity: ResolvedEntity, _ db: Database) throws {
    let packed = PackedEntity(entity)
    try remove(packed.id, db)
    try db.cachedStatement(
      sql: "INSERT INTO entity (id, kind, names, articles) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [packed.id, packed.kind, packed.names, packed.articles])
    try IndexStore(db: db).insert(entity: packed.id, names: packed.names)
  }

  /// Takes an entity out, where it is stored.
  private static func remove(_ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT names FROM entity WHERE id = ?")
    guard let names = try Data.fetchOne(statement, arguments: [id]) else { return }
    try IndexStore(db: db).delete(entity: id, names: names)
    try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?").execute(arguments: [id])
  }

  /// The bytes that say whose an article's local entities are.
  private static func link(_ owners: ArraySlice<Int64>) -> Data {
    var writer = PackedWriter()
    writer.write(owners.count)
    for owner in owners { writer.writeSigned(owner) }
    return Data(writer.bytes)
  }
}

/// The local entities of all articles at one generation of the library.
private struct Snapshot {
  /// An article that has local entities.
  struct Article {
    var id: Int64
    /// Where they stand among all.
    var records: Range<Int>
  }

  var generation: Int64
  /// All local entities, those of an article together.
  var records: [LocalEntityRecord] = []
  /// The articles by ascending number.
  var articles: [Article] = []

  /// The number of local entities that an article may have; the key has room for no more.
  static let limit = 1 << 16

  /// Reads the snapshot; `nil` where everything is resolved.
  init?(ifNeeded db: Database) throws {
    let isUnresolved = try Bool.fetchOne(db, sql: "SELECT isUnresolved FROM tally") ?? false
    guard isUnresolved else { return nil }
    generation = try Library.generation(db)
    // Most names come up in many articles: equal bytes share one array.
    var shared: [Data: [NameForm]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT article, locals FROM extraction ORDER BY article")
    while let row = try rows.next() {
      let article: Int64 = row[0]
      var reader = PackedReader(row[1])
      let start = records.count
      for index in 0..<min(try reader.readCount(), Self.limit) {
        let kind = try EntityKind(code: reader.readByte())
        let names = try reader.readNames(sharing: &shared)
        records.append(
          LocalEntityRecord(
            key: article << 16 | Int64(index), article: article, kind: kind, names: names))
      }
      if start < records.count {
        articles.append(Article(id: article, records: start..<records.count))
      }
    }
  }

  /// Whose each local entity is; 0 where it is nobody's.
  ///
  /// Complexity: O(*n* log *a*) in the numbers of local entities and articles.
  func owners(in entities: [ResolvedEntity]) -> [Int64] {
    var owners = [Int64](repeating: 0, count: records.count)
    for entity in entities {
      for key in entity.members {
        if let record = index(of: key) { owners[record] = entity.entity.id.rawValue }
      }
    }
    return owners
  }

  private func index(of key: Int64) -> Int? {
    let place = articles.partitioningIndex { $0.id >= key >> 16 }
    guard place < articles.count, articles[place].id == key >> 16 else { return nil }
    let records = articles[place].records
    let index = records.lowerBound + Int(key & Int64(Self.limit - 1))
    return records.contains(index) ? index : nil
  }
}

/// A resolved entity as it is stored.
private struct PackedEntity {
  var id: Int64
  var kind: String
  var names: Data
  var articles: Data

  init(_ resolved: ResolvedEntity) {
    id = resolved.entity.id.rawValue
    kind = resolved.entity.kind.rawValue
    var names = PackedWriter()
    names.write(names: resolved.entity.names)
    self.names = Data(names.bytes)
    var articles: [Int64] = []
    for key in resolved.members.sorted() where articles.last != key >> 16 {
      articles.append(key >> 16)
    }
    self.articles = Data(Postings.packed(articles))
  }
}
