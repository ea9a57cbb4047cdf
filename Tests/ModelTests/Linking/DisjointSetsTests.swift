import Testing

@testable import Model

@Suite("Sets that are joined and never taken apart")
struct DisjointSetsTests {
  @Test("They are those of relabelling one by one", arguments: 1...8 as ClosedRange<UInt64>)
  func naive(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    var sets = DisjointSets(count: count)
    var labels = Array(0..<count)
    for _ in 0..<Int.random(in: 0...(count * 2), using: &random) {
      let left = Int.random(in: 0..<count, using: &random)
      let right = Int.random(in: 0..<count, using: &random)
      sets.join(left, right)
      let (from, to) = (labels[left], labels[right])
      for index in labels.indices where labels[index] == from { labels[index] = to }
      let some = Int.random(in: 0..<count, using: &random)
      let root = sets.root(of: some)
      #expect(root == labels.firstIndex(of: labels[some]))
    }
    let expected = Dictionary(grouping: labels.indices, by: { labels[$0] }).values
      .sorted { $0[0] < $1[0] }
    let found = sets.sets()
    #expect(found == expected)
  }

  @Test("The order in which things are joined makes no difference")
  func order() {
    var random = SeededRandom(seed: 5)
    var pairs = (0..<40).map { _ in
      (Int.random(in: 0..<50, using: &random), Int.random(in: 0..<50, using: &random))
    }
    func sets() -> [[Int]] {
      var sets = DisjointSets(count: 50)
      for (left, right) in pairs { sets.join(left, right) }
      return sets.sets()
    }
    let expected = sets()
    for _ in 0..<20 {
      pairs.shuffle(using: &random)
      pairs = pairs.map { Bool.random(using: &random) ? ($0.1, $0.0) : $0 }
      #expect(sets() == expected)
    }
  }

  @Test("Nothing joined is nothing together, and a long chain is one")
  func edges() {
    var none = DisjointSets(count: 0)
    let nothing = none.sets()
    #expect(nothing.isEmpty)
    var apart = DisjointSets(count: 3)
    apart.join(1, 1)
    let three = apart.sets()
    #expect(three == [[0], [1], [2]])
    var chain = DisjointSets(count: 20_000)
    for thing in (1..<20_000).reversed() { chain.join(thing, thing - 1) }
    let root = chain.root(of: 19_999)
    #expect(root == 0)
    let sets = chain.sets()
    #expect(sets.count == 1)
  }
}
