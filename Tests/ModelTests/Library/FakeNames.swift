@testable import Model

/// Finds the given names and nothing else; it stands in for the product's tagger.
struct FakeTagger: Tagger {
  var names: [String: EntityKind]

  func mentions(in article: Article) -> [Mention] {
    var found: [Mention] = []
    for (name, kind) in names {
      let wanted = Array(name.unicodeScalars)
      var start = 0
      while start + wanted.count <= article.text.count {
        let range = TextRange(start, start + wanted.count)
        if Array(article.text.slice(range)) == wanted {
          found.append(Mention(range: range, kind: kind, confidence: 0.875))
          start = range.upperBound
        } else {
          start += 1
        }
      }
    }
    return found.sorted { $0.range < $1.range }
  }
}

/// Joins the names of each given group, across scripts, and leaves all others by themselves; it
/// stands in for the product's resolver.
struct FakeResolver: Resolver {
  var groups: [[String]]

  func localEntities(of mentions: [Mention], in article: Article) -> [LocalEntity] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, mention) in mentions.enumerated() {
      let name = article.text[mention.range]
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(index)
    }
    return order.compactMap { name in
      members[name].map { indices in
        LocalEntity(
          kind: mentions[indices[0]].kind,
          names: [NameForm(text: name, count: indices.count)], mentions: indices)
      }
    }
  }

  func entities(from records: [LocalEntityRecord]) -> [ResolvedEntity] {
    var joined: [Int64: ResolvedEntity] = [:]
    for record in records {
      let name = record.names[0].text
      let group = groups.firstIndex { $0.contains(name) }
      let id =
        group.map { Int64($0 + 1) }
        ?? name.unicodeScalars.reduce(1000) {
          ($0 &* 31 &+ Int64($1.value)) & 0x7FFF_FFFF
        }
      var entity =
        joined[id]
        ?? ResolvedEntity(
          entity: Entity(id: EntityID(rawValue: id), kind: record.kind, names: []), members: [])
      entity.members.append(record.key)
      if let known = entity.entity.names.firstIndex(where: { $0.text == name }) {
        entity.entity.names[known].count += record.names[0].count
      } else {
        entity.entity.names.append(record.names[0])
      }
      joined[id] = entity
    }
    for id in joined.keys { joined[id]?.entity.names.sort { $0.text < $1.text } }
    return joined.values.sorted { $0.entity.id < $1.entity.id }
  }
}
