/// Turns a row as it must appear into what is sent to the terminal for it.
protocol OutputMode: Sendable {
  /// What is sent for a row of a grid, given from left to right.
  func output(for row: ArraySlice<GridCell>) -> OutputRow
}
