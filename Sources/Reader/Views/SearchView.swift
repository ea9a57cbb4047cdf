import Model

/// The hits of a search as it is typed.
enum SearchView {
  /// What stands over the hits.
  static func header(_ prompt: SearchPrompt, state: State) -> String {
    guard let results = prompt.results else { return "Search \(state.list.count) articles" }
    switch results.total {
    case 0: return "Nothing found"
    case 1: return "1 article"
    default: return "\(results.total) articles"
    }
  }

  /// Draws the hits, or the syntax while nothing is typed.
  static func grid(_ prompt: SearchPrompt, state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let results = prompt.results else {
      drawSyntax(in: &grid)
      return grid
    }
    for (line, hit) in results.hits.dropFirst(prompt.top)
      .prefix(max(1, size.rows / SearchPrompt.rowsPerHit)).enumerated()
    {
      let row = line * SearchPrompt.rowsPerHit
      draw(hit, options: state.layoutOptions, row: row, in: &grid)
      if prompt.top + line == prompt.selected {
        grid.select(row: row)
      }
    }
    return grid
  }

  private static func draw(
    _ hit: SearchHit, options: LayoutOptions, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns - 2
    let count = hit.ranges.isEmpty ? "" : " \(hit.ranges.count)"
    grid.write(
      hit.summary.title, row: row, column: 1, width: width - count.count,
      style: Style(ink: .title, isBold: true), align: .start, direction: nil,
      options: options)
    grid.write(
      count, row: row, column: 1 + width - count.count, width: count.count,
      style: Style(ink: .muted))
    let snippet = TextLayout(ScalarText(hit.snippet.text), width: width, options: options)
    let room = SearchPrompt.rowsPerHit - 1
    for (offset, line) in snippet.lines.prefix(room).enumerated() {
      grid.put(
        line.cells, row: row + 1 + offset, column: 1 + line.indent(in: width), limit: width
      ) { cell in
        let isHit = hit.snippet.ranges.contains { $0.contains(cell.source.lowerBound) }
        return Style(ink: isHit ? .accent : .plain, isBold: isHit)
      }
    }
  }

  private static let syntax = [
    "word            every article with a word that begins so, in any script",
    "two words       articles that have both",
    "\"two words\"     the words side by side",
    "-word           without the word",
    "",
    "Hamza, tashkeel, ta marbuta, the article, case and accents make no difference.",
    "Enter opens the hit, n and N go on from there, Esc goes back.",
  ]

  private static func drawSyntax(in grid: inout Grid) {
    for (row, line) in syntax.enumerated() {
      grid.write(
        line, row: row + 1, column: 2, width: grid.size.columns - 3, style: Style(ink: .muted))
    }
  }
}
