extension LibraryResolver {
  /// What makes records one node.
  private struct Identity: Hashable, Comparable {
    var kind: EntityKind
    var known: KnownEntity?
    var key: String

    private var order: (String, String, String) { (kind.rawValue, known?.name ?? "", key) }

    static func < (left: Identity, right: Identity) -> Bool { left.order < right.order }
  }

  /// A name, given as an index, taken as a name of a kind.
  private struct NameReading: Hashable {
    var name: Int
    var kind: EntityKind
  }

  /// The identities found so far, each by a number.
  private struct IdentityCollector {
    var identities: [Identity] = []
    /// The records of each identity.
    var records: [[Int32]] = []
    /// Identities of which one record has both.
    var bridges: Set<[Int]> = []
    private var numbers: [Identity: Int] = [:]
    /// The identity of a name as a name of a kind, where that was asked for before.
    var known: [NameReading: Int?] = [:]

    /// The number of an identity.
    mutating func number(of identity: Identity) -> Int {
      if let number = numbers[identity] { return number }
      numbers[identity] = identities.count
      identities.append(identity)
      records.append([])
      return identities.count - 1
    }
  }

  /// The identities of records of one form that are one well-known entity.
  private struct Reading: Hashable {
    var form: Int32
    var known: Int
  }

  /// Makes a node of every identity, and of every record that has a lone name only.
  mutating func makeNodes() {
    let knowns = knownEntities()
    var collector = IdentityCollector()
    var found: [Reading: [Int]] = [:]
    var lone: [Int32] = []
    recordNodes = Array(repeating: -1, count: records.count)
    for index in records.indices {
      let reading = Reading(form: recordForms[index], known: Int(knowns.ofRecord[index]))
      let identities: [Int]
      if let known = found[reading] {
        identities = known
      } else {
        identities = self.identities(
          of: forms[Int(reading.form)],
          known: reading.known < 0 ? nil : knowns.entities[reading.known], collector: &collector)
        found[reading] = identities
        for other in identities.dropFirst() { collector.bridges.insert([identities[0], other]) }
      }
      guard let first = identities.first else {
        lone.append(Int32(index))
        continue
      }
      recordNodes[index] = Int32(first)
      for identity in identities { collector.records[identity].append(Int32(index)) }
    }

    var places = [Int](repeating: 0, count: collector.identities.count)
    for number in collector.identities.indices.sorted(by: {
      collector.identities[$0] < collector.identities[$1]
    }) {
      places[number] = nodes.count
      nodes.append(node(collector.identities[number], collector.records[number]))
      collector.records[number] = []
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

  private func node(_ identity: Identity, _ records: [Int32]) -> LinkNode {
    var node = LinkNode(kind: identity.kind, known: identity.known, name: 0, records: records)
    var own: Set<Int32> = []
    for record in records {
      let form = recordForms[Int(record)]
      own.insert(form)
      node.mentionCount += forms[Int(form)].mentionCount
    }
    node.forms = own.sorted()
    node.name =
      Set(node.forms.compactMap { name(of: identity, in: forms[Int($0)]) }).min {
        (names[$1].fullness, names[$0].text) < (names[$0].fullness, names[$1].text)
      } ?? 0
    return node
  }

  /// The name by which records of a form have an identity.
  private func name(of identity: Identity, in form: RecordForm) -> Int? {
    if identity.known != nil { return form.names.first }
    return form.names.first { key(of: $0, kind: form.kind) == identity.key } ?? form.names.first
  }

  private mutating func appendLoneNodes(_ lone: [Int32]) {
    let order = lone.sorted {
      let (x, y) = (names(ofRecord: Int($0)).first ?? 0, names(ofRecord: Int($1)).first ?? 0)
      return (names[x].text, recordArticles[Int($0)], records[Int($0)].key)
        < (names[y].text, recordArticles[Int($1)], records[Int($1)].key)
    }
    for index in order {
      recordNodes[Int(index)] = Int32(nodes.count)
      let form = forms[Int(recordForms[Int(index)])]
      nodes.append(
        LinkNode(
          kind: form.kind, known: nil, name: form.names.first ?? 0, isLone: true,
          records: [index], forms: [recordForms[Int(index)]], mentionCount: form.mentionCount))
    }
  }

  // MARK: - Well-known entities

  /// The well-known entity of each record, by its place in a list; -1 where it is none.
  private mutating func knownEntities() -> (entities: [KnownEntity], ofRecord: [Int32]) {
    var collector = KnownCollector()
    for index in forms.indices {
      switch standing(of: forms[index]) {
      case .known(let entity): forms[index].known = collector.number(of: entity)
      case .shared(let entity): forms[index].shared = collector.number(of: entity)
      case .doubtful: forms[index].isDoubtful = true
      case .unknown: break
      }
    }
    var ofRecord = recordForms.map { Int32(forms[Int($0)].known ?? -1) }
    decideShared(&ofRecord, &collector)
    decideDoubtful(&ofRecord, &collector)
    for (place, record) in known.enumerated() {
      let kind = records[newCount + place].kind
      let entity = record.known.map { KnownEntity(kind: kind, name: $0) }
      ofRecord[newCount + place] = entity.map { Int32(collector.number(of: $0)) } ?? -1
    }
    return (collector.entities, ofRecord)
  }

  /// Finds for each record of an institution that many countries have its country's.
  private func decideShared(_ ofRecord: inout [Int32], _ collector: inout KnownCollector) {
    let shared = records.indices.filter { forms[Int(recordForms[$0])].shared != nil }
    let countries = countries(of: Set(shared.map { recordArticles[$0] }))
    for index in shared {
      guard let country = countries[recordArticles[index]],
        let number = forms[Int(recordForms[index])].shared
      else { continue }
      let entity = tables.aliases.entity(collector.entities[number], of: country)
      ofRecord[index] = Int32(collector.number(of: entity))
    }
  }

  /// Finds for each record of which the company tells what it is what that is.
  private func decideDoubtful(_ ofRecord: inout [Int32], _ collector: inout KnownCollector) {
    let doubtful = records.indices.filter { forms[Int(recordForms[$0])].isDoubtful }
    guard !doubtful.isEmpty else { return }
    let articles = Set(doubtful.map { recordArticles[$0] })
    var company: [Int32: Set<Int32>] = [:]
    for index in records.indices where ofRecord[index] >= 0 {
      guard articles.contains(recordArticles[index]) else { continue }
      company[recordArticles[index], default: []].insert(ofRecord[index])
    }
    for index in doubtful {
      let names = Set(
        (company[recordArticles[index]] ?? []).map { collector.entities[Int($0)].name })
      let known = decide(of: forms[Int(recordForms[index])], among: names)
      ofRecord[index] = known.map { Int32(collector.number(of: $0)) } ?? -1
    }
  }

  /// The well-known entities found so far.
  private struct KnownCollector {
    var entities: [KnownEntity] = []
    private var numbers: [KnownEntity: Int] = [:]

    mutating func number(of entity: KnownEntity) -> Int {
      if let number = numbers[entity] { return number }
      numbers[entity] = entities.count
      entities.append(entity)
      return entities.count - 1
    }
  }

  /// What is known of records by their names alone.
  private enum Standing {
    case unknown
    case known(KnownEntity)
    /// One that many countries have.
    case shared(KnownEntity)
    /// One of several, by its company.
    case doubtful
  }

  /// What is known of records of a form: the first of its names, the fullest first, that one entity alone
  /// has; a name that many share counts only as the fullest.
  private func standing(of form: RecordForm) -> Standing {
    var isDoubtful = false
    for (place, name) in form.names.enumerated() {
      let own = tables.aliases.readings(of: names[name], kind: form.kind)
      guard let first = own.first else {
        if form.kind == .organization, let entity = national(names[name]) { return .known(entity) }
        continue
      }
      // A name that many share, and a surname, stands for the well-known one only where the article
      // has nothing fuller.
      let isShared = own.contains(where: \.isGeneric)
      if isShared || first.entity.kind == .person, place > 0 { continue }
      if isShared { return .shared(first.entity) }
      // Kef, the town, is not the CAF of football, though both are «الكاف».
      if form.kind == .place, first.entity.kind == .organization,
        tables.countries.contains(names[name].key)
      {
        continue
      }
      if place > 0, names[name].isAcronym, !speaks(names[form.names[0]], for: first.entity) {
        continue
      }
      // A name that means much else besides takes company even for its one reading.
      let isClear = own.contains(where: \.company.isEmpty)
      if isClear, own.allSatisfy({ $0.entity == first.entity }) { return .known(first.entity) }
      isDoubtful = true
    }
    return isDoubtful ? .doubtful : .unknown
  }

  /// Whether a fuller name does not speak against its acronym standing for a well-known entity: NBC is not
  /// NBC where the article has the Namibian Broadcasting Corporation.
  private func speaks(_ full: ParsedName, for entity: KnownEntity) -> Bool {
    guard full.script == .latin, !full.isAcronym else { return true }
    return !Set(full.words).isDisjoint(with: NameKey.key(of: entity.name).split(separator: " "))
  }

  /// The reading of a doubtful name that most of its company speaks for; without company the one that
  /// needs none, if there is one.
  private func decide(of form: RecordForm, among company: Set<String>) -> KnownEntity? {
    var best: (score: Int, reading: AliasTable.Reading)?
    for name in form.names {
      for reading in tables.aliases.readings(of: names[name], kind: form.kind) {
        let score =
          reading.company.isEmpty ? 1 : 2 * reading.company.count(where: company.contains)
        if score > best?.score ?? 0 { best = (score, reading) }
      }
      if best != nil { break }
    }
    return best?.reading.entity
  }

  // MARK: - Identities

  /// The identities of records of a form, that of the fullest name first, one for each script; none
  /// where they have a person's lone name only.
  private func identities(
    of form: RecordForm, known: KnownEntity?, collector: inout IdentityCollector
  ) -> [Int] {
    if let known {
      return [collector.number(of: Identity(kind: known.kind, known: known, key: ""))]
    }
    var identities: [Int] = []
    var scripts: [Script] = []
    for name in form.names where !scripts.contains(names[name].script) {
      guard let number = number(of: name, kind: form.kind, collector: &collector) else { continue }
      scripts.append(names[name].script)
      identities.append(number)
    }
    return identities
  }

  private func number(
    of name: Int, kind: EntityKind, collector: inout IdentityCollector
  ) -> Int? {
    let asked = NameReading(name: name, kind: kind)
    if let known = collector.known[asked] { return known }
    let number = key(of: name, kind: kind).map {
      collector.number(of: Identity(kind: kind, known: nil, key: $0))
    }
    collector.known[asked] = .some(number)
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
