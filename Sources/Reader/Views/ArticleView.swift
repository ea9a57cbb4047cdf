import Model

/// The reading pane: the article's text, its names coloured, what is selected lit up.
enum ArticleView {
  /// The empty columns on either side of the text.
  static let margin = 1

  /// What stands over the text.
  static func header(_ state: State, _ reading: Reading?) -> String {
    guard let reading else { return "" }
    let rows = reading.layout.rows.count
    let share: String
    if rows <= state.textHeight {
      share = "all"
    } else {
      share = "\(100 * min(reading.top + state.textHeight, rows) / rows)%"
    }
    let star = reading.content.summary.isStarred ? "\u{2605} " : ""
    return "\(star)\(ArticleCaption.fileName(reading.content.summary.origin))  \(share)"
  }

  /// Draws the text of the article shown.
  static func grid(_ state: State, size: GridSize) -> Grid {
    guard let reading = state.reading else { return Grid(size: size) }
    return grid(state, reading, labels: hintLabels(state), size: size)
  }

  /// Draws the text of an article, `labels` over some of its names.
  static func grid(
    _ state: State, _ reading: Reading, labels: [(position: Int, label: String)] = [],
    size: GridSize
  ) -> Grid {
    var grid = Grid(size: size)
    let painter = MentionPainter(state: state, reading: reading)
    let width = max(1, size.columns - 2 * margin)
    for line in 0..<size.rows {
      let number = reading.top + line
      guard reading.layout.rows.indices.contains(number) else { break }
      let row = reading.layout.rows[number]
      if row.kind == .rule {
        drawRule(in: &grid, row: line, column: margin)
      }
      guard let text = row.line else { continue }
      let start = margin + text.indent(in: width)
      grid.put(text.cells, row: line, column: start, limit: width) { cell in
        painter.style(of: cell, in: row.kind)
      }
      for (position, label) in labels where text.range.contains(position) && row.isText {
        draw(label, over: text, at: position, row: line, column: start, in: &grid)
      }
      if row.isText, number == reading.cursorRow {
        grid.cursor = Grid.Position(
          row: line, column: start + column(of: reading.cursor, in: text))
      }
    }
    return grid
  }

  /// How many columns the rule above what the site added takes.
  static let ruleLength = 12

  /// Draws the rule.
  static func drawRule(in grid: inout Grid, row: Int, column: Int) {
    for column in column..<column + ruleLength {
      grid[row, column] = GridCell(glyph: "\u{2500}", style: style(of: .rule))
    }
  }

  /// How a row of a kind looks, names and hits apart.
  static func style(of kind: ArticleLayout.RowKind) -> Style {
    switch kind {
    case .title: return Style(ink: .title, isBold: true)
    case .body: return .plain
    case .source, .rule, .empty: return Style(ink: .muted)
    case .furniture: return Style(ink: .muted, isDim: true)
    }
  }

  /// The column of the cell that shows a position, counted from the line's left edge.
  private static func column(of position: Int, in line: LayoutLine) -> Int {
    var column = 0
    for cell in line.cells {
      if cell.source.contains(position) { return column }
      column += Int(cell.width)
    }
    return line.direction == .rightToLeft ? max(0, line.width - 1) : 0
  }

  private static func hintLabels(_ state: State) -> [(position: Int, label: String)] {
    guard case .hints(let hints) = state.mode, let reading = state.reading else { return [] }
    let top = reading.layout.position(ofRow: reading.top)
    return hints.labels.compactMap { target, label in
      guard case .mention(let index) = target, label.hasPrefix(hints.typed.lowercased()) else {
        return nil
      }
      return (max(top, reading.content.mentions[index].mention.range.lowerBound), label)
    }
  }

  /// Writes a label over the start of a name: from its first cell towards its end.
  private static func draw(
    _ label: String, over line: LayoutLine, at position: Int, row: Int, column start: Int,
    in grid: inout Grid
  ) {
    let first = start + column(of: position, in: line)
    let cell = line.cells.first { $0.source.contains(position) }
    let runsLeft = (cell?.level ?? 0) % 2 == 1
    let left = runsLeft ? first - label.count + 1 : first
    for (offset, scalar) in label.unicodeScalars.enumerated() {
      grid[row, left + offset] = GridCell(
        glyph: scalar, style: Style(ink: .accent, isBold: true, isReversed: true))
    }
  }
}

extension ArticleLayout.Row {
  /// Whether the row shows the article's own text.
  var isText: Bool { kind == .title || kind == .body || kind == .furniture }
}
