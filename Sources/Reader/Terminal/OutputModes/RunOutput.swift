/// Sends each run of one style as a line by itself, for QTerminal, which reorders each by itself and leaves
/// it in its place; the cell at the cursor is such a run too.
struct RunOutput: OutputMode {
  /// What is sent for a run.
  var mode: InverseOutput

  func output(for row: ArraySlice<GridCell>) -> OutputRow { parts(of: row, cursor: nil) }

  func output(for row: ArraySlice<GridCell>, cursor: Int) -> OutputRow {
    parts(of: row, cursor: row.startIndex + cursor)
  }

  private func parts(of row: ArraySlice<GridCell>, cursor: Int?) -> OutputRow {
    var sent = OutputRow(cells: [])
    var rest = row
    while !rest.isEmpty {
      let run = rest.prefix(length(ofRunIn: rest, cursor: cursor))
      let column = run.startIndex - row.startIndex
      sent.append(mode.output(for: run), at: column, width: run.count)
      rest = rest[run.endIndex...]
    }
    return sent
  }

  /// How many columns the first run of some cells takes.
  private func length(ofRunIn row: ArraySlice<GridCell>, cursor: Int?) -> Int {
    let start = row.startIndex
    let end = row.indices.dropFirst().first { place in
      // The second column of a wide character belongs to the first.
      guard row[place].width > 0 else { return false }
      return !Self.isDrawnAlike(row[start], row[place]) || start == cursor || place == cursor
    }
    return (end ?? row.endIndex) - start
  }

  /// Whether QTerminal draws two cells at once: titles have no colour of their own, and lines between panes
  /// are drawn apart.
  private static func isDrawnAlike(_ left: GridCell, _ right: GridCell) -> Bool {
    func drawn(_ cell: GridCell) -> (Style, Bool) {
      var style = cell.style
      if style.ink == .title { style.ink = .plain }
      return (style, (0x2500...0x257F).contains(cell.glyph.value))
    }
    return drawn(left) == drawn(right)
  }
}
