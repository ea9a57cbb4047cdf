extension LibraryResolver {
  /// The share of common company that joins a lone name to the one full name that it may be short for.
  private static let shareForShort = 0.2
  /// The share that joins two lone names, and a lone name to a full one that only sounds like it, in the other
  /// script.
  private static let shareForLone = 0.3
  /// The share that joins a lone name that so many bear as bear a first name.
  private static let shareForCommon = 0.6
  /// A lone name that tells less, in nats, is as common as first names are.
  private static let leastInformation = 7.0
  /// The share that is enough to propose a full name for a lone one.
  private static let shareToPropose = 0.1
  /// How sure a proposed link of a lone name is.
  private static let proposal = 0.35
  /// How much more company the best full name must have than the next.
  private static let advantage = 1.5

  /// Joins lone names to a full name of the library that they are short for, or to each other.
  ///
  /// The name alone is never enough: the company must speak for it.
  mutating func joinLoneNames() {
    let lone = nodes.indices.filter { nodes[$0].isLone && !names[nodes[$0].name].key.isEmpty }
    var index = LoneNameIndex(names: names, matcher: tables.matcher)
    let people = sets.sets().filter { !nodes[$0[0]].isLone && nodes[$0[0]].kind == .person }
    index.indexFullNames(
      people.flatMap { set in
        Set(set.flatMap(fullNames)).sorted().map { LoneNameIndex.Entry(entity: set[0], name: $0) }
      })
    for node in people.joined() {
      for name in fullNames(ofNode: node) {
        note(sounds: index.keys(of: name).map(SoundKey.surname), of: node)
      }
    }
    for node in lone {
      note(sounds: index.keys(of: nodes[node].name).map(SoundKey.lone), of: node)
    }
    guard !lone.isEmpty else { return }
    var company = company()
    var joins: [NodeLink] = []
    var left: [Int] = []
    // A lone name that the library has as someone's stays theirs.
    for node in lone where !isStored(node) || nodes[sets.root(of: node)].isLone {
      let ranked = index.entities(for: nodes[node].name)
        .filter { !shareArticle(node, $0, company) }
        .map { (share: company.share(node, $0), entity: $0) }
        .sorted { ($1.share, $0.entity) < ($0.share, $1.entity) }
      if let best = ranked.first, best.share >= least(for: node, best.entity, index),
        ranked.count == 1 || best.share >= Self.advantage * ranked[1].share
      {
        joins.append(
          NodeLink(
            left: best.entity, right: node, reason: .company,
            confidence: Self.confidence(best.share)))
      } else {
        left.append(node)
        if let best = ranked.first, best.share >= Self.shareToPropose {
          joins.append(
            NodeLink(left: best.entity, right: node, reason: .company, confidence: Self.proposal))
        }
      }
    }
    for join in joins { link(join.left, join.right, join.reason, join.confidence) }
    index.indexLoneNames(left.map { LoneNameIndex.Entry(entity: $0, name: nodes[$0].name) })
    for node in left {
      for other in index.loneNames(like: nodes[node].name) where other > node {
        let share = company.share(node, other)
        if share >= Self.shareForLone { link(node, other, .company, Self.confidence(share)) }
      }
    }
  }

  /// The name of a person's node, and those in full that the node of a well-known person has besides.
  private func fullNames(ofNode node: Int) -> [Int] {
    guard nodes[node].known != nil else { return [nodes[node].name] }
    return names(ofNode: node).filter { names[$0].person?.isLone == false }
      + (names[nodes[node].name].person?.isLone == false ? [] : [nodes[node].name])
  }

  /// The share of common company that joins a lone name to an entity.
  private func least(for lone: Int, _ entity: Int, _ index: LoneNameIndex) -> Double {
    if tables.information(ofWord: names[nodes[lone].name].key) < Self.leastInformation {
      return Self.shareForCommon
    }
    return index.hasFullName(entity, inScriptOf: nodes[lone].name)
      ? Self.shareForShort : Self.shareForLone
  }

  /// How sure a link is that company made: surer the more of it there is.
  private static func confidence(_ share: Double) -> Double {
    0.6 + 0.35 * min(1, share)
  }

  /// Whether a lone name stands in an article that names the entity in full in the same script: had
  /// they been one, the article itself would have told.
  private func shareArticle(_ lone: Int, _ entity: Int, _ company: Company) -> Bool {
    guard let record = nodes[lone].records.first else { return false }
    let article = recordArticles[Int(record)]
    guard company.names(entity, in: Int(article)) else { return false }
    let script = names[nodes[lone].name].script
    return nodes[entity].records.contains {
      recordArticles[Int($0)] == article
        && names(ofRecord: Int($0)).contains { names[$0].script == script }
    }
  }
}
