import Model

/// The side panel: people, places and organizations of the article, with counts.
enum NamesView {
  /// What stands over the panel.
  static func header(_ state: State) -> String {
    guard let content = state.reading?.content else { return "Names" }
    return "Names \(content.entities.count)"
  }

  /// Draws the panel.
  static func grid(_ state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let content = state.reading?.content else { return grid }
    let lines = NamesState.lines(of: content)
    if lines.isEmpty {
      grid.write(
        state.progress == nil ? "No names found." : "Finding names\u{2026}", row: 1, column: 1,
        width: size.columns - 1, style: Style(ink: .muted))
    }
    for (row, line) in lines.dropFirst(state.names.top).prefix(size.rows).enumerated() {
      switch line {
      case .empty: continue
      case .heading(let kind, let count):
        grid.write(
          "\(kind.heading) \(count)", row: row, column: 1, width: size.columns - 2,
          style: Style(ink: kind.ink, isBold: true))
      case .name(let name, let number):
        draw(name, number: number, state: state, row: row, in: &grid)
      }
    }
    return grid
  }

  private static func draw(
    _ name: ArticleEntity, number: Int, state: State, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns
    let count = String(name.count)
    grid.write(
      count, row: row, column: width - count.count - 1, width: count.count,
      style: Style(ink: .muted))
    let room = width - count.count - 4
    let own = name.entity.displayName(preferring: state.nameScript)
    let used = grid.write(
      own, row: row, column: 2, width: room, style: Style(ink: name.entity.kind.ink))
    let otherScript: Script = Script(of: own) == .arabic ? .latin : .arabic
    if let other = name.entity.name(in: otherScript), other != own, room - used > 4 {
      let line = TextLayout.singleLine(ScalarText(other), width: room - used - 2, direction: nil)
      grid.put(
        line.cells, row: row, column: 2 + room - line.width, limit: line.width
      ) { _ in Style(ink: .muted) }
    }
    let label = hintLabel(state, number: number)
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
    if number == state.names.selected, state.panes.focus == .names {
      grid.restyle(row: row) { $0.isReversed = true }
      grid.cursor = Grid.Position(row: row, column: 0)
    }
  }

  private static func hintLabel(_ state: State, number: Int) -> String? {
    guard case .hints(let hints) = state.mode, let label = hints.labels[.name(number)],
      label.hasPrefix(hints.typed.lowercased())
    else { return nil }
    return label
  }
}
