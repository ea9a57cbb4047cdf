/// Sets that are joined and never parted: which of *n* things are one.
struct DisjointSets {
  private var parent: [Int]

  /// Makes `count` sets of one thing each.
  init(count: Int) {
    parent = Array(0..<count)
  }

  /// The thing that stands for the set of `thing`: the least of the set.
  mutating func root(of thing: Int) -> Int {
    var root = thing
    while parent[root] != root { root = parent[root] }
    var next = thing
    while parent[next] != root { (next, parent[next]) = (parent[next], root) }
    return root
  }

  /// Joins the sets of two things.
  mutating func join(_ left: Int, _ right: Int) {
    let x = root(of: left)
    let y = root(of: right)
    if x != y { parent[max(x, y)] = min(x, y) }
  }

  /// The sets, each ascending, in the order of their least things.
  mutating func sets() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for thing in parent.indices { members[root(of: thing), default: []].append(thing) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
