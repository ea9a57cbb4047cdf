import Foundation
import GRDB

/// Joins the local entities of all articles and stores what comes of it.
struct EntityStore {
  let library: Library
  let resolver: any Resolver

  /// Resolves where articles changed since it was last done.
  ///
  /// The resolver works outside of any transaction, so that nobody waits for it.
  func resolve() throws {
    guard let snapshot = try library.read(Snapshot.init(ifNeeded:)) else { return }
    let entities = resolver.entities(from: resolver.admitted(snapshot.records))
    let resolution = Resolution(entities, of: snapshot.records)
    try library.write { db in
      try store(resolution.entities, db)
      try store(resolution.links, db)
      // Articles that came meanwhile wait for the next time.
      try db.execute(
        sql: """
          UPDATE tally SET generation = generation + 1,
            isUnresolved = isUnresolved AND generation <> ?
          """, arguments: [snapshot.generation])
    }
  }

  /// Writes the entities that are new or changed, and takes out those that are gone.
  private func store(_ entities: [Resolution.PackedEntity], _ db: Database) throws {
    var rest = entities[...]
    var changed: [Resolution.PackedEntity] = []
    var gone: [(id: Int64, names: Data)] = []
    let known = try Row.fetchCursor(
      db, sql: "SELECT id, kind, names, articles FROM entity ORDER BY id")
    while let row = try known.next() {
      let id: Int64 = row[0]
      while let next = rest.first, next.id < id {
        changed.append(next)
        rest.removeFirst()
      }
      let names: Data = row[2]
      if let next = rest.first, next.id == id {
        rest.removeFirst()
        if next.names == names, next.kind == row[1], next.articles == row[3] as Data { continue }
        changed.append(next)
      }
      gone.append((id, names))
    }
    for entity in gone {
      try IndexStore(db: db).delete(entity: entity.id, names: entity.names)
      try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?").execute(arguments: [entity.id])
    }
    for entity in changed + rest {
      try db.cachedStatement(
        sql: "INSERT INTO entity (id, kind, names, articles) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [entity.id, entity.kind, entity.names, entity.articles])
      try IndexStore(db: db).insert(entity: entity.id, names: entity.names)
    }
  }

  /// Writes the links that are new or changed; those of articles that are gone went with them.
  private func store(_ links: [(article: Int64, entities: Data)], _ db: Database) throws {
    var changed: [(article: Int64, entities: Data)] = []
    var rest = links[...]
    let known = try Row.fetchCursor(db, sql: "SELECT article, entities FROM link ORDER BY article")
    while let row = try known.next() {
      let article: Int64 = row[0]
      while let next = rest.first, next.article < article {
        changed.append(next)
        rest.removeFirst()
      }
      guard let next = rest.first, next.article == article else { continue }
      rest.removeFirst()
      if next.entities != row[1] as Data { changed.append(next) }
    }
    for link in changed + rest {
      // An article may have gone since the snapshot.
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO link (article, entities)
          SELECT id, ? FROM article WHERE id = ?
          """
      ).execute(arguments: [link.entities, link.article])
    }
  }
}

/// The local entities of all articles at one generation of the library.
private struct Snapshot {
  var generation: Int64
  var records: [LocalEntityRecord] = []

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
      for index in 0..<min(try reader.readCount(), Self.limit) {
        let local = try PackedLocal(code: reader.readByte())
        let names = try reader.readNames(sharing: &shared)
        records.append(
          LocalEntityRecord(
            key: article << 16 | Int64(index), article: article, kind: local.kind, names: names,
            isDoubtful: local.isDoubtful))
      }
    }
  }
}

/// Resolved entities as they are stored.
private struct Resolution {
  struct PackedEntity {
    var id: Int64
    var kind: String
    var names: Data
    var articles: Data
  }

  /// The entities by ascending number.
  let entities: [PackedEntity]
  /// For each article, ascending, whose its local entities are.
  let links: [(article: Int64, entities: Data)]

  init(_ resolved: [ResolvedEntity], of records: [LocalEntityRecord]) {
    var owners: [Int64: Int64] = [:]
    owners.reserveCapacity(records.count)
    var entities: [PackedEntity] = []
    for one in resolved {
      let id = one.entity.id.rawValue
      var articles: [Int64] = []
      for key in one.members.sorted() {
        owners[key] = id
        if articles.last != key >> 16 { articles.append(key >> 16) }
      }
      var names = PackedWriter()
      names.write(names: one.entity.names)
      entities.append(
        PackedEntity(
          id: id, kind: one.entity.kind.rawValue, names: Data(names.bytes),
          articles: Data(Postings.packed(articles))))
    }
    self.entities = entities.sorted { $0.id < $1.id }
    links = Self.links(of: records, owners: owners)
  }

  private static func links(
    of records: [LocalEntityRecord], owners: [Int64: Int64]
  ) -> [(article: Int64, entities: Data)] {
    var links: [(article: Int64, entities: Data)] = []
    var start = 0
    while start < records.count {
      let article = records[start].article
      let end = records[start...].firstIndex { $0.article != article } ?? records.count
      var writer = PackedWriter()
      writer.write(end - start)
      for record in records[start..<end] { writer.writeSigned(owners[record.key] ?? 0) }
      links.append((article, Data(writer.bytes)))
      start = end
    }
    return links
  }
}
