import Model

/// A link between two names on one line: both names, why, and how sure.
struct LinkLine {
  /// The link.
  let link: EntityLink

  /// Draws it from a column on.
  func draw(
    kind: EntityKind, options: LayoutOptions, row: Int, column: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns - column - 1
    let reason = "\(link.reason.words), \(Int((link.confidence * 100).rounded())) %"
    let room = max(1, width - reason.count - 2)
    grid.write(
      reason, row: row, column: column + width - min(reason.count, width), width: reason.count,
      style: Style(ink: .muted))
    var place = column
    for (index, name) in [link.left.text, link.right.text].enumerated() {
      let sign = index == 0 ? "" : link.holds ? " = " : " \u{2248} "
      for scalar in sign.unicodeScalars where place < column + room {
        grid[row, place] = GridCell(glyph: scalar, style: Style(ink: .muted))
        place += 1
      }
      guard place < column + room else { return }
      let line = TextLayout.singleLine(
        ScalarText(name), width: min(max(1, room / 2 - 2), column + room - place), direction: nil,
        options: options)
      grid.put(line.cells, row: row, column: place) { _ in Style(ink: kind.ink) }
      place += line.width
    }
  }
}

extension LinkReason {
  /// The reason in words.
  var words: String {
    switch self {
    case .alias: "both known names of it"
    case .sameName: "the same name"
    case .spelling: "another spelling"
    case .article: "one in an article"
    case .acronym: "short for it"
    case .gazetteer: "one place on a list"
    case .sound: "sound alike"
    case .company: "alike, in the same company"
    case .judgement: "you said so"
    }
  }
}
