extension LibraryResolver {
  /// A cluster before it has its number.
  private struct Draft {
    var node: Int
    /// The name that its key is of: an index of the names.
    var name: Int
    var kind: EntityKind
    var known: String?
    var isLone = false
    /// What its number is made of.
    var canonical = ""
    var records: [Int32] = []
  }

  /// Makes the clusters of the nodes, and turns links between nodes into links between clusters.
  ///
  /// - Parameter keys: The key of each record.
  mutating func makeClusters(of keys: [Int64]) -> Resolution {
    var drafts: [Draft] = []
    var hubs = [Int](repeating: -1, count: nodes.count)
    appendIdentified(to: &drafts, hubs: &hubs)
    appendLone(to: &drafts, hubs: &hubs)
    for node in nodes.indices where hubs[node] < 0 {
      // All its records have a fuller name in the other script, and are in that one's cluster.
      if let record = nodes[node].records.first { hubs[node] = hubs[Int(recordNodes[Int(record)])] }
    }

    var taken: Set<Int64> = []
    var clusters: [Cluster] = []
    clusters.reserveCapacity(drafts.count)
    for draft in drafts { clusters.append(cluster(of: draft, keys, taken: &taken)) }
    giveSounds(to: &clusters, hubs)
    let entities = drafts.map(knownEntity)
    let order = clusters.indices.sorted { clusters[$0].id < clusters[$1].id }
    var places = [Int](repeating: 0, count: clusters.count)
    for (place, cluster) in order.enumerated() { places[cluster] = place }
    var best: [ClusterPair: ClusterLink] = [:]
    func note(_ left: Int, _ right: Int, _ reason: LinkReason, _ confidence: Double) {
      // What the library decided of its own clusters it decided with all their articles before it.
      if entities[left] != nil, entities[right] != nil { return }
      let (x, y) = (min(places[left], places[right]), max(places[left], places[right]))
      let pair = ClusterPair(left: x, right: y)
      guard x != y, best[pair]?.confidence ?? -1 < confidence else { return }
      best[pair] = ClusterLink(left: x, right: y, reason: reason, confidence: confidence)
    }
    for (index, draft) in drafts.enumerated() where hubs[draft.node] != index {
      let isAlias = draft.known != nil
      note(hubs[draft.node], index, isAlias ? .alias : .sameName, isAlias ? 0.97 : 0.99)
    }
    for link in links {
      note(hubs[link.left], hubs[link.right], link.reason, link.confidence)
    }
    // In place: a library has hundreds of thousands.
    clusters.sort { $0.id < $1.id }
    return Resolution(
      clusters: clusters,
      links: best.values.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }

  /// Gives each node's sounds to the node's hub, ascending and each once.
  private mutating func giveSounds(to clusters: inout [Cluster], _ hubs: [Int]) {
    var found = sounds
    sounds = []
    for place in found.indices { found[place].node = Int32(hubs[Int(found[place].node)]) }
    func order(_ sound: NodeSound) -> (Int32, Int64) { (sound.node, Int64(bitPattern: sound.key)) }
    found.sort { order($0) < order($1) }
    var start = found.partitioningIndex { $0.node >= 0 }
    while start < found.count {
      let hub = found[start].node
      let end = found[start...].partitioningIndex { $0.node > hub }
      var keys: [Int64] = []
      for sound in found[start..<end] where keys.last != Int64(bitPattern: sound.key) {
        keys.append(Int64(bitPattern: sound.key))
      }
      clusters[Int(hub)].sounds = keys
      start = end
    }
  }

  private struct ClusterPair: Hashable {
    var left: Int
    var right: Int
  }

  /// Appends the clusters of nodes with an identity, one for each folded form of their records' fullest
  /// names; the one with the most records is the node's hub.
  private func appendIdentified(to drafts: inout [Draft], hubs: inout [Int]) {
    for node in nodes.indices where !nodes[node].isLone {
      var own: [String: Int] = [:]
      var ofName: [Int: Int] = [:]
      let start = drafts.count
      for record in nodes[node].records where recordNodes[Int(record)] == Int32(node) {
        let name = names(ofRecord: Int(record))[0]
        let place: Int
        if let known = ofName[name] {
          place = known
        } else {
          let key = clusterKey(of: name)
          place = own[key] ?? drafts.count
          if place == drafts.count {
            let known = nodes[node].known?.name
            let canonical = [nodes[node].kind.rawValue, known, key].compactMap { $0 }
            drafts.append(
              Draft(
                node: node, name: name, kind: nodes[node].kind, known: known,
                canonical: canonical.joined(separator: "\u{1F}")))
            own[key] = place
          }
          ofName[name] = place
        }
        drafts[place].records.append(record)
      }
      hubs[node] =
        drafts.indices[start...].max {
          (drafts[$0].records.count, drafts[$1].canonical)
            < (drafts[$1].records.count, drafts[$0].canonical)
        } ?? -1
    }
  }

  /// Appends a cluster for each lone name.
  private func appendLone(to drafts: inout [Draft], hubs: inout [Int]) {
    for node in nodes.indices where nodes[node].isLone {
      let record = nodes[node].records[0]
      let canonical = [
        nodes[node].kind.rawValue, "lone", names[nodes[node].name].text,
        String(articleSignatures[Int(recordArticles[Int(record)])]),
      ]
      hubs[node] = drafts.count
      drafts.append(
        Draft(
          node: node, name: nodes[node].name, kind: nodes[node].kind, isLone: true,
          canonical: canonical.joined(separator: "\u{1F}"), records: [record]))
    }
  }

  /// The entity of the context that a draft is of already.
  private func knownEntity(of draft: Draft) -> Int? {
    draft.records.lazy.compactMap(knownPlace).first.map { known[$0].entity }
  }

  private func clusterKey(of name: Int) -> String {
    names[name].key.isEmpty ? names[name].text : names[name].key
  }

  private func cluster(
    of draft: Draft, _ keys: [Int64], taken: inout Set<Int64>
  ) -> Cluster {
    var ofForm: [Int32: Int] = [:]
    let records = draft.records.filter { Int($0) < newCount }
    for record in records { ofForm[recordForms[Int(record)], default: 0] += 1 }
    var counts: [Int: Int] = [:]
    var kinds = KindCounts()
    for (index, number) in ofForm {
      let form = forms[Int(index)]
      for (name, count) in zip(form.names, form.counts) {
        counts[name, default: 0] += number * count
      }
      kinds[form.kind] += number * form.mentionCount
    }
    let own = counts.map { name, count in
      ClusterName(
        form: NameForm(text: names[name].text, count: count), words: names[name].wordCount,
        personWords: names[name].person?.words.count ?? 0)
    }.sorted { ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text) }
    var id: Int64
    if let known = draft.records.lazy.compactMap(knownPlace).first {
      id = self.known[known].cluster
      taken.insert(id)
    } else {
      id = EntityNumber.of(draft.canonical)
      while !taken.insert(id).inserted { id = EntityNumber.next(after: id, for: id) }
    }
    return Cluster(
      id: id, kind: draft.kind, key: clusterKey(of: draft.name), known: draft.known,
      isLone: draft.isLone, names: own, kinds: kinds,
      members: records.map { keys[Int($0)] }.sorted())
  }
}
