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

  /// The identities found so far, each by a number.
  private struct IdentityCollector {
    var identities: [Identity] = []
    /// The records of each identity.
    var members: [[Membership]] = []
    /// Identities of which one record has both.
    var bridges: Set<[Int]> = []
    private var numbers: [Identity: Int] = [:]
    /// The identity of a name as a name of a kind, where that was asked for before.
    var known: [Int: Int?] = [:]

    /// The number of an identity.
    mutating func number(of identity: Identity) -> Int {
      if let number = numbers[identity] { return number }
      numbers[identity] = identities.count
      identities.append(identity)
      members.append([])
      return identities.count - 1
    }
  }

  /// Makes a node of every identity, and of every record that has a lone name only.
  mutating func makeNodes() {
    var readings: [Int: [AliasTable.Reading]] = [:]
    var company: [Int: Set<String>] = [:]
    var knowns: [KnownEntity?] = []
    var doubtful: [Int] = []
    for index in records.indices {
      let known = known(of: index, readings: &readings)
      knowns.append(known.entity)
      if known.isDoubtful { doubtful.append(index) }
      if let entity = known.entity {
        company[recordArticles[index], default: []].insert(entity.name)
      }
    }
    for index in doubtful {
      let names = company[recordArticles[index]] ?? []
      knowns[index] = decide(of: index, among: names, readings: &readings)
    }

    var collector = IdentityCollector()
    var lone: [Int] = []
    recordNodes = Array(repeating: 0, count: records.count)
    for index in records.indices {
      let identities = identities(of: index, known: knowns[index], collector: &collector)
      if identities.isEmpty { lone.append(index) }
      recordNodes[index] = Int32(identities.first?.0 ?? -1)
      for (identity, name) in identities {
        collector.members[identity].append(Membership(record: index, name: name))
      }
      for other in identities.dropFirst() {
        collector.bridges.insert([identities[0].0, other.0])
      }
    }

    var places = [Int](repeating: 0, count: collector.identities.count)
    for number in collector.identities.indices.sorted(by: {
      collector.identities[$0] < collector.identities[$1]
    }) {
      places[number] = nodes.count
      nodes.append(node(collector.identities[number], collector.members[number]))
    }
    for index in recordNodes.indices where recordNodes[index] >= 0 {
      recordNodes[index] = Int32(places[Int(recordNodes[index])])
    }
    appendLoneNodes(lone)
    sets = DisjointSets(count: nodes.count)
    for pair in collector.bridges.map({ $0.map { places[$0] } }).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) {
      link(pair[0], pair[1], .article, 0.9)
    }
  }

  private func node(_ identity: Identity, _ members: [Membership]) -> LinkNode {
    let name =
      Set(members.map(\.name)).min {
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
    let order = lone.sorted {
      let (x, y) = (recordNames[$0].first ?? 0, recordNames[$1].first ?? 0)
      return (names[x].text, recordArticles[$0], records[$0].key)
        < (names[y].text, recordArticles[$1], records[$1].key)
    }
    for index in order {
      recordNodes[index] = Int32(nodes.count)
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
  private func identities(
    of record: Int, known: KnownEntity?, collector: inout IdentityCollector
  ) -> [(Int, Int)] {
    guard let first = recordNames[record].first else { return [] }
    let kind = records[record].kind
    if let known {
      let identity = Identity(kind: known.kind, known: known, key: "")
      return [(collector.number(of: identity), first)]
    }
    var identities: [(Int, Int)] = []
    var scripts: [Script] = []
    for name in recordNames[record] where !scripts.contains(names[name].script) {
      guard let number = number(of: name, kind: kind, collector: &collector) else { continue }
      scripts.append(names[name].script)
      identities.append((number, name))
    }
    return identities
  }

  private func number(
    of name: Int, kind: EntityKind, collector: inout IdentityCollector
  ) -> Int? {
    let slot = name * 3 + (EntityKind.allCases.firstIndex(of: kind) ?? 0)
    if let known = collector.known[slot] { return known }
    let number = key(of: name, kind: kind).map {
      collector.number(of: Identity(kind: kind, known: nil, key: $0))
    }
    collector.known[slot] = .some(number)
    return number
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
