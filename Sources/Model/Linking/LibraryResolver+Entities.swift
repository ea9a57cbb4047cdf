extension LibraryResolver {
  /// An entity before it has its number.
  private struct Draft {
    var kind: EntityKind
    var names: [NameForm]
    var members: [Int64]
    /// What the number is made of: the entity's name in a form that does not change.
    var canonical: String
    /// What tells it from entities of the same canonical name.
    var signature: UInt64
  }

  /// Makes the entities of the sets of nodes, in the order of their numbers.
  mutating func makeEntities() -> [ResolvedEntity] {
    var drafts: [Draft] = []
    for set in sets.sets() { drafts.append(draft(of: set)) }
    drafts.sort {
      ($0.canonical, $0.signature, $0.members.first ?? 0)
        < ($1.canonical, $1.signature, $1.members.first ?? 0)
    }
    var taken: Set<EntityID> = []
    return drafts.map { draft in
      let id = number(for: draft, taken: &taken)
      return ResolvedEntity(
        entity: Entity(id: id, kind: draft.kind, names: draft.names), members: draft.members)
    }.sorted { $0.entity.id < $1.entity.id }
  }

  /// A number made of the canonical name: positive and below 2⁵³, which JSON readers keep exactly.
  private func number(for draft: Draft, taken: inout Set<EntityID>) -> EntityID {
    var hash = FowlerNollVoHash()
    hash.feed(draft.canonical)
    var id = EntityID(rawValue: 0)
    repeat {
      id.rawValue = Int64(hash.value & ((1 << 53) - 1))
      hash.feed(draft.signature)
    } while id.rawValue == 0 || !taken.insert(id).inserted
    return id
  }

  private func draft(of set: [Int]) -> Draft {
    var counts: [Int: Int] = [:]
    var kinds: [EntityKind: Int] = [:]
    // A record with names in two scripts is in two nodes.
    var members = Set<Int>(minimumCapacity: nodes[set[0]].records.count)
    var signature: UInt64 = 0
    for node in set {
      for record in nodes[node].records where members.insert(record).inserted {
        for (name, form) in zip(recordNames[record], records[record].names) {
          counts[name, default: 0] += Self.plausible(form.count)
        }
        kinds[records[record].kind, default: 0] += mentionCount(of: record)
        var hash = FowlerNollVoHash()
        hash.feed(articleSignatures[recordArticles[record]])
        for name in recordNames[record] { hash.feed(names[name].hash) }
        signature &+= hash.value
      }
    }
    let known = set.compactMap { nodes[$0].known }.first
    let kind =
      EntityKind.allCases.max { left, right in
        (kinds[left] ?? 0) < (kinds[right] ?? 0)
      } ?? nodes[set[0]].kind
    var ranked = NameRanking(names: names, kind: kind, isKnown: known != nil && kind != .person)
      .ranked(counts)
    if let known, !ranked.contains(where: { $0.script == .latin }) {
      ranked.append(NameForm(text: known.name, count: 0))
    }
    return Draft(
      kind: kind, names: ranked, members: members.map { records[$0].key }.sorted(),
      canonical: canonical(kind: kind, known: known, set: set), signature: signature)
  }

  /// A well-known entity's English name; else the least folded identity, a Latin one where there is.
  private func canonical(kind: EntityKind, known: KnownEntity?, set: [Int]) -> String {
    let prefix = kind.rawValue + "\u{1F}"
    if let known { return prefix + known.name }
    let identities = set.map { names[nodes[$0].name] }
    let latin = identities.filter { $0.script == .latin }.map(\.key).min()
    return prefix + (latin ?? identities.map(\.key).min() ?? "")
  }
}
