extension LibraryResolver {
  /// What makes records one node.
  private struct Identity: Hashable, Comparable {
    var kind: EntityKind
    var known: KnownEntity?
    var key: String

    private var order: (String, String, String) { (kind.rawValue, known?.name ?? "", key) }

    static func < (left: Identity, right: Identity) -> Bool { left.order < right.order }
  }

  /// A record's part in a node.
  private struct Membership {
    var record: Int
    var name: Int
  }

  /// Makes a node of every identity, and of every record that has a lone name only.
  mutating func makeNodes() {
    var readings: [Int: [AliasTable.Reading]] = [:]
    var company: [Int64: Set<String>] = [:]
    var knowns: [KnownEntity?] = []
    var doubtful: [Int] = []
    for (index, record) in records.enumerated() {
      let known = known(of: index, readings: &readings)
      knowns.append(known.entity)
      if known.isDoubtful { doubtful.append(index) }
      if let entity = known.entity { company[record.article, default: []].insert(entity.name) }
    }
    for index in doubtful {
      let names = company[records[index].article] ?? []
      knowns[index] = decide(of: index, among: names, readings: &readings)
    }

    var members: [Identity: [Membership]] = [:]
    var bridges: [(Identity, Identity)] = []
    var lone: [Int] = []
    for index in records.indices {
      let identities = identities(of: index, known: knowns[index])
      if identities.isEmpty { lone.append(index) }
      for (identity, name) in identities {
        members[identity, default: []].append(Membership(record: index, name: name))
      }
      for other in identities.dropFirst() { bridges.append((identities[0].0, other.0)) }
    }

    var places: [Identity: Int] = [:]
    for identity in members.keys.sorted() {
      places[identity] = nodes.count
      nodes.append(node(identity, members[identity] ?? []))
    }
    appendLoneNodes(lone)
    sets = DisjointSets(count: nodes.count)
    for (left, right) in bridges {
      if let x = places[left], let y = places[right] { sets.join(x, y) }
    }
  }

  private func node(_ identity: Identity, _ members: [Membership]) -> LinkNode {
    let name =
      members.map(\.name).min {
        (names[$1].fullness, names[$0].text) < (names[$0].fullness, names[$1].text)
      } ?? 0
    var node = LinkNode(kind: identity.kind, known: identity.known, name: name)
    for member in members where node.records.last != member.record {
      node.records.append(member.record)
      node.mentionCount += mentionCount(of: member.record)
    }
    return node
  }

  private mutating func appendLoneNodes(_ lone: [Int]) {
    let order = lone.map { index in
      (
        names[recordNames[index].first ?? 0].text,
        articleSignatures[records[index].article] ?? 0, records[index].key, index
      )
    }.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    for (_, _, _, index) in order {
      nodes.append(
        LinkNode(
          kind: records[index].kind, known: nil, name: recordNames[index].first ?? 0,
          isLone: true, records: [index], mentionCount: mentionCount(of: index)))
    }
  }

  /// How many mentions a record has.
  func mentionCount(of record: Int) -> Int {
    records[record].names.reduce(0) { $0 + Self.plausible($1.count) }
  }

  /// A count of mentions, kept where sums of it cannot overflow.
  static func plausible(_ count: Int) -> Int {
    min(max(0, count), 1 << 24)
  }

  // MARK: - Well-known entities

  /// The well-known entity that a record is: the first of its names, the fullest first, that one
  /// entity alone has; a name that many share counts only as the fullest.
  private func known(
    of record: Int, readings: inout [Int: [AliasTable.Reading]]
  ) -> (entity: KnownEntity?, isDoubtful: Bool) {
    var isDoubtful = false
    for (place, name) in recordNames[record].enumerated() {
      let own = self.readings(of: name, kind: records[record].kind, cache: &readings)
      guard let first = own.first else { continue }
      // A name that many share, and a surname, stands for the well-known one only where the article
      // has nothing fuller.
      let isShared = own.contains(where: \.isGeneric) || first.entity.kind == .person
      if isShared, place > 0 { continue }
      if own.allSatisfy({ $0.entity == first.entity }) { return (first.entity, false) }
      isDoubtful = true
    }
    return (nil, isDoubtful)
  }

  /// The reading of a doubtful name that most of its company speaks for; without company the one that
  /// needs none.
  private func decide(
    of record: Int, among company: Set<String>, readings: inout [Int: [AliasTable.Reading]]
  ) -> KnownEntity? {
    var best: (score: Int, reading: AliasTable.Reading)?
    for name in recordNames[record] {
      for reading in self.readings(of: name, kind: records[record].kind, cache: &readings) {
        let score =
          reading.company.isEmpty ? 1 : 2 * reading.company.count(where: company.contains)
        if score > best?.score ?? -1 { best = (score, reading) }
      }
      if best != nil { break }
    }
    return best?.reading.entity
  }

  private func readings(
    of name: Int, kind: EntityKind, cache: inout [Int: [AliasTable.Reading]]
  ) -> [AliasTable.Reading] {
    let slot = name * 3 + (EntityKind.allCases.firstIndex(of: kind) ?? 0)
    if let known = cache[slot] { return known }
    let found = tables.aliases.readings(of: names[name], kind: kind)
    cache[slot] = found
    return found
  }

  // MARK: - Identities

  /// The identities of a record, that of its fullest name first, one for each script; none where it has
  /// a person's lone name only.
  private func identities(of record: Int, known: KnownEntity?) -> [(Identity, Int)] {
    guard let first = recordNames[record].first else { return [] }
    if let known {
      return [(Identity(kind: known.kind, known: known, key: ""), first)]
    }
    var identities: [(Identity, Int)] = []
    var scripts: Set<Script> = []
    for name in recordNames[record] where !scripts.contains(names[name].script) {
      guard let key = key(of: name, kind: records[record].kind) else { continue }
      scripts.insert(names[name].script)
      identities.append((Identity(kind: records[record].kind, known: nil, key: key), name))
    }
    return identities
  }

  /// What identifies a name among names of its kind; `nil` for a person's lone name.
  private func key(of name: Int, kind: EntityKind) -> String? {
    let name = names[name]
    guard kind == .person else { return name.key.isEmpty ? name.text : name.key }
    guard let person = name.person else { return name.text }
    guard !person.isLone else { return nil }
    return (person.words + [person.suffix ?? ""]).joined(separator: " ")
  }
}
