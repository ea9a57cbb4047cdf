extension LibraryResolver {
  /// How much common company joins a lone name to the one full name that it may be short for.
  private static let supportForShort = 5.0
  /// How much common company joins two lone names.
  private static let supportForLone = 8.0
  /// How much more company the best full name must have than the next.
  private static let advantage = 1.5

  /// Joins lone names to a full name of the library that they are short for, or to each other.
  ///
  /// The name alone is never enough: the company must speak for it.
  mutating func joinLoneNames() {
    let lone = nodes.indices.filter { nodes[$0].isLone && !names[nodes[$0].name].key.isEmpty }
    guard !lone.isEmpty else { return }
    let company = company()
    var index = LoneNameIndex(matcher: tables.matcher)
    for set in sets.sets() where !nodes[set[0]].isLone && nodes[set[0]].kind == .person {
      for node in set { index.addFullName(names[nodes[node].name], entity: set[0]) }
    }
    var profiles: [Int: [Int: Double]] = [:]
    func profile(_ entity: Int) -> [Int: Double] {
      if let known = profiles[entity] { return known }
      let profile = company.profile(of: entity)
      profiles[entity] = profile
      return profile
    }
    var joins: [(Int, Int)] = []
    var left: [Int] = []
    for node in lone {
      let own = profile(node)
      let ranked = index.entities(for: names[nodes[node].name])
        .filter { !shareArticle(node, $0) }
        .map { (support: company.support(own, profile($0)), entity: $0) }
        .sorted { ($1.support, $0.entity) < ($0.support, $1.entity) }
      if let best = ranked.first, best.support >= Self.supportForShort,
        ranked.count == 1 || best.support >= Self.advantage * ranked[1].support
      {
        joins.append((node, best.entity))
      } else {
        left.append(node)
      }
    }
    for (node, entity) in joins { sets.join(entity, node) }
    for node in left { index.addLoneName(names[nodes[node].name], entity: node) }
    for node in left {
      for other in index.loneNames(like: names[nodes[node].name]) where other > node {
        if company.support(profile(node), profile(other)) >= Self.supportForLone {
          sets.join(node, other)
        }
      }
    }
  }

  /// Whether a lone name stands in an article that names the entity in full in the same script: had
  /// they been one, the article itself would have told.
  private func shareArticle(_ lone: Int, _ entity: Int) -> Bool {
    guard let record = nodes[lone].records.first else { return false }
    let script = names[nodes[lone].name].script
    return nodes[entity].records.contains {
      records[$0].article == records[record].article
        && recordNames[$0].contains { names[$0].script == script }
    }
  }
}
