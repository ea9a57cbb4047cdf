import Model

/// How the list looks: for each article its title, and under it source and time; days stand over
/// their first articles where the newest come first, and over the first one on screen.
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
    var frame = state.listFrame
    (frame.height, frame.columns) = (size.rows, size.columns)
    // Where the pane became narrower since the cursor moved, titles take more lines.
    var list = state.list
    list.follow(frame)
    var row = 0
    if let first = list.rows[list.top], frame.repeatsDay(over: list.top, in: list) {
      drawDay(of: first, in: &grid, row: row)
      row += 1
    }
    for number in list.top..<list.count {
      guard row < size.rows else { break }
      guard let article = list.rows[number] else {
        row += ListFrame.fewestRows
        continue
      }
      if frame.startsDay(number, in: list) {
        drawDay(of: article, in: &grid, row: row)
        row += 1
      }
      let end = draw(article, frame: frame, in: &grid, row: row)
      if number == list.selected {
        for row in row..<min(size.rows, end) { grid.select(row: row) }
        grid.cursor = Grid.Position(row: min(row, size.rows - 1), column: 0)
      }
      row = end
    }
    return grid
  }

  /// Draws the line over the first article of a day.
  private func drawDay(of article: ArticleSummary, in grid: inout Grid, row: Int) {
    let day = article.date.flatMap(ArticleCaption.statedDay) ?? "no date"
    let line = String(repeating: "\u{2500}", count: max(0, grid.size.columns - day.count - 3))
    grid.write(
      "\u{2500} \(day) \(line)", row: row, width: grid.size.columns, style: Style(ink: .muted))
  }

  /// Draws an article from a row on, and returns the row after it.
  private func draw(
    _ article: ArticleSummary, frame: ListFrame, in grid: inout Grid, row: Int
  ) -> Int {
    let width = frame.titleColumns
    let mark = Style(ink: .accent, isBold: true)
    let lines = frame.title(of: article)
    let last = row + lines.count
    for (row, line) in zip(row..<grid.size.rows, lines) {
      let indent = line.indent(in: width)
      grid.put(line.cells, row: row, column: 2 + indent, limit: width - indent) { _ in
        Style(ink: .plain, isBold: !article.isRead)
      }
    }
    if !article.isRead, row < grid.size.rows {
      grid.write("\u{2022}", row: row, width: 1, style: mark)
    }
    guard last < grid.size.rows else { return last + 1 }
    let marks = article.marks
    grid.write(marks, row: last, width: marks.count, style: mark)
    let muted = Style(ink: .muted)
    let start = max(2, marks.count + 1)
    var column = start
    for part in ArticleCaption.shortParts(of: article, isUnderDay: frame.showsDays) {
      if column > start {
        grid.write("\u{B7}", row: last, column: column + 1, width: 1, style: muted)
        column += 3
      }
      column += grid.write(
        part, row: last, column: column, width: max(0, 2 + width - column), style: muted)
    }
    return last + 1
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
