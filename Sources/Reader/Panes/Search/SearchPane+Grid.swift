import Model

/// How a search looks as it is typed: people, places and organizations, then articles.
extension SearchPane {
  /// The columns that the headings of the entities take.
  private static let headingWidth = 20
  /// The fewest columns in which there are headings.
  private static let wide = 60

  /// The columns that day and source of an article take on a screen; none where it is narrow.
  private static func captionRoom(columns: Int) -> Int {
    columns < 78 ? 0 : min(34, columns / 3)
  }

  func title(in state: State, width: Int) -> String {
    guard let results else {
      let count = state.list.filter == nil ? state.list.count : state.list.total
      return "Search \(count) articles"
    }
    switch results.total {
    case 0: return "Nothing found"
    case 1: return "1 article"
    default: return "\(results.total) articles"
    }
  }

  func foot(in state: State, columns: Int) -> Grid? {
    let key = state.key(for: .spelling, in: contexts).map { " (\($0))" } ?? ""
    return .line(
      "/", input, columns: columns,
      remark: state.searchesLiterally ? "only as spelled\(key)" : nil)
  }

  /// Draws what was found; while nothing is typed, the syntax; what is wrong with what is typed.
  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    var row = 0
    if let mistake { row = mistake.draw(row: 0, in: &grid) }
    guard let results else {
      if !isWaiting {
        SearchSyntax(state: state, contexts: contexts).draw(row: row == 0 ? 1 : row + 1, in: &grid)
      }
      return grid
    }
    for (number, line) in lines.enumerated().dropFirst(top) {
      guard row < size.rows else { break }
      switch line {
      case .entity(let found, let heading):
        draw(found, heading: heading, state: state, row: row, in: &grid)
      case .more(let count):
        grid.write(
          "\u{2026} \(count.grouped) more names", row: row,
          column: size.columns >= Self.wide ? Self.headingWidth + 1 : 1, width: size.columns - 2,
          style: Style(ink: .muted))
      case .articles:
        grid.write(
          "Articles \(results.total.grouped)", row: row, column: 1, width: size.columns - 2,
          style: Style(ink: .muted, isBold: true))
      case .hit(let hit):
        draw(results.hits[hit], options: state.layoutOptions, row: row, in: &grid)
      }
      if number == selected { grid.select(row: row) }
      row += line.rows
    }
    return grid
  }

  /// An entity with its name in both scripts and how many articles mention it.
  private func draw(
    _ found: FoundEntity, heading: String?, state: State, row: Int, in grid: inout Grid
  ) {
    let ink = found.entity.kind.ink
    let width = grid.size.columns
    // On a narrow screen the colour alone tells the kinds apart.
    let isWide = width >= Self.wide
    if let heading, isWide {
      grid.write(
        heading, row: row, column: 1, width: Self.headingWidth - 1,
        style: Style(ink: ink, isBold: true))
    }
    let start = isWide ? Self.headingWidth + 1 : 1
    let count = found.articles.grouped
    let end = width - count.count - 2
    grid.write(
      count, row: row, column: end + 1, width: count.count, style: Style(ink: .muted))
    let own = found.entity.displayName(preferring: state.nameScript)
    let other = Script.allCases.lazy.filter { $0 != Script(of: own) }
      .compactMap { found.entity.name(in: $0) }.first
    let room = max(0, end - start - 1)
    let shared = other == nil ? room : room / 2
    grid.write(
      own, row: row, column: start, width: shared, style: Style(ink: ink), direction: nil,
      options: state.layoutOptions)
    if let other {
      let line = TextLayout.singleLine(
        ScalarText(other), width: max(1, room - shared - 2), options: state.layoutOptions)
      grid.put(line.cells, row: row, column: end - line.width - 1) { _ in Style(ink: .muted) }
    }
  }

  private func draw(
    _ hit: SearchHit, options: LayoutOptions, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns - 2
    let count = hit.ranges.isEmpty ? "" : " \(hit.ranges.count)"
    let room = Self.captionRoom(columns: width)
    // Day and source stand in columns of their own, so that they can be compared.
    grid.write(
      ArticleCaption.listLine(of: hit.summary), row: row, column: 1, width: max(0, room - 2),
      style: Style(ink: .muted))
    grid.write(
      hit.summary.title, row: row, column: 1 + room, width: width - count.count - room,
      style: Style(ink: .title, isBold: true), align: .start,
      direction: hit.summary.language.direction(of: hit.summary.title), options: options)
    grid.write(
      count, row: row, column: 1 + width - count.count, width: count.count,
      style: Style(ink: .muted))
    let snippet = TextLayout(
      ScalarText(hit.snippet.text), width: width,
      direction: hit.summary.language.direction(of: hit.snippet.text), options: options)
    for (offset, line) in snippet.lines.prefix(Self.rowsPerHit - 1).enumerated() {
      grid.put(
        line.cells, row: row + 1 + offset, column: 1 + line.indent(in: width), limit: width
      ) { cell in
        let isHit = hit.snippet.ranges.contains { $0.contains(cell.source.lowerBound) }
        return Style(ink: isHit ? .accent : .plain, isBold: isHit)
      }
    }
  }
}
