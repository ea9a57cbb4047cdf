/// An entity made of clusters, before it has its number.
struct EntitySketch {
  /// What it is: what most of its mentions say, or a reader.
  var kind: EntityKind
  /// Its names in order.
  var names: [NameForm]
  /// The number that it has where it had none before.
  var freshID: Int64
  /// What orders entities that want one number, with the least number of its clusters.
  var canonical: String
  /// The least number of its clusters.
  var leastCluster: Int64

  /// Gathers the names and the kind of some clusters, at least one.
  init(of clusters: [Cluster]) {
    var kinds = KindCounts()
    for cluster in clusters { kinds += cluster.kinds }
    let kind = kinds.leading ?? clusters[0].kind
    self.kind = kind
    // The least name of several, so that it does not depend on the clusters' order.
    let known = clusters.compactMap(\.known).min()
    names = NameRanking(kind: kind, isKnown: known != nil && kind != .person)
      .ranked(Self.merged(clusters))
    if let known, !names.contains(where: { $0.script == .latin }) {
      names.append(NameForm(text: known, count: 0))
    }
    leastCluster = clusters.map(\.id).min() ?? 0
    (canonical, freshID) = Self.canonical(kind: kind, known: known, of: clusters)
  }

  private static func merged(_ clusters: [Cluster]) -> [ClusterName] {
    if clusters.count == 1 { return clusters[0].names }
    var places: [String: Int] = [:]
    var names: [ClusterName] = []
    for name in clusters.lazy.flatMap(\.names) {
      if let place = places[name.form.text] {
        names[place].form.count += name.form.count
      } else {
        places[name.form.text] = names.count
        names.append(name)
      }
    }
    return names
  }

  /// A well-known entity's English name; else the least folded name, a Latin one where there is.
  private static func canonical(
    kind: EntityKind, known: String?, of clusters: [Cluster]
  ) -> (String, Int64) {
    if let known {
      let name = kind.rawValue + "\u{1F}" + known
      return (name, EntityNumber.of(name))
    }
    let latin = clusters.filter { Script(of: $0.key) == .latin }
    let least = (latin.isEmpty ? clusters : latin).min { ($0.key, $0.id) < ($1.key, $1.id) }
    return (least?.key ?? "", least?.id ?? 1)
  }
}

/// The numbers of entities and their clusters.
enum EntityNumber {
  /// A number made of a text: positive and below 2⁵³, which JSON readers keep exactly.
  static func of(_ text: String) -> Int64 {
    number(StableHash.of(text))
  }

  /// The number to try after one that is taken, for what has a number of its own.
  static func next(after number: Int64, for own: Int64) -> Int64 {
    var hash = StableHash()
    hash.feed(UInt64(bitPattern: number))
    hash.feed(UInt64(bitPattern: own))
    return self.number(hash.value)
  }

  /// A number made of a hash.
  static func number(_ hash: UInt64) -> Int64 {
    max(1, Int64(hash & ((1 << 53) - 1)))
  }
}
