/// Puts clusters together that are one entity, by the resolver's links and the reader's judgements.
///
/// What comes of clusters that neither links nor judgements connect does not depend on each other: so a
/// judgement is carried out on the few clusters around it, with what grouping all anew would give.
struct ClusterGrouping {
  /// The weights of the clusters: how many mentions each has.
  let weights: [Int]
  let links: [ClusterLink]

  /// The groups, each ascending, by their least clusters; hidden clusters are in none.
  func groups(under constraints: ClusterConstraints) -> [[Int]] {
    var linked = DisjointSets(count: weights.count)
    for link in links where link.isMade { linked.join(link.left, link.right) }
    guard !constraints.isEmpty else { return linked.sets() }
    var connected = linked
    for (left, right) in constraints.same { connected.join(left, right) }
    var judged: Set<Int> = []
    for (left, right) in constraints.same + constraints.different {
      judged.formUnion([connected.root(of: left), connected.root(of: right)])
    }
    var groups: [[Int]] = []
    var neighbours: [Int: [ClusterLink]] = [:]
    for link in links where link.isMade {
      let root = connected.root(of: link.left)
      if judged.contains(root) { neighbours[root, default: []].append(link) }
    }
    for set in connected.sets() {
      if judged.contains(set[0]) {
        groups += regroup(set, neighbours[set[0]] ?? [], linked: &linked, constraints)
      } else {
        groups.append(set)
      }
    }
    return groups.map { $0.filter { !constraints.hidden.contains($0) } }
      .filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }

  /// Groups connected clusters anew.
  ///
  /// First what the reader says is one is joined, then what links join, the surest first, then what
  /// the resolver had as one otherwise, the weightiest first; never what is to be kept apart.
  private func regroup(
    _ set: [Int], _ links: [ClusterLink], linked: inout DisjointSets,
    _ constraints: ClusterConstraints
  ) -> [[Int]] {
    var groups = ConstrainedSets(set, apart: constraints.different)
    let judged = constraints.same.map { (min($0.0, $0.1), max($0.0, $0.1)) }.sorted(by: <)
    for (left, right) in judged where groups.contains(left) { groups.join(left, right) }
    let order = links.sorted {
      ($1.confidence, $0.left, $0.right) < ($0.confidence, $1.left, $1.right)
    }
    for link in order { groups.join(link.left, link.right) }
    var rest: [Int: [[Int]]] = [:]
    for group in groups.sets() { rest[linked.root(of: group[0]), default: []].append(group) }
    for (_, own) in rest.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      let order = own.sorted { (weight($1), $0[0]) < (weight($0), $1[0]) }
      for (place, group) in order.enumerated() {
        for heavier in order[..<place] where groups.join(heavier[0], group[0]) { break }
      }
    }
    return groups.sets()
  }

  private func weight(_ group: [Int]) -> Int {
    group.reduce(0) { $0 + weights[$1] }
  }
}

/// Sets that are joined unless something of one is to be kept apart from something of the other.
private struct ConstrainedSets {
  private var members: [Int: [Int]] = [:]
  private var owner: [Int: Int] = [:]
  /// For each set, the things that it must not take in.
  private var apart: [Int: Set<Int>] = [:]

  init(_ things: [Int], apart pairs: [(Int, Int)]) {
    for thing in things {
      members[thing] = [thing]
      owner[thing] = thing
    }
    for (left, right) in pairs where owner[left] != nil {
      apart[left, default: []].insert(right)
      apart[right, default: []].insert(left)
    }
  }

  func contains(_ thing: Int) -> Bool { owner[thing] != nil }

  /// Joins two sets; says `false` where they must be kept apart.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    guard let x = owner[left], let y = owner[right] else { return false }
    if x == y { return true }
    guard let own = members[x], let other = members[y] else { return false }
    if let barred = apart[x], other.contains(where: barred.contains) { return false }
    for thing in other { owner[thing] = x }
    members[x] = own + other
    members[y] = nil
    if let barred = apart.removeValue(forKey: y) { apart[x, default: []].formUnion(barred) }
    return true
  }

  /// The sets, each ascending, by their least things.
  func sets() -> [[Int]] {
    members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
