import Model

/// The articles listed: how many there are, where the cursor is, and the rows that are at hand.
struct ArticleListing: Sendable {
  /// What hides articles from it.
  var filter: ListFilter?
  /// How many articles there are in it.
  var count = 0
  /// How many articles there are in all, as far as a filter counted them.
  var total = 0
  /// The row of the cursor.
  var selected = 0
  /// The row at the top of the pane.
  var top = 0
  /// The rows at hand: those on screen and a margin, by number.
  var rows: [Int: ArticleSummary] = [:]

  /// How many rows are kept at hand on either side of the screen.
  static let margin = 100

  /// The article under the cursor, where its row is at hand.
  var selectedArticle: ArticleSummary? { rows[selected] }

  /// Moves the cursor to a row, within the list.
  mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, count - 1))
  }

  /// Scrolls so that the article at the cursor is on the screen, and no room is left free at the end.
  mutating func follow(_ frame: ListFrame) {
    top = max(min(top, selected), frame.top(showing: selected, in: self))
    if count - top <= frame.mostArticles { top = min(top, frame.top(showing: count - 1, in: self)) }
  }

  /// The rows to fetch so that the screen is filled, or `nil` where all are at hand.
  func missingRows(height: Int) -> Range<Int>? {
    let shown = top..<min(count, top + max(1, height))
    guard shown.contains(where: { rows[$0] == nil }) else { return nil }
    return max(0, shown.lowerBound - Self.margin)..<min(count, shown.upperBound + Self.margin)
  }

  /// The rows on a screen of `height` and a margin on either side.
  func rowsAround(height: Int) -> Range<Int> {
    max(0, top - Self.margin)..<top + height + Self.margin
  }

  /// Takes over fetched rows; those far from the screen are let go.
  mutating func take(_ summaries: [ArticleSummary], from row: Int) {
    for (offset, summary) in summaries.enumerated() { rows[row + offset] = summary }
    if rows.count > 8 * Self.margin {
      let near = (top - 2 * Self.margin)...(top + 3 * Self.margin)
      rows = rows.filter { near.contains($0.key) }
    }
  }
}
