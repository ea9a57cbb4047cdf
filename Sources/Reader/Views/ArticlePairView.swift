import Model

/// Two articles side by side, each in its own direction.
struct ArticlePairView {
  /// The state drawn.
  let state: State
  /// The article beside the one that is read.
  let beside: Reading
  /// Which of the two stands where.
  let pair: ArticlePair

  /// Draws both with their headers, from `column` on, over the rows below the first.
  func draw(in grid: inout Grid, column: Int, columns: Int, height: Int) {
    let (left, right) = ArticlePair.halves(of: columns)
    let own = (pair.beside == .left ? column + left + 1 : column)
    let other = (pair.beside == .left ? column : column + left + 1)
    let widths = pair.widths(in: columns)
    let content = ArticleView.grid(
      state, beside, size: GridSize(rows: height, columns: widths.beside))
    grid.put(content, row: 1, column: other)
    grid.put(
      ArticleView.grid(state, size: GridSize(rows: height, columns: widths.own)), row: 1,
      column: own)
    for row in 0...height where right > 0 { grid[row, column + left] = ScreenView.separator }
    ScreenView.header(
      ArticleView.header(state, beside), in: &grid, from: other, width: widths.beside,
      isFocused: false)
    ScreenView.header(
      ArticleView.header(state, state.reading), in: &grid, from: own, width: widths.own,
      isFocused: state.panes.focus == .article)
  }
}
