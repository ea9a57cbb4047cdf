import Model

/// The saved searches, each with its query.
enum SavedSearchView {
  /// Draws the list.
  static func grid(_ page: SavedSearchPage, options: LayoutOptions, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let nameWidth = max(1, min(24, size.columns / 3))
    let top = max(0, page.selected - size.rows + 1)
    for (row, search) in page.searches.dropFirst(top).prefix(size.rows).enumerated() {
      grid.write(
        search.name, row: row, column: 1, width: nameWidth,
        style: Style(ink: .title, isBold: true), direction: nil, options: options)
      grid.write(
        search.query, row: row, column: nameWidth + 3, width: size.columns - nameWidth - 4,
        style: Style(ink: .muted), options: options)
      if top + row == page.selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }
}
