import Model

/// How an article's text looks: its names coloured, what is selected lit up.
struct ArticleText {
  /// What panes share.
  let state: State
  /// The article.
  let reading: Reading

  /// Draws the text.
  func grid(size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let painter = MentionPainter(state: state, reading: reading)
    let width = min(reading.layout.setting.width, max(1, size.columns - 2 * TextSetting.margin))
    let margin = leftEdge(of: width, in: size.columns)
    let labels = state.panes.flatMap { $0.labels(on: reading, in: state) }
    for line in 0..<size.rows {
      let number = reading.top + line
      guard reading.layout.rows.indices.contains(number) else { break }
      let row = reading.layout.rows[number]
      if row.kind == .rule {
        let indent = reading.layout.direction == .rightToLeft ? width - Self.ruleLength : 0
        Self.drawRule(in: &grid, row: line, column: margin + max(0, indent))
      }
      guard let text = row.line else { continue }
      let start = margin + text.indent(in: width)
      grid.put(text.cells, row: line, column: start, limit: width) { cell in
        painter.style(of: cell, in: row.kind)
      }
      for label in labels where text.range.contains(label.position) && row.isText {
        Self.draw(label.text, over: text, at: label.position, row: line, column: start, in: &grid)
      }
      if row.isText, number == reading.cursorRow {
        grid.cursor = Grid.Position(
          row: line, column: start + Self.column(of: reading.cursor, in: text))
      }
    }
    return grid
  }

  /// The position of the text that a cell of the pane shows; in an empty cell, the nearest in its row.
  func position(row: Int, column: Int, columns: Int) -> Int? {
    let number = reading.top + row
    guard reading.layout.rows.indices.contains(number) else { return nil }
    let shown = reading.layout.rows[number]
    guard shown.isText, let line = shown.line else { return nil }
    let width = min(reading.layout.setting.width, max(1, columns - 2 * TextSetting.margin))
    var next = leftEdge(of: width, in: columns) + line.indent(in: width)
    for cell in line.cells {
      next += Int(cell.width)
      if column < next { return cell.source.lowerBound }
    }
    return line.cells.last?.source.lowerBound
  }

  /// The column at which text of some width begins: in the middle where the article stands alone, else
  /// at the edge of the pane that the article's direction starts from.
  private func leftEdge(of width: Int, in columns: Int) -> Int {
    let spare = max(0, columns - width)
    if state.arrangement.showsOnePane(columns: state.size.columns) { return spare / 2 }
    let margin = min(TextSetting.margin, spare)
    return reading.layout.direction == .rightToLeft ? spare - margin : margin
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
    case .note: return Style(ink: .accent)
    case .source, .rule, .empty: return Style(ink: .muted)
    case .boilerplate: return Style(ink: .muted, isDim: true)
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
  var isText: Bool { kind == .title || kind == .body || kind == .boilerplate }
}
