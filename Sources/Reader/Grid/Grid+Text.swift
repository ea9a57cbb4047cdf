import Model

extension Grid {
  /// Where a text stands in the columns it is given.
  enum Alignment {
    /// At the left edge.
    case left
    /// At the edge that the text's direction starts from.
    case start
  }

  /// Writes one line of text, shortened with an ellipsis where it does not fit.
  ///
  /// - Returns: How many columns the text took.
  @discardableResult
  mutating func write(
    _ text: String, row: Int, column: Int = 0, width: Int, style: Style = .plain,
    align: Alignment = .left, direction: TextDirection? = .leftToRight,
    options: LayoutOptions = LayoutOptions()
  ) -> Int {
    guard width > 0 else { return 0 }
    let line = TextLayout.singleLine(
      ScalarText(text), width: width, direction: direction, options: options)
    let indent = align == .start ? line.indent(in: width) : 0
    put(line.cells, row: row, column: column + indent, limit: width - indent) { _ in style }
    return line.width
  }

  /// Changes the style of a whole row.
  mutating func restyle(row: Int, _ change: (inout Style) -> Void) {
    restyle(row: row, columns: 0..<size.columns, change)
  }

  /// Marks a row as the selected one: reversed in one colour, whatever stands in it.
  mutating func select(row: Int) {
    restyle(row: row) { style in
      style.ink = .plain
      // Some terminals draw bold as another colour, which reversed may not be readable.
      style.isBold = false
      style.isDim = false
      style.isReversed = true
    }
  }
}

extension LayoutLine {
  /// How many empty columns stand to the left of the line in a pane of `width` columns: those that
  /// push a right-to-left line to the right edge.
  func indent(in width: Int) -> Int {
    direction == .rightToLeft ? max(0, width - self.width) : 0
  }
}
