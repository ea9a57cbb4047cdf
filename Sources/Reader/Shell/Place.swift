import Model

/// Where someone is in an article's text, in positions that outlive a change of the pane's width.
struct Place: Hashable, Sendable {
  /// The position of the first scalar of the first row of text at or below the pane's top.
  var top: Int
  /// How many rows without text, such as the heading's, stand above it in the pane.
  var lead = 0
  /// The position of the cursor.
  var cursor: Int

  /// The start of an article: all rows above its text are shown that there are.
  static let start = Place(top: 0, lead: 1 << 30, cursor: 0)
}
