import Model

/// How the sources look: a row each with its counts, and below them what else there is to say of the one
/// under the cursor.
extension SourcesPane {
  /// The rows of the screen below the list: a line and what is said of the source under the cursor.
  private static let detailRows = 5

  /// How many rows the list has in a pane of `height` rows.
  static func listHeight(of height: Int) -> Int {
    height >= 3 * detailRows ? height - detailRows : max(1, height)
  }

  func title(in state: State, width: Int) -> String {
    guard let rows, !rows.isEmpty else { return "Sources" }
    return "Sources \(selected + 1)/\(rows.count)"
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let rows else { return grid }
    guard !rows.isEmpty else {
      let lines = [
        "There are no sources.", "", "Add one:", "  :subscribe URL", "",
        "or, from the shell, those of another reader:", "  reader sources import FILE.opml",
      ]
      for (row, line) in lines.enumerated() {
        grid.write(line, row: row + 1, column: 2, width: size.columns - 3)
      }
      return grid
    }
    let height = min(size.rows, Self.listHeight(of: size.rows))
    // The counts stand in columns, at the end of rows that are no wider than is easily read across.
    let width = min(size.columns, 100)
    let unread = max(6, rows.map(\.unread.grouped.count).max() ?? 0)
    let all = rows.map(\.articles.grouped.count).max() ?? 0
    for row in 0..<height where rows.indices.contains(top + row) {
      let source = rows[top + row]
      draw(source, state: state, row: row, in: &grid, width: width - unread - all - 5)
      let style = Style(ink: source.unread > 0 ? .accent : .muted, isBold: source.unread > 0)
      let end = width - all - 4
      let count = source.unread == 0 ? "\u{B7}" : source.unread.grouped
      grid.write(count, row: row, column: end - count.count, width: count.count, style: style)
      let total = source.articles.grouped
      grid.write("/", row: row, column: end + 1, width: 1, style: Style(ink: .muted))
      grid.write(
        total, row: row, column: end + 3 + all - total.count, width: total.count,
        style: Style(ink: .muted))
      if top + row == selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    if height < size.rows { drawDetails(row: height, in: &grid) }
    return grid
  }

  private func draw(
    _ source: SourceRow, state: State, row: Int, in grid: inout Grid, width: Int
  ) {
    let start = 1 + 2 * min(source.depth, 6)
    let taken = grid.write(
      source.name, row: row, column: start, width: max(1, width - start),
      style: Style(
        ink: source.isGroup ? .title : .plain, isBold: source.isGroup || source.unread > 0),
      direction: nil, options: state.layoutOptions)
    guard let failure = source.failure else { return }
    let column = start + taken + 2
    guard column + 1 < width else { return }
    grid.write(
      "! \(failure)", row: row, column: column, width: width - column,
      style: Style(ink: .alert))
  }

  private func drawDetails(row: Int, in grid: inout Grid) {
    let columns = grid.size.columns
    for column in 0..<columns {
      grid[row, column] = GridCell(glyph: "\u{2500}", style: Style(ink: .muted))
    }
    var row = row + 1
    for detail in selectedRow?.details ?? [] {
      let text = ScalarText(detail)
      for line in TextLayout(text, width: max(8, columns - 2)).lines where row < grid.size.rows {
        grid.write(
          text[line.range], row: row, column: 1, width: columns - 2, style: Style(ink: .muted))
        row += 1
      }
    }
  }
}
