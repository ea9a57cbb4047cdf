import Model

/// How the strip looks.
extension RelatedPane {
  func title(in state: State, width: Int) -> String { "" }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let first = rows.first, size.rows > 0 else { return grid }
    let hasKeys = state.arrangement.focus == .text && state.arrangement.isInFoot
    let style = Style(ink: hasKeys ? .accent : .muted, isBold: hasKeys)
    for column in 0..<size.columns { grid[0, column] = GridCell(glyph: "\u{2500}", style: style) }
    let key = state.key(for: .related, in: [.text, .all])
    let unfolds = size.rows == 1 ? key.map { "  \($0) unfolds" } : nil
    let label = " Same story \(rows.count)" + (unfolds ?? "")
    var column = 1 + grid.write(label, row: 0, column: 1, width: size.columns - 1, style: style)
    grid[0, column] = .blank
    if size.rows == 1 {
      grid[0, column + 1] = .blank
      column += 2
      let title = TextLayout.singleLine(
        ScalarText(first.summary.title), width: max(1, size.columns - column - 2),
        direction: first.summary.language.direction(of: first.summary.title),
        options: state.layoutOptions)
      grid.put(title.cells, row: 0, column: column) { _ in Style(ink: .muted) }
      grid[0, column + title.width] = .blank
    }
    for (row, article) in rows.enumerated().prefix(size.rows - 1) {
      draw(article, state: state, row: row + 1, in: &grid)
      if hasKeys, row == selected {
        grid.select(row: row + 1)
        grid.cursor = Grid.Position(row: row + 1, column: 0)
      }
    }
    return grid
  }

  private func draw(
    _ article: Row, state: State, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns - 2
    let muted = Style(ink: .muted)
    let language = article.summary.language
    grid.write(
      language == .undetermined ? "" : language.rawValue, row: row, column: 1, width: 2,
      style: muted)
    let names = article.shared.map { $0.displayName(preferring: state.nameScript) }
      .joined(separator: ", ")
    let room = width >= 60 ? width / 3 : 0
    grid.write(
      names, row: row, column: 1 + width - room, width: room, style: muted, direction: nil,
      options: state.layoutOptions)
    grid.write(
      article.summary.title, row: row, column: 4, width: width - room - 4,
      style: Style(isBold: !article.summary.isRead), align: .start,
      direction: language.direction(of: article.summary.title),
      options: state.layoutOptions)
  }
}
