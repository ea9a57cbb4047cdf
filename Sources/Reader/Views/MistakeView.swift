import Model

/// What is wrong with a query, told over the line in which it is typed.
enum MistakeView {
  /// The rows that a sentence takes at most.
  private static let mostRows = 3

  /// Draws it from a row of a grid on and returns how many rows it took.
  @discardableResult
  static func draw(_ mistake: QueryMistake, row: Int, in grid: inout Grid) -> Int {
    let text = ScalarText(mistake.description)
    let lines = lines(of: mistake, columns: grid.size.columns)
    for (offset, line) in lines.enumerated() {
      grid.write(
        text[line.range], row: row + offset, column: 1, width: grid.size.columns - 2,
        style: Style(ink: .alert, isBold: !mistake.isUnfinished))
    }
    return lines.count
  }

  /// Draws it right above the last row of the screen.
  static func draw(_ mistake: QueryMistake, atFootOf grid: inout Grid) {
    let count = lines(of: mistake, columns: grid.size.columns).count
    let first = max(1, grid.size.rows - 1 - count)
    for row in first..<grid.size.rows - 1 {
      for column in 0..<grid.size.columns { grid[row, column] = .blank }
    }
    draw(mistake, row: first, in: &grid)
  }

  private static func lines(of mistake: QueryMistake, columns: Int) -> ArraySlice<LayoutLine> {
    TextLayout(ScalarText(mistake.description), width: max(1, columns - 2)).lines.prefix(mostRows)
  }
}
