import Model

/// The line at the foot: what is being typed, or what there is to say.
enum FootView {
  /// Draws the line.
  static func grid(_ state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    switch state.mode {
    case .search(let prompt):
      draw("/", prompt.input, in: &grid, remark: state.searchesLiterally ? literally : nil)
    case .filter(let prompt): draw("&", prompt.input, in: &grid)
    case .mark(let use):
      let what = use == .set ? "marks the place" : "goes to its mark, ' to the last place"
      grid.write("a letter \(what)", row: 0, column: 1, width: size.columns - 1)
    case .savedSearches:
      grid.write(
        "Enter filters the list   x forgets   q closes", row: 0, column: 1,
        width: size.columns - 1)
    case .command(let prompt): draw(prompt.kind == .program ? ":" : "|", prompt.input, in: &grid)
    case .help(let page) where page.isFiltering: draw("/", page.filter, in: &grid)
    case .help:
      grid.write("/ searches   q closes", row: 0, column: 1, width: size.columns - 1)
    case .hints(let hints):
      grid.write(
        "a letter selects a name, a capital goes to its next mention  \(hints.typed)", row: 0,
        column: 1, width: size.columns - 1)
    case .strip:
      grid.write(
        "Enter opens the article   R folds   Esc goes back to the text", row: 0, column: 1,
        width: size.columns - 1)
    case .normal: drawNotice(state, in: &grid)
    }
    return grid
  }

  /// What stands beside a search that finds words only as they are spelled.
  private static let literally = "only as spelled (Ctrl-T)"

  /// Writes a prompt with what is typed, the cursor where the next character goes, and a remark at
  /// the end where it leaves at least half of the line.
  private static func draw(
    _ prompt: String, _ input: InputLine, in grid: inout Grid, remark: String? = nil
  ) {
    grid.write(prompt, row: 0, width: 1, style: Style(ink: .accent, isBold: true))
    var room = max(1, grid.size.columns - 2)
    if let remark, 2 * (remark.count + 2) <= room {
      room -= remark.count + 2
      grid.write(
        remark, row: 0, column: grid.size.columns - remark.count - 1, width: remark.count,
        style: Style(ink: .alert))
    }
    let before = TextLayout.singleLine(
      ScalarText(input.textBeforeCursor), width: .max, direction: .leftToRight)
    let all = TextLayout.singleLine(ScalarText(input.text), width: .max, direction: .leftToRight)
    let position = input.textBeforeCursor.unicodeScalars.count
    let cursor = cursorColumn(in: all, at: position, default: before.width)
    let hidden = max(0, cursor - room + 1)
    var column = 0
    let shown = all.cells.drop { cell in
      defer { column += Int(cell.width) }
      return column < hidden
    }
    grid.put(shown, row: 0, column: 1, limit: room) { _ in .plain }
    grid.cursor = Grid.Position(row: 0, column: 1 + cursor - hidden)
  }

  /// The column at which the next character will show: after the one before it, in the direction
  /// that one runs.
  private static func cursorColumn(
    in line: LayoutLine, at position: Int, default width: Int
  ) -> Int {
    guard position > 0 else { return 0 }
    var column = 0
    for cell in line.cells {
      if cell.source.contains(position - 1) {
        return cell.level % 2 == 1 ? column : column + Int(cell.width)
      }
      column += Int(cell.width)
    }
    return width
  }

  private static func drawNotice(_ state: State, in grid: inout Grid) {
    let width = grid.size.columns
    var right = state.count.map { "\($0)  " } ?? ""
    if let progress = state.progress {
      right += "\(progress.text)  "
    }
    right += "? keys"
    let room = width - right.count - 2
    grid.write(
      right, row: 0, column: max(1, width - right.count - 1), width: right.count,
      style: Style(ink: .muted))
    guard let notice = state.notice else { return }
    for column in 0..<max(0, room) { grid[0, column] = .blank }
    grid.write(
      notice.text, row: 0, column: 1, width: max(0, min(room, width - 1)),
      style: notice.tone == .alert ? Style(ink: .alert, isBold: true) : .plain)
  }
}
