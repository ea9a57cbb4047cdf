import Model

/// How the list of keys looks.
extension HelpPane {
  /// A line of the list.
  enum Line {
    case group(String)
    case entry(keys: String, name: String, help: String)
    case more(String)
    case empty
  }

  /// The column at which names stand, where there is room for them, and that of the help.
  private static func stops(_ columns: Int) -> (name: Int?, help: Int) {
    if columns >= 90 { return (22, 40) }
    return (nil, columns >= 60 ? 22 : 4)
  }

  /// The lines of the list on a screen of `columns`.
  func lines(in state: State, columns: Int) -> [Line] {
    let (_, helpColumn) = Self.stops(columns)
    let room = max(8, columns - helpColumn - 1)
    var lines: [Line] = []
    let here = here(in: state)
    let all = groups(in: state).map { (title: $0.group.rawValue, entries: $0.entries) }
    for (title, entries) in (here.map { [$0] } ?? []) + all {
      if !lines.isEmpty { lines.append(.empty) }
      lines.append(.group(title))
      for entry in entries {
        let help = ScalarText(entry.help)
        var wrapped = TextLayout(help, width: room).lines.map { help[$0.range] }
        // On a narrow screen the help stands under the keys.
        let first = helpColumn > 4 && !wrapped.isEmpty ? wrapped.removeFirst() : ""
        lines.append(
          .entry(
            keys: entry.keys, name: entry.command.rawValue, help: first))
        lines += wrapped.map { .more($0) }
      }
    }
    return lines
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let (nameColumn, helpColumn) = Self.stops(size.columns)
    let shown = lines(in: state, columns: size.columns).dropFirst(top).prefix(size.rows)
    for (row, line) in shown.enumerated() {
      switch line {
      case .empty: continue
      case .group(let title):
        grid.write(
          title, row: row, column: 1, width: size.columns - 1,
          style: Style(ink: .title, isBold: true))
      case .more(let help):
        grid.write(help, row: row, column: helpColumn, width: size.columns - helpColumn)
      case .entry(let keys, let name, let help):
        grid.write(
          keys, row: row, column: 2, width: 19, style: Style(ink: .accent, isBold: true))
        if let nameColumn {
          grid.write(
            name, row: row, column: nameColumn, width: 17, style: Style(ink: .muted))
        }
        grid.write(help, row: row, column: helpColumn, width: size.columns - helpColumn)
      }
    }
    return grid
  }
}
