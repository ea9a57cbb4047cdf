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
    let rows = state.rowsPerArticle
    var day: String?
    for line in 0..<max(1, size.rows / rows) {
      let number = state.list.top + line
      guard number < state.list.count else { break }
      guard let article = state.list.rows[number] else { continue }
      let row = line * rows
      let own = article.date.flatMap(ArticleCaption.statedDay)
      draw(
        article, day: own == day ? nil : own, lines: rows - 1, options: state.layoutOptions,
        in: &grid, row: row)
      day = own
      if number == state.list.selected {
        for row in row..<min(size.rows, row + rows) { grid.select(row: row) }
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  /// Draws an article's title and what stands under it: in one line of title all that is known, under
  /// two of them source and, at the end, the day where it is not that of the row above.
  private func draw(
    _ article: ArticleSummary, day: String?, lines: Int, options: LayoutOptions,
    in grid: inout Grid, row: Int
  ) {
    let width = grid.size.columns
    let style = Style(ink: .plain, isBold: !article.isRead)
    if !article.isRead {
      grid.write("\u{2022}", row: row, width: 1, style: Style(ink: .accent, isBold: true))
    }
    if article.isStarred {
      grid.write("\u{2605}", row: row + 1, width: 1, style: Style(ink: .accent, isBold: true))
    }
    let direction = article.language.direction(of: article.title)
    let used = grid.write(
      article.title, lines: lines, row: row, column: 2, width: width - 3, style: style,
      direction: direction, options: options)
    let muted = Style(ink: .muted)
    guard lines > 1 else {
      grid.write(
        ArticleCaption.listLine(of: article), row: row + used, column: 2, width: width - 3,
        style: muted)
      return
    }
    let end = day.map { $0.unicodeScalars.count + 1 } ?? 0
    grid.write(
      ArticleCaption.shortLine(of: article), row: row + used, column: 2, width: width - 3 - end,
      style: muted)
    if let day, width > end + 2 {
      grid.write(
        day, row: row + used, column: width - end, width: end, style: Style(ink: .accent))
    }
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
