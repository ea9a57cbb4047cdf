import Foundation
import GRDB

/// Reads and writes parts, what links them, and whose they are.
struct PartStore {
  let db: Database

  /// A part as it is written.
  struct Row: Hashable {
    var id: Int64
    var entity: Int64
    var kind: String
    var key: String
    var known: String?
    var isLone: Bool
    var names: Data
    var articles: Data
  }

  /// A link as it is written.
  struct LinkRow: Hashable {
    var left: Int64
    var right: Int64
    var reason: String
    var confidence: Int
  }

  /// A key by which a part is found, as it is written.
  struct SoundRow: Hashable {
    var sound: Int64
    var part: Int64
  }

  // MARK: - Whose parts are

  /// The entity that a part is of; `nil` where it is hidden.
  func owner(of part: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT entity FROM part WHERE id = ?")
    let owner = try Int64.fetchOne(statement, arguments: [part]) ?? part
    return owner == 0 ? nil : owner
  }

  /// What a part is, where it has a row.
  func kind(of part: Int64) throws -> EntityKind? {
    let statement = try db.cachedStatement(sql: "SELECT kind FROM part WHERE id = ?")
    return try String.fetchOne(statement, arguments: [part]).flatMap(EntityKind.init)
  }

  /// The parts that are not an entity of their own number, and whose they are.
  func movedParts() throws -> [Int64: Int64] {
    var owners: [Int64: Int64] = [:]
    let rows = try GRDB.Row.fetchCursor(db, sql: "SELECT id, entity FROM part WHERE entity <> id")
    while let row = try rows.next() { owners[row[0]] = row[1] as Int64 }
    return owners
  }

  /// The parts that an article's own entities are.
  static func parts(in links: Data) throws -> [Int64] {
    var reader = PackedReader(links)
    return try (0..<reader.readCount()).map { _ in try reader.readSigned() }
  }

  // MARK: - Reading

  /// A part by its number; one without a row is an entity by itself.
  func part(_ id: Int64) throws -> StoredPart? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredPart.columns) FROM part WHERE id = ?")
    if let row = try GRDB.Row.fetchOne(statement, arguments: [id]) {
      return try StoredPart(row: row)
    }
    return try loneEntity(id)
  }

  /// The parts of an entity.
  func parts(of entity: Int64) throws -> [StoredPart] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredPart.columns) FROM part WHERE entity = ?")
    let parts = try GRDB.Row.fetchAll(statement, arguments: [entity]).map(StoredPart.init(row:))
    return parts.isEmpty ? try loneEntity(entity).map { [$0] } ?? [] : parts
  }

  /// The numbers of the parts of an entity; an entity without stored parts is its own.
  func identifiers(of entity: Int64) throws -> Set<Int64> {
    let statement = try db.cachedStatement(sql: "SELECT id FROM part WHERE entity = ?")
    let found = try Set(Int64.fetchAll(statement, arguments: [entity]))
    return try isStored(entity) ? found : found.union([entity])
  }

  /// A few parts of an entity, one of them known, the others those found in most articles.
  func parts(of entity: Int64, first known: StoredPart, most: Int) throws -> [StoredPart] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(StoredPart.columns) FROM part WHERE entity = ? AND id <> ? AND NOT isLone
        ORDER BY length(articles) DESC, id LIMIT ?
        """)
    let others = try GRDB.Row.fetchAll(statement, arguments: [entity, known.part.id, most - 1])
    return try [known] + others.map(StoredPart.init(row:))
  }

  /// The parts of a folded name that are no lone names.
  func parts(key: String) throws -> [StoredPart] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredPart.columns) FROM part WHERE key = ? AND NOT isLone")
    return try GRDB.Row.fetchAll(statement, arguments: [key]).map(StoredPart.init(row:))
  }

  /// A few parts of a well-known entity, those found in most articles.
  func parts(known: String, most: Int) throws -> [StoredPart] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(StoredPart.columns) FROM part WHERE known = ?
        ORDER BY length(articles) DESC, id LIMIT ?
        """)
    return try GRDB.Row.fetchAll(statement, arguments: [known, most]).map(StoredPart.init(row:))
  }

  /// The parts that a judged name names.
  func parts(named name: JudgedName) throws -> [StoredPart] {
    if let digest = name.article {
      return try JudgementApplication.articles(of: digest, db).flatMap { try parts(in: $0) }
        .filter { NameOfKind($0.part) == NameOfKind(name) }
    }
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredPart.columns) FROM part WHERE key = ? AND kind = ?")
    var found = try GRDB.Row.fetchAll(statement, arguments: [name.key, name.kind.rawValue])
      .map(StoredPart.init(row:))
    // Only people's surnames may be without a row.
    guard name.kind == .person else { return found }
    let pattern = "\"\(name.text.replacing("\"", with: " "))\""
    let bearers = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT rowid FROM name_index WHERE name_index MATCH ?"),
      arguments: [pattern])
    for id in bearers {
      guard let lone = try loneEntity(id), lone.part.kind == name.kind, lone.part.key == name.key
      else { continue }
      found.append(lone)
    }
    return found
  }

  /// The parts that an article's own entities are.
  private func parts(in article: Int64) throws -> [StoredPart] {
    let statement = try db.cachedStatement(sql: "SELECT entities FROM link WHERE article = ?")
    guard let links = try Data.fetchOne(statement, arguments: [article]) else { return [] }
    return try Set(Self.parts(in: links)).compactMap { try part($0) }
  }

  /// The links of a part, made and proposed.
  func links(of part: Int64) throws -> [LinkRow] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT left, right, reason, confidence FROM part_link WHERE left = ?1
        UNION ALL SELECT left, right, reason, confidence FROM part_link WHERE right = ?1
        """)
    return try GRDB.Row.fetchAll(statement, arguments: [part]).map(LinkRow.init(row:))
  }

  private func isStored(_ id: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM part WHERE id = ?"), arguments: [id]) ?? false
  }

  /// The part that an entity is which has no rows of parts.
  private func loneEntity(_ id: Int64) throws -> StoredPart? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, names, articles FROM entity WHERE id = ?1
          AND NOT EXISTS (SELECT 1 FROM part WHERE id = ?1)
          AND NOT EXISTS (SELECT 1 FROM part WHERE entity = ?1)
        """)
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [id]),
      let kind = EntityKind(rawValue: row[0])
    else { return nil }
    var names = PackedReader(row[1])
    return StoredPart(
      entity: id, kind: kind, names: try names.readNames(),
      articles: try Postings.articles(in: row[2]))
  }

  // MARK: - Writing

  /// Writes a part.
  func write(_ part: Row) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO part (id, entity, kind, key, known, isLone, names, articles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      part.id, part.entity, part.kind, part.key, part.known, part.isLone, part.names,
      part.articles,
    ])
  }

  /// Takes a part out.
  func delete(_ id: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM part WHERE id = ?").execute(arguments: [id])
  }

  /// Writes a link.
  func write(_ link: LinkRow) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO part_link (left, right, reason, confidence) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [link.left, link.right, link.reason, link.confidence])
  }

  /// Writes a key.
  func write(_ sound: SoundRow) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO part_sound (sound, part) VALUES (?, ?)")
      .execute(arguments: [sound.sound, sound.part])
  }

  /// Takes a key out.
  func delete(_ sound: SoundRow) throws {
    try db.cachedStatement(sql: "DELETE FROM part_sound WHERE sound = ? AND part = ?")
      .execute(arguments: [sound.sound, sound.part])
  }

  /// Takes a link out.
  func delete(_ link: LinkRow) throws {
    try db.cachedStatement(sql: "DELETE FROM part_link WHERE left = ? AND right = ?")
      .execute(arguments: [link.left, link.right])
  }
}

extension PartStore.LinkRow {
  /// Reads a link.
  init(row: Row) {
    self.init(left: row[0], right: row[1], reason: row[2], confidence: row[3])
  }

  /// The link as it is written.
  init(_ link: PartLink, _ parts: [ResolvedPart]) {
    self.init(
      left: parts[link.left].id, right: parts[link.right].id, reason: link.reason.rawValue,
      confidence: Int((min(max(link.confidence, 0), 1) * 1000).rounded()))
  }

  /// How sure it is, from 0 to 1.
  var share: Double { Double(confidence) / 1000 }
  /// Whether it joins its parts.
  var isMade: Bool { share >= PartLink.bound }
}

extension PartStore.Row {
  /// Reads a part as it is written.
  init(row: GRDB.Row) {
    self.init(
      id: row[0], entity: row[1], kind: row[2], key: row[3], known: row[4], isLone: row[5],
      names: row[6], articles: row[7])
  }

  /// A part as it is written.
  init(_ part: ResolvedPart, articles: [Int64], entity: Int64) {
    self.init(
      id: part.id, entity: entity, kind: part.kind.rawValue, key: part.key, known: part.known,
      isLone: part.isLone, names: PackedPartNames(part).data,
      articles: Data(Postings.packed(articles)))
  }
}
