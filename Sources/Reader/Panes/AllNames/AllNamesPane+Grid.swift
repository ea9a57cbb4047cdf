import Model

/// How the list of all names looks: a name a row, in both scripts, with its counts.
extension AllNamesPane {
  func title(in state: State, width: Int) -> String {
    let what = kind?.heading ?? "Names"
    let number = count.map { $0 == 0 ? "0" : "\(selected + 1)/\($0.grouped)" } ?? ""
    let filter = input.text.isEmpty ? "" : " \u{B7} \(input.text)"
    return "\(what) \(number) by \(order.rawValue)\(filter)"
  }

  func foot(in state: State, columns: Int) -> Grid? {
    isFiltering ? .line("/", input, columns: columns) : nil
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    if count == 0 {
      grid.write(
        "No names found.", row: 1, column: 2, width: size.columns - 3, style: Style(ink: .muted))
    }
    for row in 0..<size.rows {
      guard let found = rows[top + row] else { continue }
      draw(found, state: state, row: row, in: &grid)
      if top + row == selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  /// The columns that the two numbers at the end of a row take.
  private static let numbers = 18

  private func draw(_ found: FoundEntity, state: State, row: Int, in grid: inout Grid) {
    let entity = found.entity
    let end = grid.size.columns - 1
    let counts = [
      entity.mentionCount.grouped, "in \(found.articles.grouped)",
    ].joined(separator: " ")
    grid.write(
      counts, row: row, column: end - counts.count, width: counts.count, style: Style(ink: .muted))
    if state.notedEntities.contains(entity.id) { grid.writeNoteSign(row: row, column: 0) }
    let room = max(1, min(end - max(Self.numbers, counts.count) - 2, 76))
    let style = Style(ink: entity.kind.ink)
    let own = entity.displayName(preferring: state.nameScript)
    let taken = grid.write(
      own, row: row, column: 1, width: room, style: style, direction: nil,
      options: state.layoutOptions)
    let otherScript: Script = Script(of: own) == .arabic ? .latin : .arabic
    guard let other = entity.name(in: otherScript), room - taken - 2 > 2 else { return }
    let line = TextLayout.singleLine(
      ScalarText(other), width: room - taken - 2, direction: nil, options: state.layoutOptions)
    grid.put(line.cells, row: row, column: 1 + room - line.width) { _ in style }
  }
}
