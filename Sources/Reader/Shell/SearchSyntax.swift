import Model

/// What can be typed into the search line, shown while nothing is.
struct SearchSyntax {
  /// What panes share.
  let state: State
  /// Where the search line's keys are looked up.
  let contexts: [KeyContext]

  private static let syntax: [(typed: String, meaning: String)] = [
    ("word", "every article with a word that begins so, in any script"),
    ("two words", "articles that have both"),
    ("\"two words\"", "the words side by side"),
    ("-word", "without the word; a minus goes before everything below too"),
    ("person:kazemi", "who mention the person; also place: and org:"),
    ("person:\"al-kazemi\"", "the words as they stand in a name"),
    ("lang:ar", "in a language: ar, en, und"),
    ("source:reuters", "whose source or group of sources has the word"),
    ("after:2020-08", "from August 2020 on; also 2020 and 2020-08-18"),
    ("before:2020-08", "from before August 2020"),
    ("is:unread", "not read yet; also is:read, is:starred, is:noted and is:watched"),
    ("note:check", "of which, or of a name in which, you noted the word"),
    ("watch:sanctions", "who mention someone on a list of names to watch"),
  ]

  private var remarks: [String] {
    let go = [KeyContext.text, .all]
    let keys = [
      state.key(for: .accept, in: contexts).map { "\($0) opens" },
      state.key(for: .next, in: go).flatMap { next in
        state.key(for: .previous, in: go).map { "\(next) and \($0) go on from there" }
      },
      state.key(for: .cancel, in: contexts).map { "\($0) goes back" },
    ].compactMap(\.self).joined(separator: ", ")
    let recall = state.key(for: .older, in: contexts).map { " \($0) recalls earlier searches." }
    let spelling = state.key(for: .spelling, in: contexts)
    return [
      "Hamza, tashkeel, ta marbuta, the article, accents and small letters make no difference; a "
        + "capital finds capitals: US is not us. Names are found in the other script, and with one "
        + "typing error.",
      keys + (keys.isEmpty ? "" : ".") + (recall ?? ""),
      spelling.map { "\($0) finds words only as they are spelled." },
    ].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The syntax alone, for a line that is typed under panes that stay on screen.
  func grid(size: GridSize) -> Grid {
    let rows = min(Self.syntax.count, size.rows)
    var grid = Grid(size: GridSize(rows: rows, columns: size.columns))
    for (row, entry) in Self.syntax.prefix(rows).enumerated() {
      grid.write(entry.typed, row: row, column: 2, width: 20, style: Style(ink: .accent))
      grid.write(
        entry.meaning, row: row, column: 22, width: size.columns - 23, style: Style(ink: .muted))
    }
    return grid
  }

  /// Draws it from a row on.
  func draw(row: Int, in grid: inout Grid) {
    let isWide = grid.size.columns >= 60
    let column = isWide ? 22 : 4
    var row = row
    func write(_ text: String, column: Int) {
      let scalars = ScalarText(text)
      for line in TextLayout(scalars, width: max(8, grid.size.columns - column - 1)).lines {
        grid.write(
          scalars[line.range], row: row, column: column, width: grid.size.columns - column - 1,
          style: Style(ink: .muted))
        row += 1
      }
    }
    for (typed, meaning) in Self.syntax {
      grid.write(typed, row: row, column: 2, width: 20, style: Style(ink: .accent))
      if !isWide { row += 1 }
      write(meaning, column: column)
    }
    row += 1
    for remark in remarks { write(remark, column: 2) }
  }
}
