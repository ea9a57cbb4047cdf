@testable import Model

/// Finds only the given names, in place of the product's tagger.
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

  func resolution(of records: [LocalEntityRecord], beside context: LibraryContext) -> Resolution {
    resolution(of: records)
  }

  func resolution(of records: [LocalEntityRecord]) -> Resolution {
    var joined: [Int64: Cluster] = [:]
    for record in records {
      let name = record.names[0].text
      let group = groups.firstIndex { $0.contains(name) }
      let id =
        group.map { Int64($0 + 1) }
        ?? name.unicodeScalars.reduce(1000) {
          ($0 &* 31 &+ Int64($1.value)) & 0x7FFF_FFFF
        }
      var cluster =
        joined[id]
        ?? Cluster(
          id: id, kind: record.kind, key: NameKey.key(of: name), names: [],
          kinds: KindCounts(), members: [])
      cluster.members.append(record.key)
      cluster.kinds[record.kind] += record.names[0].count
      if let known = cluster.names.firstIndex(where: { $0.form.text == name }) {
        cluster.names[known].form.count += record.names[0].count
      } else {
        cluster.names.append(ClusterName(form: record.names[0], words: 1, personWords: 1))
      }
      joined[id] = cluster
    }
    for id in joined.keys { joined[id]?.names.sort { $0.form.text < $1.form.text } }
    return Resolution(clusters: joined.values.sorted { $0.id < $1.id }, links: [])
  }
}
