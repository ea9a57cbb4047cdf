/// The list of keys, made from the command table.
enum HelpView {
  /// A line of the list.
  private enum Line {
    case group(String)
    case entry(keys: String, name: String, help: String)
    case empty
  }

  /// How many lines the list has.
  static func lineCount(of page: HelpPage) -> Int { lines(of: page).count }

  private static func lines(of page: HelpPage) -> [Line] {
    var lines: [Line] = []
    for (group, entries) in page.groups {
      if !lines.isEmpty { lines.append(.empty) }
      lines.append(.group(group.rawValue))
      lines += entries.map {
        .entry(
          keys: $0.keys.joined(separator: " "), name: $0.command.rawValue, help: $0.help)
      }
    }
    return lines
  }

  /// Draws the list.
  static func grid(_ page: HelpPage, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let nameColumn = size.columns >= 90 ? 22 : nil
    let helpColumn = nameColumn.map { $0 + 18 } ?? 22
    for (row, line) in lines(of: page).dropFirst(page.top).prefix(size.rows).enumerated() {
      switch line {
      case .empty: continue
      case .group(let title):
        grid.write(
          title, row: row, column: 1, width: size.columns - 1,
          style: Style(ink: .title, isBold: true))
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
