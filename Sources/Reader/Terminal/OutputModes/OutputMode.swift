/// Turns a row as it must appear into what is sent to the terminal for it.
protocol OutputMode: Sendable {
  /// What is sent for a row of a grid, given from left to right.
  func output(for row: ArraySlice<GridCell>) -> OutputRow

  /// What is sent for a row in which the cursor stands at a column.
  func output(for row: ArraySlice<GridCell>, cursor: Int) -> OutputRow
}

extension OutputMode {
  func output(for row: ArraySlice<GridCell>, cursor: Int) -> OutputRow { output(for: row) }
}

/// Sends every cell where it must appear: modes `visual` and `explicit`.
struct VisualOutput: OutputMode {
  func output(for row: ArraySlice<GridCell>) -> OutputRow {
    OutputRow(cells: Array(row))
  }
}

/// How cells reach a terminal so that right-to-left text stands right on its screen.
enum BidiMode: String, CaseIterable, Hashable, Sendable, Codable {
  /// What this terminal needs, as far as that can be found out.
  case auto
  /// Cells as they must appear: for terminals that leave the order alone.
  case visual
  /// As visual, after switching the terminal's own reordering off.
  case explicit
  /// Right-to-left runs reversed, for kitty, which turns each run around and leaves it in place.
  case kitty
  /// A logical string that the terminal's own reordering turns into the wanted line.
  case inverse
  /// Plain text in logical order, as other programs print it.
  case logical
}
