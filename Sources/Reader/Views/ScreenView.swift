import Model

/// The whole screen: headers, panes with separators, and the line at the foot.
enum ScreenView {
  /// Draws the state.
  static func grid(_ state: State) -> Grid {
    var grid = Grid(size: state.size)
    guard state.size.rows > 1, state.size.columns > 0 else { return grid }
    let body = GridSize(rows: state.size.rows - 2, columns: state.size.columns)
    switch state.mode {
    case .help(let page):
      grid.put(HelpView.grid(page, size: body), row: 1, column: 0)
      header("Keys", in: &grid, from: 0, width: state.size.columns, isFocused: true)
    case .search(let prompt):
      grid.put(SearchView.grid(prompt, state: state, size: body), row: 1, column: 0)
      header(
        SearchView.header(prompt, state: state), in: &grid, from: 0, width: state.size.columns,
        isFocused: true)
    case .savedSearches(let page):
      grid.put(
        SavedSearchView.grid(page, options: state.layoutOptions, size: body), row: 1, column: 0)
      header("Saved searches", in: &grid, from: 0, width: state.size.columns, isFocused: true)
    case .filter(let prompt):
      drawPanes(state, in: &grid, height: body.rows)
      if let mistake = prompt.mistake { MistakeView.draw(mistake, atFootOf: &grid) }
    default:
      if let page = state.page {
        grid.put(EntityPageView.grid(page, state: state, size: body), row: 1, column: 0)
        header(
          EntityPageView.header(page, state: state), in: &grid, from: 0, width: state.size.columns,
          isFocused: true)
      } else {
        drawPanes(state, in: &grid, height: body.rows)
      }
    }
    let foot = FootView.grid(state, size: GridSize(rows: 1, columns: state.size.columns))
    let cursor = grid.cursor
    grid.put(foot, row: state.size.rows - 1, column: 0)
    if foot.cursor == nil { grid.cursor = cursor }
    return grid
  }

  /// What stands between two panes.
  static let separator = GridCell(glyph: "\u{2502}", style: Style(ink: .muted))

  private static func drawPanes(_ state: State, in grid: inout Grid, height: Int) {
    var column = 0
    for (pane, width) in state.panes.widths(columns: state.size.columns) {
      if column > 0 {
        for row in 0...height {
          grid[row, column] = separator
        }
        column += 1
      }
      let size = GridSize(rows: height, columns: width)
      let content: Grid
      let title: String
      switch pane {
      case .list:
        content = ListView.grid(state, size: size)
        title = ListView.header(state, width: width - 1)
      case .article:
        if let pair = state.panes.pair, let beside = state.beside, state.showsPair {
          let parts = ArticlePairView(state: state, beside: beside, pair: pair)
          let cursor = grid.cursor
          parts.draw(in: &grid, column: column, columns: width, height: height)
          if state.panes.focus != .article { grid.cursor = cursor }
          column += width
          continue
        }
        content = articleWithStrip(state, size: size)
        title = ArticleView.header(state, state.reading)
      case .names:
        content = NamesView.grid(state, size: size)
        title = NamesView.header(state)
      }
      let isFocused = state.panes.focus == pane
      let cursor = grid.cursor
      grid.put(content, row: 1, column: column)
      if !isFocused { grid.cursor = cursor }
      header(title, in: &grid, from: column, width: width, isFocused: isFocused)
      column += width
    }
  }

  /// The article shown, and under it what tells the same story.
  private static func articleWithStrip(_ state: State, size: GridSize) -> Grid {
    let strip = state.stripHeight
    guard strip > 0 else { return ArticleView.grid(state, size: size) }
    var grid = Grid(size: size)
    grid.put(
      ArticleView.grid(state, size: GridSize(rows: size.rows - strip, columns: size.columns)),
      row: 0, column: 0)
    grid.put(
      RelatedView.grid(state, size: GridSize(rows: strip, columns: size.columns)),
      row: size.rows - strip, column: 0)
    return grid
  }

  /// Writes what stands over a pane.
  static func header(
    _ text: String, in grid: inout Grid, from column: Int, width: Int, isFocused: Bool
  ) {
    let style = Style(ink: isFocused ? .accent : .muted, isBold: isFocused)
    grid.write(text, row: 0, column: column + 1, width: width - 1, style: style)
    grid.restyle(row: 0, columns: column..<column + width) {
      $0.isUnderlined = true
      $0.ink = style.ink
    }
  }
}
