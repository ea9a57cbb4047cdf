/// Turns a row as it must appear into what is sent to the terminal for it.
protocol OutputMode: Sendable {
  /// What is sent for a row of a grid, given from left to right.
  func output(for row: ArraySlice<GridCell>) -> OutputRow
}

/// What is sent for a row of a grid.
struct OutputRow: Hashable, Sendable {
  /// The cells in the order in which they are sent; those of width 0 are not sent.
  var cells: [GridCell]
  /// For each column of the row as it appears, the column at which it is sent; nil where both are
  /// the same.
  var columns: [Int]?

  /// The column at which what appears in `column` is sent: there the cursor must stand.
  func sentColumn(of column: Int) -> Int {
    guard let columns, columns.indices.contains(column) else { return column }
    return columns[column]
  }
}
