/// How many rows and columns a screen or a pane has.
struct GridSize: Hashable, Sendable {
  /// Number of rows.
  var rows: Int
  /// Number of columns.
  var columns: Int

  /// Makes a size; numbers below zero count as zero.
  init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}
