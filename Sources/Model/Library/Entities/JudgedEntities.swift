/// Entities made of parts under the reader's judgements, before they have their numbers.
struct JudgedEntities {
  /// An entity.
  struct Member {
    /// Its parts: indices, ascending.
    var parts: [Int]
    /// What it is and how it is called.
    var sketch: EntitySketch
    /// Whether a judgement changed its name or kind.
    var isJudged: Bool
  }

  /// The entities, by their least parts.
  let entities: [Member]

  /// Groups parts, and names the groups.
  init(of parts: [ResolvedPart], links: [PartLink], under constraints: PartConstraints) {
    var shown: [Int: (order: Int, name: String)] = [:]
    for (order, judged) in constraints.shown.enumerated() {
      shown[judged.part] = (order, judged.name)
    }
    var kinds: [Int: (order: Int, kind: EntityKind)] = [:]
    for (order, judged) in constraints.kinds.enumerated() {
      kinds[judged.part] = (order, judged.kind)
    }
    let groups = PartGrouping(parts: parts, links: links).groups(under: constraints)
    entities = groups.map { group in
      var sketch = EntitySketch(of: group.map { parts[$0] })
      var isJudged = false
      if !kinds.isEmpty, let latest = group.compactMap({ kinds[$0] }).max(by: { $0.0 < $1.0 }) {
        sketch.kind = latest.kind
        isJudged = true
      }
      if !shown.isEmpty, let latest = group.compactMap({ shown[$0] }).max(by: { $0.0 < $1.0 }) {
        sketch.show(as: latest.name)
        isJudged = true
      }
      return Member(parts: group, sketch: sketch, isJudged: isJudged)
    }
  }
}

extension EntitySketch {
  /// Puts a name before all others of its script.
  mutating func show(as text: String) {
    let count = names.first { $0.text == text }?.count ?? 0
    names.removeAll { $0.text == text }
    let form = NameForm(text: text, count: count)
    names.insert(form, at: names.firstIndex { $0.script == form.script } ?? names.count)
  }
}
