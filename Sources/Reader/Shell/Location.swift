import Model

/// All that going back has to restore.
struct Location: Hashable, Sendable {
  /// The article that was shown.
  var article: ArticleID
  /// Where in it.
  var place: Place
  /// Its row in the list; `nil` where the list's filter hid it.
  var row: Int?
  /// The slot that had the keys.
  var focus: PaneSlot
  /// What was selected.
  var selection: Selection?
  /// What the list was filtered by.
  var filter: ListFilter?
  /// What the list was sorted by.
  var order: ArticleOrder
  /// How many articles the list had.
  var listCount: Int
  /// The row of the list that the cursor was on.
  var listRow: Int
  /// The row at the top of the list.
  var listTop: Int
  /// Whether the names were unfolded.
  var isPanelUnfolded: Bool
  /// What panes noted of themselves.
  var bookmarks: [Bookmark]
}
