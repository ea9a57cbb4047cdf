import Model

/// How the panel looks: people, places and organizations of the article, with counts.
extension NamesPane {
  func title(in state: State, width: Int) -> String {
    state.reading == nil ? "Names" : "Names \(Self.names(in: state).count)"
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard state.reading != nil else { return grid }
    let lines = Self.lines(in: state)
    if lines.isEmpty {
      grid.write(
        state.isLoaded ? "No names found." : "Finding names\u{2026}", row: 1, column: 1,
        width: size.columns - 1, style: Style(ink: .muted))
    }
    for (row, line) in lines.dropFirst(top).prefix(size.rows).enumerated() {
      switch line {
      case .empty: continue
      case .heading(let kind, let count):
        grid.write(
          "\(kind.heading) \(count)", row: row, column: 1, width: size.columns - 2,
          style: Style(ink: kind.ink, isBold: true))
      case .otherName(let other):
        let line = TextLayout.singleLine(
          ScalarText(other), width: max(1, size.columns - 3),
          options: state.layoutOptions)
        grid.put(line.cells, row: row, column: size.columns - line.width - 1) { _ in
          Style(ink: .muted)
        }
      case .name(let name, let number):
        draw(name, number: number, state: state, row: row, in: &grid)
      }
    }
    return grid
  }

  private func draw(
    _ name: ArticleEntity, number: Int, state: State, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns
    let shown = ShownName(name, script: state.nameScript)
    let count = shown.count
    grid.write(
      count, row: row, column: width - count.count - 1, width: count.count,
      style: Style(ink: .muted))
    grid.write(
      shown.own, row: row, column: ShownName.indent, width: shown.room(width),
      style: Style(ink: name.entity.kind.ink), direction: nil, options: state.layoutOptions)
    if let other = shown.other, shown.fits(width) {
      let line = TextLayout.singleLine(
        ScalarText(other), width: width, options: state.layoutOptions)
      let end = ShownName.indent + shown.room(width)
      grid.put(line.cells, row: row, column: end - line.width) { _ in Style(ink: .muted) }
    }
    if state.watched[name.entity.id] != nil {
      grid.writeWatchMark(row: row)
    } else if state.notedEntities.contains(name.entity.id) {
      grid.writeNoteSign(row: row, column: 1)
    }
    let label = state.panes.lazy.compactMap { $0.label(onName: number) }.first
    if let label {
      grid.write(
        label, row: row, width: 2, style: Style(ink: .accent, isBold: true, isReversed: true))
    }
    if state.selection == .entity(name.entity.id) {
      grid.restyle(row: row) { $0.isBold = true }
      if label == nil {
        grid.write("\u{25B8}", row: row, width: 1, style: Style(ink: .accent, isBold: true))
      }
    }
    if number == selected, state.arrangement.focus == .names {
      grid.select(row: row)
      grid.cursor = Grid.Position(row: row, column: 0)
    }
  }
}
