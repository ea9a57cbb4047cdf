extension LibraryResolver {
  /// How many times as often as all others together a kind must be found to absorb them.
  private static let dominance = 4
  /// How many of several people that a name fits are proposed for it.
  private static let mostProposals = 4
  /// The share of common company that speaks for a name with words left out that might be another's.
  private static let shareForShortened = 0.1
  /// A first name that tells less, in nats, stands before many other first names.
  private static let leastInformationOfFirst = 3.5
  /// How sure a link is that competes with another as good.
  private static let ambiguous = 0.4

  /// Joins nodes of one name.
  ///
  /// Those of one kind are one, and where a kind is found far more often the others are mistakes.
  /// Otherwise a person and a place of the same name stay apart.
  mutating func joinSameNames() {
    var byKey: [String: [Int]] = [:]
    for node in nodes.indices where !nodes[node].isLone {
      for key in keys(of: node) { byKey[key, default: []].append(node) }
    }
    for (_, same) in byKey.sorted(by: { $0.key < $1.key }) where same.count > 1 {
      for kind in EntityKind.allCases where kind != .person {
        let own = same.filter { nodes[$0].kind == kind && nodes[$0].known == nil }
        for node in own.dropFirst() { link(own[0], node, .sameName, 0.99) }
      }
      let total = same.reduce(0) { $0 + nodes[$1].mentionCount }
      guard let leader = same.max(by: { nodes[$0].mentionCount < nodes[$1].mentionCount }),
        nodes[leader].mentionCount >= Self.dominance * (total - nodes[leader].mentionCount)
      else { continue }
      for node in same where node != leader && nodes[node].known == nil {
        link(leader, node, .sameName, 0.9)
      }
    }
  }

  /// The folded forms of the names that a node's records have in full.
  private func keys(of node: Int) -> Set<String> {
    var full: Set<Int> = [nodes[node].name]
    if nodes[node].known != nil {
      for form in nodes[node].forms { full.formUnion(forms[Int(form)].names.prefix(1)) }
    }
    return Set(full.flatMap { [names[$0].key] + (names[$0].keyWithArticles.map { [$0] } ?? []) })
  }

  // MARK: - People

  /// What spellings of one full name share.
  private struct VariantKey: Hashable {
    var script: Script
    var first: [UInt8]
    var last: [UInt8]
  }

  /// Joins full names of people that one compatible person alone can have.
  mutating func joinVariantsOfPeople() {
    var company: NodeCompany?
    var buckets: [VariantKey: [Int]] = [:]
    var order: [VariantKey] = []
    for node in nodes.indices where nodes[node].kind == .person && !nodes[node].isLone {
      guard let person = names[nodes[node].name].person, !person.isLone else { continue }
      let key = VariantKey(
        script: person.script,
        first: WordVariants.consonantKey(person.first, script: person.script),
        last: WordVariants.consonantKey(person.last, script: person.script))
      if buckets[key] == nil { order.append(key) }
      buckets[key, default: []].append(node)
    }
    for key in order {
      if let bucket = buckets[key], bucket.count > 1 { joinCompatible(bucket, &company) }
    }
  }

  private mutating func joinCompatible(_ bucket: [Int], _ company: inout NodeCompany?) {
    let order = bucket.sorted {
      (wordCount($1), nodes[$1].mentionCount, $0) < (wordCount($0), nodes[$0].mentionCount, $1)
    }
    var people: [[Int]] = []
    for node in order {
      guard let name = names[nodes[node].name].person else { continue }
      let fitting = people.indices.filter { person in
        people[person].allSatisfy { names[nodes[$0].name].person?.isCompatible(with: name) == true }
          && (isSureSpelling(people[person][0], node)
            || share(people[person][0], node, &company) >= Self.shareForShortened)
      }
      if fitting.count == 1 {
        link(people[fitting[0]][0], node, .spelling, confidence(of: people[fitting[0]][0], node))
        people[fitting[0]].append(node)
      } else {
        for person in fitting.prefix(Self.mostProposals) {
          link(people[person][0], node, .spelling, Self.ambiguous)
        }
        people.append([node])
      }
    }
  }

  /// Whether two compatible names are one without company: of as many words, or the shorter one tells as much.
  ///
  /// Of «محمد فاضل العياري» the rest without «فاضل» does not, which is more the name than «محمد» is.
  private func isSureSpelling(_ left: Int, _ right: Int) -> Bool {
    guard let x = names[nodes[left].name].person, let y = names[nodes[right].name].person,
      x.words.count != y.words.count
    else { return true }
    let (short, long) = x.words.count < y.words.count ? (x, y) : (y, x)
    guard short.words.count == 2 || long.words[1] != short.words[1] else { return true }
    return areOneSound(x.last, y.last, x.script) && areOneSound(x.first, y.first, x.script)
      && tables.information(ofWord: short.first) >= Self.leastInformationOfFirst
  }

  /// Whether two words of a script are the same but for spelling.
  private func areOneSound(_ left: String, _ right: String, _ script: Script) -> Bool {
    WordVariants.normalized(left, script: script) == WordVariants.normalized(right, script: script)
  }

  /// How sure it is that two compatible full names are one person's.
  private func confidence(of left: Int, _ right: Int) -> Double {
    let (x, y) = (names[nodes[left].name].person, names[nodes[right].name].person)
    if x?.words.count != y?.words.count { return 0.85 }
    return x?.first == y?.first && x?.last == y?.last ? 0.95 : 0.9
  }

  private func wordCount(_ node: Int) -> Int {
    names[nodes[node].name].person?.words.count ?? 0
  }

  // MARK: - Places and organizations

  /// Joins names of places, and of organizations, that are the same words in spellings of one script.
  mutating func joinVariantsOfOthers() {
    for bucket in bucketsOfOthers() {
      for (place, node) in bucket.enumerated().dropFirst() {
        let other = bucket[..<place].first { other in
          areOpen(other, node) && areVariants(nodes[other].name, nodes[node].name)
        }
        if let other { link(other, node, .spelling, 0.9) }
      }
    }
  }

  /// Whether two nodes are not known for two entities; of one name they were looked at before.
  private func areOpen(_ left: Int, _ right: Int) -> Bool {
    guard let x = nodes[left].known, let y = nodes[right].known else {
      return names[nodes[left].name].key != names[nodes[right].name].key
    }
    return x == y
  }

  /// Whether two names of one script are the same words in spellings that differ as transliterations do;
  /// a single word, which much else resembles, in spellings of the same sounds.
  private func areVariants(_ left: Int, _ right: Int) -> Bool {
    let (x, y) = (names[left].words, names[right].words)
    if x.count == 1 {
      let sounds = [x[0], y[0]].map {
        WordVariants.normalized(String($0), script: names[left].script)
      }
      return y.count == 1 && sounds[0] == sounds[1]
    }
    return haveWords(left, right) { first, second, script in
      WordVariants.areVariants(first, second, script: script) && !areTwoCountries(first, second)
    }
  }

  /// Whether two words are names of two countries, which are no spellings of one: Ghana and Guyana.
  private func areTwoCountries(_ left: String, _ right: String) -> Bool {
    guard left != right, let x = tables.countries.rows(for: left).first?.first,
      let y = tables.countries.rows(for: right).first?.first
    else { return false }
    return x != y
  }

  /// Whether two names of one script have the same words, in order, by a measure of words.
  func haveWords(
    _ left: Int, _ right: Int, _ areOne: (String, String, Script) -> Bool
  ) -> Bool {
    let (x, y) = (names[left].words, names[right].words)
    return x.count == y.count
      && zip(x, y).allSatisfy { areOne(String($0), String($1), names[left].script) }
  }

  /// Nodes of places and organizations whose names have the same consonants word by word, the best attested
  /// first; well-known ones only where the name is not known for another.
  private func bucketsOfOthers() -> [[Int]] {
    var buckets: [String: [Int]] = [:]
    for node in nodes.indices where nodes[node].kind != .person && !nodes[node].isLone {
      let name = names[nodes[node].name]
      guard !name.isAcronym, name.key.count > 3 else { continue }
      let keys = name.words.map {
        String(decoding: WordVariants.consonantKey(String($0), script: name.script), as: UTF8.self)
      }
      let key = ([nodes[node].kind.rawValue, "\(name.script)"] + keys).joined(separator: " ")
      buckets[key, default: []].append(node)
    }
    return buckets.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { entry in
      entry.value.sorted {
        (nodes[$1].mentionCount, $0) < (nodes[$0].mentionCount, $1)
      }
    }
  }

  // MARK: - Organizations

  /// An acronym of so many letters or fewer stands for too many to be joined without company.
  private static let shortAcronym = 3
  /// The share of common company that speaks for it.
  private static let shareForAcronym = 0.1

  /// Joins an acronym to the entity that has it beside its full name, where that is one alone in each
  /// script; so a full name in the other script finds its counterpart through the acronym.
  ///
  /// A short acronym needs company besides: BTS sings, and is a company too.
  mutating func joinAcronyms() {
    var alone: [String: [Int]] = [:]
    var bearers: [String: [Int]] = [:]
    for node in nodes.indices where nodes[node].kind == .organization && !nodes[node].isLone {
      let own = nodes[node].name
      if names[own].isAcronym {
        if nodes[node].known == nil { alone[names[own].key, default: []].append(node) }
        continue
      }
      let acronyms = names(ofNode: node).filter { names[$0].isAcronym }
      for key in Set(acronyms.map { names[$0].key }) { bearers[key, default: []].append(node) }
    }
    var joins: [AcronymJoin] = []
    for (key, own) in bearers.sorted(by: { $0.key < $1.key }) {
      var roots: [Script: Set<Int>] = [:]
      for node in own {
        roots[names[nodes[node].name].script, default: []].insert(sets.root(of: node))
      }
      guard roots.allSatisfy({ $0.value.count == 1 }) else { continue }
      let others = own.dropFirst() + (alone[key] ?? [])
      joins += others.map {
        AcronymJoin(bearer: own[0], other: $0, isShort: key.count <= Self.shortAcronym)
      }
    }
    var company: NodeCompany?
    for join in joins {
      let isSure =
        !join.isShort || share(join.bearer, join.other, &company) >= Self.shareForAcronym
      link(join.bearer, join.other, .acronym, isSure ? 0.9 : Self.ambiguous)
    }
  }

  /// An entity that has an acronym beside its full name, and another of that acronym.
  private struct AcronymJoin {
    var bearer: Int
    var other: Int
    /// Whether the acronym stands for many.
    var isShort: Bool
  }
}

extension LibraryResolver {
  /// The company that nodes keep as they were joined when it was first asked for.
  private struct NodeCompany {
    fileprivate var company: Company
    fileprivate var sets: DisjointSets
  }

  /// What part of its company the one of two nodes with fewer articles shares with the other.
  private func share(_ left: Int, _ right: Int, _ company: inout NodeCompany?) -> Double {
    var own = company ?? NodeCompany(company: self.company(), sets: sets)
    // Let go of meanwhile, so that it is changed in place.
    company = nil
    defer { company = own }
    return own.company.share(own.sets.root(of: left), own.sets.root(of: right))
  }
}
