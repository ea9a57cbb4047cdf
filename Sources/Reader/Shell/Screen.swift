import Model

/// The whole screen: titles, panes with separators, and the line at the foot.
enum Screen {
  /// Draws the state.
  static func grid(_ state: State) -> Grid {
    var grid = Grid(size: state.size)
    guard state.size.rows > 1, state.size.columns > 0 else { return grid }
    let body = GridSize(rows: state.size.rows - 2, columns: state.size.columns)
    if let pane = state.coveringPane {
      let frame = Frame(pane: pane, column: 0, columns: body.columns, isFocused: true)
      draw(frame, state, in: &grid)
    } else {
      drawArrangement(state, in: &grid)
    }
    let line = state.linePane
    let above = line?.grid(
      in: state, size: GridSize(rows: body.rows, columns: body.columns))
    if let above, above.size.rows > 0 {
      grid.put(above, row: state.size.rows - 1 - above.size.rows, column: 0)
    }
    let foot = state.activePane?.foot(in: state, columns: body.columns) ?? notice(state)
    let cursor = grid.cursor
    grid.put(foot, row: state.size.rows - 1, column: 0)
    if foot.cursor == nil { grid.cursor = cursor }
    return grid
  }

  /// What stands between two panes.
  private static let separator = GridCell(glyph: "\u{2502}", style: Style(ink: .muted))

  /// A pane with the columns that it takes.
  private struct Frame {
    var pane: any Pane
    var column: Int
    var columns: Int
    var isFocused: Bool
  }

  private static func drawArrangement(_ state: State, in grid: inout Grid) {
    var column = 0
    for (slot, width) in state.arrangement.widths(columns: state.size.columns) {
      if column > 0 {
        drawSeparator(column: column, in: &grid)
        column += 1
      }
      for frame in frames(of: slot, column: column, columns: width, state) {
        if frame.column > column { drawSeparator(column: frame.column - 1, in: &grid) }
        draw(frame, state, in: &grid)
      }
      column += width
    }
  }

  private static func drawSeparator(column: Int, in grid: inout Grid) {
    for row in 0..<grid.size.rows - 1 { grid[row, column] = separator }
  }

  /// The panes of a slot: one, or two side by side.
  private static func frames(
    of slot: PaneSlot, column: Int, columns: Int, _ state: State
  ) -> [Frame] {
    guard let own = state.panes.first(where: { $0.position(in: state) == .slot(slot) }) else {
      return []
    }
    var frame = Frame(
      pane: own, column: column, columns: columns, isFocused: state.arrangement.focus == slot)
    guard let other = state.panes.first(where: { $0.position(in: state) == .half(slot) }),
      let pair = state.arrangement.pair
    else { return [frame] }
    let left = ArticlePair.halves(of: columns).left
    let widths = pair.widths(in: columns)
    frame.columns = widths.own
    var half = Frame(pane: other, column: column, columns: widths.beside, isFocused: false)
    if pair.beside == .left {
      frame.column += left + 1
      return [half, frame]
    }
    half.column += left + 1
    return [frame, half]
  }

  /// Draws a pane under its title, with the pane at its foot.
  private static func draw(_ frame: Frame, _ state: State, in grid: inout Grid) {
    let height = state.size.rows - 2
    let position = frame.pane.position(in: state)
    var foot: (pane: any Pane, rows: Int)?
    if case .slot(let slot)? = position { foot = state.foot(of: slot) }
    let cursor = grid.cursor
    let own = GridSize(rows: height - (foot?.rows ?? 0), columns: frame.columns)
    grid.put(frame.pane.grid(in: state, size: own), row: 1, column: frame.column)
    if let foot {
      let size = GridSize(rows: foot.rows, columns: frame.columns)
      grid.put(foot.pane.grid(in: state, size: size), row: 1 + own.rows, column: frame.column)
    }
    if !frame.isFocused { grid.cursor = cursor }
    let title = frame.pane.title(in: state, width: frame.columns - 1)
    let style = Style(
      ink: frame.isFocused ? .accent : .muted, isBold: frame.isFocused)
    grid.write(title, row: 0, column: frame.column + 1, width: frame.columns - 1, style: style)
    grid.restyle(row: 0, columns: frame.column..<frame.column + frame.columns) {
      $0.isUnderlined = true
      $0.ink = style.ink
    }
  }

  /// From this many columns on, the line at the foot shows the keys of the pane.
  private static let hintsFrom = 80

  /// Writes the keys of the pane that has them, as many as there is room for.
  private static func writeHints(_ state: State, room: Int, in grid: inout Grid) {
    var column = 1
    for hint in state.activePane.map({ state.hints(in: $0.contexts) }) ?? [] {
      guard column + hint.count <= room else { return }
      grid.write(hint, row: 0, column: column, width: hint.count, style: Style(ink: .muted))
      column += hint.count + 3
    }
  }

  /// The line at the foot while nothing is typed: what there is to say, and how to get help.
  private static func notice(_ state: State) -> Grid {
    let width = state.size.columns
    var grid = Grid(size: GridSize(rows: 1, columns: width))
    let keys = state.typedKeys.map(\.name).joined(separator: " ")
    let parts = [
      state.count.map(String.init), keys.isEmpty ? nil : keys,
      state.fetching,
      state.progress?.text
        ?? (state.waitingForNames > 0 ? "names of \(state.waitingForNames) to read" : nil),
      state.key(for: .help).map { "\($0) keys" },
    ]
    let right = parts.compactMap(\.self).joined(separator: "  ")
    let room = width - right.count - 2
    grid.write(
      right, row: 0, column: max(1, width - right.count - 1), width: right.count,
      style: Style(ink: .muted))
    guard let notice = state.notice else {
      if width >= hintsFrom { writeHints(state, room: room - 2, in: &grid) }
      return grid
    }
    for column in 0..<max(0, room) { grid[0, column] = .blank }
    grid.write(
      notice.text, row: 0, column: 1, width: max(0, min(room, width - 1)),
      style: notice.tone == .alert ? Style(ink: .alert, isBold: true) : .plain)
    return grid
  }
}
