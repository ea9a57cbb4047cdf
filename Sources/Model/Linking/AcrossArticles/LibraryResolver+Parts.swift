extension LibraryResolver {
  /// A part before it has its number.
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

  /// Makes the parts of the nodes, and turns links between nodes into links between parts.
  ///
  /// - Parameter keys: The key of each record.
  mutating func makeParts(of keys: [Int64]) -> Resolution {
    var drafts: [Draft] = []
    var hubs = [Int](repeating: -1, count: nodes.count)
    appendIdentified(to: &drafts, hubs: &hubs)
    appendLone(to: &drafts, hubs: &hubs)
    for node in nodes.indices where hubs[node] < 0 {
      // All its records have a fuller name in the other script, and are in that one's part.
      if let record = nodes[node].records.first { hubs[node] = hubs[Int(recordNodes[Int(record)])] }
    }

    var taken: Set<Int64> = []
    var parts: [ResolvedPart] = []
    parts.reserveCapacity(drafts.count)
    for draft in drafts { parts.append(part(of: draft, keys, taken: &taken)) }
    for (node, keys) in sounds where hubs[node] >= 0 {
      parts[hubs[node]].sounds = Set(keys.map { Int64(bitPattern: $0) }).sorted()
    }
    let order = parts.indices.sorted { parts[$0].id < parts[$1].id }
    var places = [Int](repeating: 0, count: parts.count)
    for (place, part) in order.enumerated() { places[part] = place }
    var best: [PartPair: PartLink] = [:]
    func note(_ left: Int, _ right: Int, _ reason: LinkReason, _ confidence: Double) {
      let (x, y) = (min(places[left], places[right]), max(places[left], places[right]))
      let pair = PartPair(left: x, right: y)
      guard x != y, best[pair]?.confidence ?? -1 < confidence else { return }
      best[pair] = PartLink(left: x, right: y, reason: reason, confidence: confidence)
    }
    for (index, draft) in drafts.enumerated() where hubs[draft.node] != index {
      let isAlias = draft.known != nil
      note(hubs[draft.node], index, isAlias ? .alias : .sameName, isAlias ? 0.97 : 0.99)
    }
    for link in links {
      note(hubs[link.left], hubs[link.right], link.reason, link.confidence)
    }
    return Resolution(
      parts: order.map { parts[$0] },
      links: best.values.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }

  private struct PartPair: Hashable {
    var left: Int
    var right: Int
  }

  /// Appends the parts of nodes with an identity, one for each folded form of their records' fullest
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
          let key = partKey(of: name)
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

  /// Appends a part for each lone name.
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

  private func partKey(of name: Int) -> String {
    names[name].key.isEmpty ? names[name].text : names[name].key
  }

  private func part(
    of draft: Draft, _ keys: [Int64], taken: inout Set<Int64>
  ) -> ResolvedPart {
    var ofForm: [Int32: Int] = [:]
    for record in draft.records { ofForm[recordForms[Int(record)], default: 0] += 1 }
    var counts: [Int: Int] = [:]
    var kinds = [Int](repeating: 0, count: EntityKind.allCases.count)
    for (index, number) in ofForm {
      let form = forms[Int(index)]
      for (name, count) in zip(form.names, form.counts) {
        counts[name, default: 0] += number * count
      }
      kinds[Int(form.kind.code)] += number * form.mentionCount
    }
    let own = counts.map { name, count in
      PartName(
        form: NameForm(text: names[name].text, count: count), words: names[name].wordCount,
        personWords: names[name].person?.words.count ?? 0)
    }.sorted { ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text) }
    var id = EntityNumber.of(draft.canonical)
    while !taken.insert(id).inserted { id = EntityNumber.next(after: id, for: id) }
    return ResolvedPart(
      id: id, kind: draft.kind, key: partKey(of: draft.name), known: draft.known,
      isLone: draft.isLone, names: own, kinds: kinds,
      members: draft.records.map { keys[Int($0)] }.sorted())
  }
}
