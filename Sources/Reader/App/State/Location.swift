import Model

/// All that going back has to restore.
struct Location: Hashable, Sendable {
  /// The article that was shown.
  var article: ArticleID
  /// Where in it.
  var place: Place
  /// The pane that had the keys.
  var focus: Pane
  /// What was selected.
  var selection: Selection?
  /// The row of the panel of names that the cursor was on.
  var nameRow: Int
  /// The row at the top of the list.
  var listTop: Int
  /// Whether the names were unfolded.
  var isPanelUnfolded: Bool
  /// The article beside it, and where that stood.
  var beside: BesideLocation?
  /// The page of an entity that was open over the panes.
  var page: PageBookmark?
}
