import GRDB

/// Carries out judgements on the entities around the judged names, and on no others.
///
/// What comes of it is what joining all names anew under the same judgements gives, for entities that
/// no link or judgement connects do not depend on each other (``PartGrouping``).
struct JudgementApplication {
  let db: Database
  private let store: PartStore
  private let judgements: [Judgement]

  /// Prepares to carry out the judgements that the library has now.
  init(db: Database) throws {
    self.db = db
    store = PartStore(db: db)
    judgements = try JudgementStore(db: db).all()
  }

  /// Makes the entities anew that some names name, or named before `former` was taken back.
  func update(around names: [JudgedName], former: [Judgement] = []) throws {
    let seeds = try names.flatMap { try store.parts(named: $0) }
    try update(from: seeds, former: former)
  }

  /// Makes the entities anew that some parts are of.
  func update(from seeds: [StoredPart], former: [Judgement] = []) throws {
    let neighbourhood = try neighbourhood(of: seeds, former: former)
    guard !neighbourhood.parts.isEmpty else { return }
    let constraints = try constraints(on: neighbourhood.parts)
    let parts = neighbourhood.parts.map(\.part)
    let judged = JudgedEntities(of: parts, links: neighbourhood.links, under: constraints)
    let entities = judged.entities.map { entity in
      (entity, Self.articles(of: entity.parts, neighbourhood.parts, constraints))
    }.filter { !$0.1.isEmpty }
    try write(entities, of: neighbourhood.parts)
  }

  /// Where an entity's parts are mentioned, apart from articles in which they are hidden.
  private static func articles(
    of parts: [Int], _ stored: [StoredPart], _ constraints: PartConstraints
  ) -> [Int64] {
    if parts.count == 1, constraints.hiddenArticles.isEmpty { return stored[parts[0]].articles }
    var articles: Set<Int64> = []
    for part in parts {
      let hidden = constraints.hiddenArticles[part] ?? []
      for article in stored[part].articles where !hidden.contains(article) {
        articles.insert(article)
      }
    }
    return articles.sorted()
  }

  // MARK: - Neighbourhood

  private struct Neighbourhood {
    var parts: [StoredPart] = []
    var links: [PartLink] = []
  }

  /// The parts that are connected with some by links that join, by judgements now or before, or by
  /// being one entity up to now.
  private func neighbourhood(of seeds: [StoredPart], former: [Judgement]) throws -> Neighbourhood {
    var partners: [NameOfKind: [JudgedName]] = [:]
    for case .same(let left, let right) in judgements + former {
      partners[NameOfKind(left), default: []].append(right)
      partners[NameOfKind(right), default: []].append(left)
    }
    var found: [Int64: StoredPart] = [:]
    var entities: Set<Int64> = []
    var links: Set<PartStore.LinkRow> = []
    var queue = seeds
    var asked: Set<JudgedName> = []
    while let next = queue.popLast() {
      guard found.updateValue(next, forKey: next.part.id) == nil else { continue }
      if next.entity != 0, entities.insert(next.entity).inserted {
        queue += try store.parts(of: next.entity)
      }
      for link in try store.links(of: next.part.id) where link.isMade {
        links.insert(link)
        let other = link.left == next.part.id ? link.right : link.left
        if found[other] == nil, let part = try store.part(other) { queue.append(part) }
      }
      for name in partners[NameOfKind(next.part)] ?? [] where asked.insert(name).inserted {
        queue += try store.parts(named: name)
      }
    }
    var result = Neighbourhood(parts: found.values.sorted { $0.part.id < $1.part.id })
    let places = Dictionary(
      uniqueKeysWithValues: result.parts.enumerated().map { ($1.part.id, $0) })
    result.links = links.compactMap { link in
      guard let left = places[link.left], let right = places[link.right],
        let reason = LinkReason(rawValue: link.reason)
      else { return nil }
      return PartLink(left: left, right: right, reason: reason, confidence: link.share)
    }
    return result
  }

  private func constraints(on parts: [StoredPart]) throws -> PartConstraints {
    var named: [NameOfKind: [Int]] = [:]
    for (index, part) in parts.enumerated() {
      named[NameOfKind(part.part), default: []].append(index)
    }
    return try PartConstraints(
      judgements, parts: { named[NameOfKind($0)] ?? [] },
      articles: { try Self.articles(of: $0, db) },
      isIn: { !$1.isDisjoint(with: parts[$0].articles) })
  }

  /// The articles of a digest; several where one text stands in several places of a visit.
  static func articles(of digest: Int64, _ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db.cachedStatement(sql: "SELECT id FROM article WHERE digest = ?"), arguments: [digest])
  }

  // MARK: - Writing

  private func write(
    _ entities: [(JudgedEntities.Member, articles: [Int64])], of parts: [StoredPart]
  ) throws {
    var overlaps: [EntityNumbering.Overlap] = []
    for (index, entity) in entities.enumerated() {
      // A lone name by itself has the number of its part, which stays as it is.
      if entity.0.parts.count == 1, parts[entity.0.parts[0]].part.isLone { continue }
      var weights: [Int64: Int] = [:]
      for part in entity.0.parts where parts[part].entity != 0 {
        weights[parts[part].entity, default: 0] += parts[part].articles.count
      }
      overlaps += weights.map { .init(entity: index, former: $0.key, weight: $0.value) }
    }
    let former = Set(parts.map(\.entity)).subtracting([0])
    let numbers = try EntityNumbering.numbers(for: entities.map(\.0.sketch), overlaps: overlaps) {
      try !former.contains($0) && EntityRow.fetch($0, db) != nil
    }
    var owners = [Int64](repeating: 0, count: parts.count)
    var plain: Set<Int> = []
    for (entity, number) in zip(entities, numbers) {
      for part in entity.0.parts { owners[part] = number }
      if entity.0.parts.count == 1, !entity.0.isJudged { plain.insert(entity.0.parts[0]) }
    }
    for id in former.subtracting(numbers) { try EntityRow.fetch(id, db)?.delete(db) }
    for (entity, number) in zip(entities, numbers) {
      try EntityRow(entity.0.sketch, id: number, articles: entity.articles)
        .replace(EntityRow.fetch(number, db), db)
    }
    for (index, stored) in parts.enumerated() {
      if stored.part.isLone, plain.contains(index), owners[index] == stored.part.id {
        try store.delete(stored.part.id)
      } else {
        try store.write(.init(stored.part, articles: stored.articles, entity: owners[index]))
      }
    }
  }
}

/// A name as it is looked up: folded, with its kind.
struct NameOfKind: Hashable {
  private let kind: EntityKind
  private let key: String

  /// The name of a judgement.
  init(_ name: JudgedName) {
    kind = name.kind
    key = name.key
  }

  /// The name of a part.
  init(_ part: ResolvedPart) {
    kind = part.kind
    key = part.key
  }
}
