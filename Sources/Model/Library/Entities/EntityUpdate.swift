import Foundation
import GRDB

/// All entities, parts and links as they should be stored.
///
/// Writing them touches the rows that differ, and no others.
struct EntityUpdate {
  private let judgements: [Judgement]
  /// By ascending number.
  private var entities: [EntityRow] = []
  /// By ascending number.
  private var parts: [PartStore.Row] = []
  /// By ascending numbers.
  private let links: [PartStore.LinkRow]
  /// By ascending numbers.
  private let sounds: [PartStore.SoundRow]
  /// For each article, ascending, which parts its local entities are.
  private var articles: [(article: Int64, parts: Data)] = []

  /// Makes entities of what was resolved, under the judgements that the library has.
  ///
  /// - Parameter records: The article of each record, in ascending order.
  init(_ resolution: Resolution, of records: [Int64], _ db: Database) throws {
    judgements = try JudgementStore(db: db).all()
    let all = resolution.parts
    links = resolution.links.map { PartStore.LinkRow($0, all) }
    sounds = all.flatMap { part in
      part.sounds.map { PartStore.SoundRow(sound: $0, part: part.id) }
    }.sorted { ($0.sound, $0.part) < ($1.sound, $1.part) }
    let postings = all.map { part in
      var articles: [Int64] = []
      for member in part.members where articles.last != records[Int(member)] {
        articles.append(records[Int(member)])
      }
      return articles
    }
    let constraints = try Self.constraints(judgements, on: all, in: postings, db)
    let judged = JudgedEntities(of: all, links: resolution.links, under: constraints).entities

    // A record in doubt that other articles do not speak for is of no part.
    var partOfRecord = [Int32](repeating: -1, count: records.count)
    for (index, part) in all.enumerated() {
      for member in part.members { partOfRecord[Int(member)] = Int32(index) }
    }
    var entityOfPart = [Int32](repeating: -1, count: all.count)
    for (index, entity) in judged.enumerated() {
      for part in entity.parts { entityOfPart[part] = Int32(index) }
    }
    let overlaps = try FormerEntities(db).overlaps(
      of: records, parts: partOfRecord, entities: entityOfPart)
    // A lone name by itself has the number of its part, which stays as it is.
    let isAlone = judged.map { $0.parts.count == 1 && all[$0.parts[0]].isLone }
    let numbers = EntityNumbering.numbers(
      for: judged.map(\.sketch), overlaps: overlaps.filter { !isAlone[$0.entity] }
    ) { _ in
      false
    }

    var owners = [Int64](repeating: 0, count: all.count)
    for (entity, number) in zip(judged, numbers) {
      let articles = Self.articles(of: entity.parts, postings, constraints)
      guard !articles.isEmpty || records.isEmpty else { continue }
      for part in entity.parts { owners[part] = number }
      entities.append(EntityRow(entity.sketch, id: number, articles: articles))
    }
    entities.sort { $0.id < $1.id }
    let plain = Set(judged.filter { $0.parts.count == 1 && !$0.isJudged }.map { $0.parts[0] })
    for (index, part) in all.enumerated() {
      if part.isLone, owners[index] == part.id, plain.contains(index) { continue }
      parts.append(.init(part, articles: postings[index], entity: owners[index]))
    }
    articles = Self.links(of: records, partOfRecord, all)
  }

  private static func constraints(
    _ judgements: [Judgement], on parts: [ResolvedPart], in postings: [[Int64]], _ db: Database
  ) throws -> PartConstraints {
    guard !judgements.isEmpty else { return PartConstraints() }
    let names = Set(judgements.flatMap(\.names).map(NameOfKind.init))
    var named: [NameOfKind: [Int]] = [:]
    for (index, part) in parts.enumerated() {
      let name = NameOfKind(part)
      if names.contains(name) { named[name, default: []].append(index) }
    }
    return try PartConstraints(
      judgements, parts: { named[NameOfKind($0)] ?? [] },
      articles: { try JudgementApplication.articles(of: $0, db) },
      isIn: { !$1.isDisjoint(with: postings[$0]) })
  }

  private static func articles(
    of parts: [Int], _ postings: [[Int64]], _ constraints: PartConstraints
  ) -> [Int64] {
    if parts.count == 1, constraints.hiddenArticles[parts[0]] == nil { return postings[parts[0]] }
    var articles: [Int64] = []
    for part in parts {
      if let hidden = constraints.hiddenArticles[part] {
        articles += postings[part].filter { !hidden.contains($0) }
      } else {
        articles += postings[part]
      }
    }
    articles.sort()
    return articles.indices.filter { $0 == 0 || articles[$0] != articles[$0 - 1] }
      .map { articles[$0] }
  }

  private static func links(
    of records: [Int64], _ partOfRecord: [Int32], _ parts: [ResolvedPart]
  ) -> [(article: Int64, parts: Data)] {
    var links: [(article: Int64, parts: Data)] = []
    var start = 0
    while start < records.count {
      let article = records[start]
      let end = records[start...].firstIndex { $0 != article } ?? records.count
      var writer = PackedWriter()
      writer.write(end - start)
      for record in start..<end {
        let part = Int(partOfRecord[record])
        writer.writeSigned(part < 0 ? 0 : parts[part].id)
      }
      links.append((article, Data(writer.bytes)))
      start = end
    }
    return links
  }

  // MARK: - Writing

  /// Whether the judgements are still those that the update was made under.
  func isCurrent(_ db: Database) throws -> Bool {
    try JudgementStore(db: db).all() == judgements
  }

  /// Writes what is new or changed, and takes out what is gone.
  func write(_ db: Database) throws {
    try writeEntities(db)
    try writeParts(db)
    try writePartLinks(db)
    try writeSounds(db)
    try writeLinks(db)
  }

  private func writeEntities(_ db: Database) throws {
    let difference = try difference(
      of: entities,
      from: Row.fetchCursor(
        db, sql: "SELECT id, kind, names, articles FROM entity ORDER BY id"),
      read: EntityRow.init(row:), by: { $0.id < $1.id })
    for entity in difference.gone { try entity.delete(db) }
    for (place, former) in difference.changed { try entities[place].replace(former, db) }
    for place in difference.new { try entities[Int(place)].replace(nil, db) }
  }

  private func writeParts(_ db: Database) throws {
    let difference = try difference(
      of: parts,
      from: Row.fetchCursor(
        db,
        sql: """
          SELECT id, entity, kind, key, known, isLone, names, articles FROM part ORDER BY id
          """),
      read: PartStore.Row.init(row:), by: { $0.id < $1.id })
    let store = PartStore(db: db)
    for part in difference.gone { try store.delete(part.id) }
    for (place, _) in difference.changed { try store.write(parts[place]) }
    for place in difference.new { try store.write(parts[Int(place)]) }
  }

  private func writeSounds(_ db: Database) throws {
    let difference = try difference(
      of: sounds,
      from: Row.fetchCursor(db, sql: "SELECT sound, part FROM part_sound ORDER BY sound, part"),
      read: { PartStore.SoundRow(sound: $0[0], part: $0[1]) },
      by: { ($0.sound, $0.part) < ($1.sound, $1.part) })
    let store = PartStore(db: db)
    for sound in difference.gone { try store.delete(sound) }
    for place in difference.new { try store.write(sounds[Int(place)]) }
  }

  private func writePartLinks(_ db: Database) throws {
    let difference = try difference(
      of: links,
      from: Row.fetchCursor(
        db, sql: "SELECT left, right, reason, confidence FROM part_link ORDER BY left, right"),
      read: PartStore.LinkRow.init(row:), by: { ($0.left, $0.right) < ($1.left, $1.right) })
    let store = PartStore(db: db)
    for link in difference.gone { try store.delete(link) }
    for (place, _) in difference.changed { try store.write(links[place]) }
    for place in difference.new { try store.write(links[Int(place)]) }
  }

  /// How wanted rows differ from those that are stored.
  private struct Difference<Value> {
    /// The places of the wanted rows that are new, which the first time all are.
    var new: [Int32] = []
    /// The places of the wanted rows that another has the place of, with that one.
    var changed: [(wanted: Int, former: Value)] = []
    /// The stored rows that are wanted no more.
    var gone: [Value] = []
  }

  /// Compares wanted rows with those that are stored, both in one order.
  private func difference<Value: Equatable>(
    of wanted: [Value], from rows: RowCursor, read: (Row) -> Value,
    by precedes: (Value, Value) -> Bool
  ) throws -> Difference<Value> {
    var difference = Difference<Value>()
    var next = wanted.startIndex
    while let row = try rows.next() {
      let former = read(row)
      while next < wanted.endIndex, precedes(wanted[next], former) {
        difference.new.append(Int32(next))
        next += 1
      }
      if next < wanted.endIndex, !precedes(former, wanted[next]) {
        if wanted[next] != former { difference.changed.append((next, former)) }
        next += 1
      } else {
        difference.gone.append(former)
      }
    }
    difference.new += (next..<wanted.endIndex).map(Int32.init)
    return difference
  }

  /// Writes the links of articles; those of articles that are gone went with them.
  private func writeLinks(_ db: Database) throws {
    var changed: [(article: Int64, parts: Data)] = []
    var rest = articles[...]
    let known = try Row.fetchCursor(db, sql: "SELECT article, entities FROM link ORDER BY article")
    while let row = try known.next() {
      let article: Int64 = row[0]
      while let next = rest.first, next.article < article {
        changed.append(next)
        rest.removeFirst()
      }
      guard let next = rest.first, next.article == article else { continue }
      rest.removeFirst()
      if next.parts != row[1] as Data { changed.append(next) }
    }
    for link in changed + rest {
      // An article may have gone since the snapshot.
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO link (article, entities)
          SELECT id, ? FROM article WHERE id = ?
          """
      ).execute(arguments: [link.parts, link.article])
    }
  }
}
