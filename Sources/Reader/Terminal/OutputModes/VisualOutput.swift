/// Sends every cell where it must appear: modes `visual` and `explicit`.
struct VisualOutput: OutputMode {
  func output(for row: ArraySlice<GridCell>) -> OutputRow {
    OutputRow(cells: Array(row), columns: nil)
  }
}
