/// A set of articles, by their row in order of import: one bit each.
struct ArticleSet: Hashable, Sendable {
  private var words: [UInt64]

  /// Makes the empty set of a library of `count` articles.
  init(count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// Makes the set of all articles of a library of `count`.
  init(all count: Int) {
    words = [UInt64](repeating: ~0, count: count / 64)
    if count % 64 > 0 { words.append(1 << UInt64(count % 64) - 1) }
  }

  /// How many articles the set has.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rows of the articles in the set, ascending.
  var rows: [Int] {
    var rows: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }

  /// Whether the article at a row is in the set.
  func contains(_ row: Int) -> Bool {
    words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// Puts the article at a row into the set.
  mutating func insert(_ row: Int) {
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Adds the articles of another set.
  mutating func formUnion(_ other: ArticleSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Keeps the articles that another set has too.
  mutating func formIntersection(_ other: ArticleSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Takes out the articles of another set.
  mutating func subtract(_ other: ArticleSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }
}
