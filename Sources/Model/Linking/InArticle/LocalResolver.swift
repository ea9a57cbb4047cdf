/// Groups the mentions of one article by what they name, from that article alone.
struct LocalResolver {
  let tables: LinkingTables
  let article: Article
  let mentions: [Mention]

  /// The name of each mention.
  private var names: [ParsedName] = []
  /// Mentions by their names.
  var clusters: [LocalCluster] = []
  /// Which clusters are one entity.
  var sets = DisjointSets(count: 0)
  /// The cluster of each mention; short names of people move to the full name's.
  var owner: [Int]

  /// Prepares to group the mentions of an article.
  init(tables: LinkingTables, article: Article, mentions: [Mention]) {
    self.tables = tables
    self.article = article
    self.mentions = mentions
    owner = Array(repeating: 0, count: mentions.count)
  }

  /// The groups, in the order of their first mentions.
  mutating func resolve() -> [LocalEntity] {
    clusterByName()
    sets = DisjointSets(count: clusters.count)
    joinKnown()
    joinAcronyms()
    joinShortForms()
    joinPeople()
    return groups()
  }

  // MARK: - Names

  private mutating func clusterByName() {
    var byKey: [String: [Int]] = [:]
    var order: [String] = []
    for (index, mention) in mentions.enumerated() {
      let text = text(of: mention)
      let name = tables.name(text)
      names.append(name)
      let key = name.key.isEmpty ? text : name.key
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(index)
    }
    let surnames = Set(names.compactMap { $0.person?.isLone == false ? $0.person?.last : nil })
    for key in order {
      let indices = byKey[key] ?? []
      for part in parts(of: indices, surnames: surnames) {
        let kind = majorityKind(of: part)
        for index in part { owner[index] = clusters.count }
        clusters.append(cluster(named: names[part[0]], kind: kind, mentions: part))
      }
    }
  }

  /// The mentions of one name, parted into people and others where both are meant: where some are
  /// tagged a person and the article has a full name that this is the surname of.
  private func parts(of indices: [Int], surnames: Set<String>) -> [[Int]] {
    let people = indices.filter { mentions[$0].kind == .person }
    guard !people.isEmpty, people.count < indices.count,
      let person = names[indices[0]].person, person.isLone, surnames.contains(person.last)
    else { return [indices] }
    return [people, indices.filter { mentions[$0].kind != .person }].sorted { $0[0] < $1[0] }
  }

  private func cluster(named name: ParsedName, kind: EntityKind, mentions: [Int]) -> LocalCluster {
    let readings = tables.aliases.readings(of: name, kind: kind)
    let isUnique = Set(readings.map(\.entity)).count == 1
    return LocalCluster(
      name: name, kind: kind, known: isUnique ? readings[0].entity : nil,
      isGeneric: readings.contains(where: \.isGeneric), mentions: mentions)
  }

  /// The text of a mention, an article that لل swallowed given back («للصين» names «الصين»).
  private func text(of mention: Mention) -> String {
    let range = mention.range
    guard range.lowerBound >= 0, range.upperBound <= article.text.count else { return "" }
    let text = article.text[range]
    let start = range.lowerBound
    if start > 0, range.count > 3, article.text.scalars[start] == "ل",
      article.text.scalars[start - 1] == "ل",
      start < 2 || !article.text.scalars[start - 2].properties.isAlphabetic
        || "وف".unicodeScalars.contains(article.text.scalars[start - 2])
    {
      return "ا" + text
    }
    return text
  }

  /// The kind that most mentions have; of equals, the one that is surer, then the earlier one.
  func majorityKind(of indices: [Int]) -> EntityKind {
    var best = mentions[indices[0]].kind
    var bestScore = (count: 0, confidence: 0.0)
    for kind in EntityKind.allCases {
      let own = indices.filter { mentions[$0].kind == kind }
      let score = (own.count, own.reduce(0) { $0 + mentions[$1].confidence })
      if score > bestScore || (score == bestScore && kind == mentions[indices[0]].kind) {
        (best, bestScore) = (kind, score)
      }
    }
    return best
  }

  /// Joins names that the aliases know for one entity.
  private mutating func joinKnown() {
    var first: [KnownEntity: Int] = [:]
    for (index, cluster) in clusters.enumerated() {
      guard let known = cluster.known else { continue }
      if let other = first[known] { sets.join(other, index) } else { first[known] = index }
    }
  }

  // MARK: - Groups

  private mutating func groups() -> [LocalEntity] {
    var members: [Int: [Int]] = [:]
    for index in mentions.indices {
      members[sets.root(of: owner[index]), default: []].append(index)
    }
    return members.values.sorted { $0[0] < $1[0] }.map { indices in
      LocalEntity(kind: majorityKind(of: indices), names: forms(of: indices), mentions: indices)
    }
  }

  /// The different names of some mentions, the fullest first, then the most used, then the earliest.
  private func forms(of indices: [Int]) -> [NameForm] {
    var forms: [NameForm] = []
    var fullness: [Int] = []
    var places: [String: Int] = [:]
    for index in indices {
      let name = names[index]
      if let place = places[name.text] {
        forms[place].count += 1
      } else {
        places[name.text] = forms.count
        forms.append(NameForm(text: name.text))
        fullness.append(name.fullness)
      }
    }
    return forms.indices.sorted {
      (fullness[$1], forms[$1].count, $0) < (fullness[$0], forms[$0].count, $1)
    }.map { forms[$0] }
  }
}
