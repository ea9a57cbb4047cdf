import Model

extension QueryMistake {
  /// The rows that a sentence takes at most.
  private static let mostRows = 3

  /// Writes what is wrong from a row of a grid on and returns how many rows it took.
  @discardableResult
  func draw(row: Int, in grid: inout Grid) -> Int {
    let text = ScalarText(description)
    let lines = lines(columns: grid.size.columns)
    for (offset, line) in lines.enumerated() {
      grid.write(
        text[line.range], row: row + offset, column: 1, width: grid.size.columns - 2,
        style: Style(ink: .alert, isBold: !isUnfinished))
    }
    return lines.count
  }

  /// What is wrong, in as many rows as it takes, at most `rows`.
  func grid(columns: Int, rows: Int) -> Grid {
    let count = min(lines(columns: columns).count, rows)
    var grid = Grid(size: GridSize(rows: count, columns: columns))
    draw(row: 0, in: &grid)
    return grid
  }

  private func lines(columns: Int) -> ArraySlice<LayoutLine> {
    TextLayout(ScalarText(description), width: max(1, columns - 2)).lines.prefix(Self.mostRows)
  }
}
