import Model

/// The search being typed, with what it has found so far.
struct SearchPrompt: Sendable {
  /// What is typed.
  var input = InputLine()
  /// What was found for the newest answered input.
  var results: SearchResults?
  /// The row of the cursor among the hits.
  var selected = 0
  /// The hit at the top of the screen.
  var top = 0
  /// Where the reader was, for Esc.
  let origin: Location?

  /// How many rows of the screen a hit takes.
  static let rowsPerHit = 3

  /// Moves the cursor among the hits and scrolls so that it is among `height` rows.
  mutating func select(_ row: Int, height: Int) {
    let count = results?.hits.count ?? 0
    selected = min(max(0, row), max(0, count - 1))
    let shown = max(1, height / Self.rowsPerHit)
    if selected < top { top = selected }
    if selected >= top + shown { top = selected - shown + 1 }
  }
}
