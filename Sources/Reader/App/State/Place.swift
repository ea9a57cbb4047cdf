import Model

/// Where someone is in an article's text, in positions that outlive a change of the pane's width.
struct Place: Hashable, Sendable {
  /// The position of the first scalar on the pane's top row; 0 is the very start, heading included.
  var top: Int
  /// The position of the cursor.
  var cursor: Int

  /// The start of an article.
  static let start = Place(top: 0, cursor: 0)
}
