/// Two articles side by side in the room of one: the one that is read and another beside it.
struct ArticlePair: Hashable, Sendable {
  /// One half of the room.
  enum Side: Hashable, Sendable {
    case left
    case right

    /// The other half.
    var opposite: Side { self == .left ? .right : .left }
  }

  /// The half of the article beside the one that is read.
  var beside: Side

  /// The columns of either half in a room of `columns`; one between them separates the two.
  static func halves(of columns: Int) -> (left: Int, right: Int) {
    let left = max(1, columns / 2)
    return (left, max(1, columns - left - 1))
  }

  /// The columns of the article that is read, and of the one beside it.
  func widths(in columns: Int) -> (own: Int, beside: Int) {
    let (left, right) = Self.halves(of: columns)
    return beside == .left ? (right, left) : (left, right)
  }
}
