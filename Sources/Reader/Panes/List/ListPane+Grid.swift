import Model

/// How the list looks: for each article its title, and under it language, date and source.
extension ListPane {
  /// Where the cursor is, and what is hidden of how many.
  func title(in state: State, width: Int) -> String {
    let place: String
    switch state.opening {
    case .paths: place = "Articles"
    case .library: place = "Library"
    }
    let list = state.list
    guard let filter = list.filter else {
      return list.count == 0 ? place : "\(place) \(list.selected + 1)/\(list.count)"
    }
    let number = list.count == 0 ? "0" : "\(list.selected + 1)/\(list.count.grouped)"
    let label = "\u{B7} \(filter.label)"
    // Where there is no room for all, what is hidden counts most.
    let long = "\(place) \(number) of \(list.total.grouped) \(label)"
    if long.unicodeScalars.count <= width { return long }
    return "\(number) of \(list.total.grouped) \(label)"
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard state.list.count > 0 else {
      drawEmpty(state, in: &grid)
      return grid
    }
    let rows = ArticleListing.rowsPerArticle
    for line in 0..<max(1, size.rows / rows) {
      let number = state.list.top + line
      guard number < state.list.count else { break }
      guard let article = state.list.rows[number] else { continue }
      let row = line * rows
      draw(article, options: state.layoutOptions, in: &grid, row: row)
      if number == state.list.selected {
        for row in row..<min(size.rows, row + rows) { grid.select(row: row) }
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  private func draw(
    _ article: ArticleSummary, options: LayoutOptions, in grid: inout Grid, row: Int
  ) {
    let width = grid.size.columns
    let style = Style(ink: .plain, isBold: !article.isRead)
    if !article.isRead {
      grid.write("\u{2022}", row: row, width: 1, style: Style(ink: .accent, isBold: true))
    }
    if article.isStarred {
      grid.write("\u{2605}", row: row + 1, width: 1, style: Style(ink: .accent, isBold: true))
    }
    grid.write(
      article.title, row: row, column: 2, width: width - 3, style: style, align: .start,
      direction: article.language.direction(of: article.title), options: options)
    grid.write(
      ArticleCaption.listLine(of: article), row: row + 1, column: 2, width: width - 3,
      style: Style(ink: .muted))
  }

  /// Says why the list is empty and how to fill it.
  private func drawEmpty(_ state: State, in grid: inout Grid) {
    let lines: [String]
    switch state.opening {
    case _ where !state.isLoaded: lines = ["Reading\u{2026}"]
    case _ where state.list.filter != nil:
      let key = state.key(for: .clear, in: contexts).map { ["", "\($0) lists all."] } ?? []
      lines = ["No article is left."] + key
    case .paths: lines = ["No article was found."]
    case .library:
      lines = [
        "The library is empty.", "", "Fill it from the shell:", "  reader import FOLDER", "",
        "Or open files without", "keeping them:", "  reader FOLDER",
      ]
    }
    for (row, line) in lines.enumerated() {
      grid.write(line, row: row + 1, column: 2, width: grid.size.columns - 3)
    }
  }
}
