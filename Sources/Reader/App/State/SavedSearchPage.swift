import Model

/// The saved searches, to choose one from.
struct SavedSearchPage: Sendable {
  /// The searches by name.
  var searches: [SavedSearch]
  /// The row of the cursor.
  var selected = 0

  /// Moves the cursor to a row.
  mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, searches.count - 1))
  }
}
