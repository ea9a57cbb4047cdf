import Model

/// How an article's text is set: a layout is of one setting, and is made anew for another.
struct TextSetting: Hashable, Sendable {
  /// The empty columns on either side of a pane's text.
  static let margin = 1

  /// The columns the text may take.
  var width: Int
  /// Vowel signs, digits and the like.
  var options = LayoutOptions()
  /// The direction forced on every paragraph; `nil` leaves each its own (UAX #9 P2, P3).
  var direction: TextDirection?
}

/// What a forced direction holds for.
enum DirectionScope: Hashable, Sendable {
  /// One article.
  case article(ArticleID)
  /// Every article of a source.
  case source(String)
}
