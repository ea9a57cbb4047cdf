import Foundation
import GRDB

/// Joins the names of single articles to those that the library knows, touching only those.
///
/// It is quick, and careful: what only all articles together could tell is left open. Joining all
/// names anew (``EntityUpdate``) follows later, and what comes of that depends on the articles alone.
struct ProvisionalJoining {
  let db: Database
  let resolver: any Resolver
  private let store: PartStore
  private let judged: Set<NameOfKind>
  /// What the articles so far add to known parts and entities; it is written once for all of them.
  private var growth: Growth

  /// More candidates than this are not looked at for one name: they tell nothing apart.
  private static let mostCandidates = 24
  /// More than this many parts of a candidate's entity are not looked at.
  private static let mostParts = 4

  /// Prepares to join articles within a transaction.
  init(db: Database, resolver: any Resolver) throws {
    self.db = db
    self.resolver = resolver
    store = PartStore(db: db)
    growth = Growth(db: db)
    judged = try Set(JudgementStore(db: db).all().flatMap(\.names).map(NameOfKind.init))
  }

  /// The articles whose names are not joined to any yet, ascending.
  static func articles(_ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM link WHERE article = article.id)
        ORDER BY id
        """)
  }

  /// Joins the names of an article.
  ///
  /// Complexity: O(*n* log *m*) in its names and the known ones, apart from the lists of the articles
  /// that the entities are in.
  mutating func join(article: Int64) throws {
    var records: [LocalEntityRecord] = []
    var shared: [Data: [NameForm]] = [:]
    let statement = try db.cachedStatement(sql: "SELECT locals FROM extraction WHERE article = ?")
    guard let locals = try Data.fetchOne(statement, arguments: [article]) else { return }
    try RecordSnapshot.append(locals, of: article, sharing: &shared, to: &records)
    // Whether a doubtful name is one is for all articles together to say.
    let own = resolver.resolution(of: records.filter { !$0.isDoubtful })
    var fresh: [ResolvedPart] = []
    var parts = [Int64](repeating: 0, count: records.count)
    for part in own.parts {
      for member in part.members { parts[Int(member)] = part.id }
      if try !growth.add(part, article: article) { fresh.append(part) }
    }
    try join(fresh, of: records, own, article: article)
    var links = PackedWriter()
    links.write(parts.count)
    for part in parts { links.writeSigned(part) }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO link (article, entities) VALUES (?, ?)")
      .execute(arguments: [article, Data(links.bytes)])
    let seeds = try own.parts.filter { judged.contains(NameOfKind($0)) }
      .compactMap { try store.part($0.id) }
    guard !seeds.isEmpty else { return }
    try growth.write()
    try JudgementApplication(db: db).update(from: seeds.compactMap { try store.part($0.part.id) })
  }

  /// Writes what is not yet written.
  mutating func finish() throws {
    try growth.write()
  }

  // MARK: - New parts

  /// Stores parts that the library does not know, each with the known entity that it is linked to best.
  private mutating func join(
    _ fresh: [ResolvedPart], of records: [LocalEntityRecord], _ own: Resolution, article: Int64
  ) throws {
    guard !fresh.isEmpty else { return }
    let links = try links(of: fresh, records)
    var entities: [Int64: Int64] = [:]
    for part in own.parts where !fresh.contains(where: { $0.id == part.id }) {
      entities[part.id] = try store.owner(of: part.id)
    }
    for part in fresh.sorted(by: {
      (links[$1.id]?.count ?? 0, $0.id) < (links[$0.id]?.count ?? 0, $1.id)
    }) {
      let best = links[part.id]?.filter(\.isMade).max { $0.confidence < $1.confidence }
      let within = own.links.first { link in
        link.isMade
          && (own.parts[link.left].id == part.id && entities[own.parts[link.right].id] != nil
            || own.parts[link.right].id == part.id && entities[own.parts[link.left].id] != nil)
      }
      if let within { try store.write(.init(within, own.parts)) }
      for link in links[part.id] ?? [] { try store.write(link) }
      let owner: Int64?
      if let best {
        owner = try store.owner(of: best.left == part.id ? best.right : best.left)
      } else if let within {
        let (x, y) = (own.parts[within.left].id, own.parts[within.right].id)
        owner = entities[x == part.id ? y : x]
      } else {
        owner = nil
      }
      entities[part.id] = try insert(part, into: owner, article: article)
    }
  }

  /// Stores a part as one of an entity, or as an entity by itself.
  private mutating func insert(_ part: ResolvedPart, into owner: Int64?, article: Int64) throws
    -> Int64
  {
    for sound in part.sounds { try store.write(.init(sound: sound, part: part.id)) }
    if let owner {
      try store.write(.init(part, articles: [article], entity: owner))
      try growth.add(part.names.map(\.form), to: owner, article: article)
      return owner
    }
    let sketch = EntitySketch(of: [part])
    let id = try EntityNumbering.numbers(for: [sketch]) { try EntityRow.fetch($0, db) != nil }[0]
    try EntityRow(sketch, id: id, articles: [article]).replace(nil, db)
    if !part.isLone || id != part.id {
      try store.write(.init(part, articles: [article], entity: id))
    }
    return id
  }

  /// The links of new parts to known ones: what the resolver makes of them beside the known names that
  /// they might be.
  private func links(
    of fresh: [ResolvedPart], _ records: [LocalEntityRecord]
  ) throws -> [Int64: [PartStore.LinkRow]] {
    let members = fresh.flatMap(\.members).map { Int($0) }
    var candidates: [Int64: [StoredPart]] = [:]
    for part in fresh where !part.isLone {
      for known in try self.candidates(for: part) where known.entity != 0 {
        guard candidates[known.entity] == nil else { continue }
        candidates[known.entity] = try store.parts(
          of: known.entity, first: known, most: Self.mostParts)
      }
    }
    guard !candidates.isEmpty else { return [:] }
    var all = members.map { records[$0] }
    var known: [Int: Int64] = [:]
    var groups: [[Int]] = []
    for (_, parts) in candidates.sorted(by: { $0.key < $1.key }) {
      groups.append(Array(all.count..<all.count + parts.count))
      for stored in parts {
        known[all.count] = stored.part.id
        all.append(stored.record)
      }
    }
    for index in all.indices { all[index].key = Int64(index) }
    let resolution = resolver.resolution(of: all, joined: groups)
    // Each part as the library knows it, or as the article has it.
    var numbers: [Int64] = []
    var isNew: [Bool] = []
    for part in resolution.parts {
      let stored = part.members.lazy.compactMap { known[Int($0)] }.first
      numbers.append(stored ?? part.id)
      isNew.append(stored == nil)
    }
    var links: [Int64: [PartStore.LinkRow]] = [:]
    for link in resolution.links where isNew[link.left] != isNew[link.right] {
      let part = numbers[isNew[link.left] ? link.left : link.right]
      var row = PartStore.LinkRow(link, resolution.parts)
      row.left = min(numbers[link.left], numbers[link.right])
      row.right = max(numbers[link.left], numbers[link.right])
      links[part, default: []].append(row)
    }
    return links
  }

  /// The known parts that a new one might be: of the same name, the same well-known entity, or alike in
  /// sound.
  private func candidates(for part: ResolvedPart) throws -> [StoredPart] {
    var found = try store.parts(key: part.key)
    if let known = part.known { found += try store.parts(known: known, most: 1) }
    for sound in part.sounds {
      let statement = try db.cachedStatement(
        sql: "SELECT part FROM part_sound WHERE sound = ? LIMIT ?")
      let parts = try Int64.fetchAll(statement, arguments: [sound, Self.mostCandidates + 1])
      guard parts.count <= Self.mostCandidates else { continue }
      found += try parts.compactMap { try store.part($0) }
    }
    return found
  }
}

extension StoredPart {
  /// The part as a record of an article of its own.
  fileprivate var record: LocalEntityRecord {
    let fullest = part.names.filter {
      JudgedName(kind: part.kind, text: $0.form.text).key == part.key
    }
    let rest = part.names.filter { name in !fullest.contains(name) }
    return LocalEntityRecord(
      key: 0, article: -part.id, kind: part.kind, names: (fullest + rest).map(\.form))
  }
}
