/// Breaks a paragraph's cells into lines and puts each line into visual order.
struct LineFiller {
  private var cells: [Cell]
  private let flags: [CellFlags]
  private let scalars: ArraySlice<Unicode.Scalar>
  private let baseLevel: UInt8
  private let isPlain: Bool
  private let limit: Int

  /// Makes a filler for cells in logical order and lines of `width` columns, at least 1.
  init(
    cells: [Cell], flags: [CellFlags], scalars: ArraySlice<Unicode.Scalar>, bidi: BidiParagraph,
    width: Int
  ) {
    self.cells = cells
    self.flags = flags
    self.scalars = scalars
    baseLevel = bidi.baseLevel
    isPlain = bidi.isPlain
    limit = width
    if width == 1 { replaceWideCells() }
  }

  private var direction: TextDirection { baseLevel == 1 ? .rightToLeft : .leftToRight }

  // A column has no room for them; what cannot be drawn is the same everywhere.
  private mutating func replaceWideCells() {
    for place in cells.indices where cells[place].width > 1 {
      cells[place].width = 1
      cells[place].glyph = cells[place].glyph == "\u{3000}" ? " " : "\u{FFFD}"
      cells[place].marks = Marks()
    }
  }

  /// Adds all lines of the paragraph.
  func fill(into lines: inout [LayoutLine]) {
    var start = 0
    while start < cells.count {
      let end = lineEnd(from: start)
      lines.append(line(from: start, to: end))
      start = end
    }
  }

  /// The line of the cells from `start` up to `end`.
  private func line(from start: Int, to end: Int) -> LayoutLine {
    let position = end < cells.count ? cells[end].source.lowerBound : scalars.endIndex
    let range = TextRange(cells[start].source.lowerBound, position)
    var visible = end
    while visible > start, flags[visible - 1].contains(.hangs) { visible -= 1 }
    guard visible > start else { return LayoutLine(cells: [], range: range, direction: direction) }
    var drawn = Array(cells[start..<visible])
    drawn[drawn.count - 1].source.upperBound = position
    if end < cells.count, visible == end, flags[end].contains([.softHyphen, .breakBefore]) {
      hyphenate(&drawn)
    }
    reorder(&drawn)
    return LayoutLine(cells: drawn, range: range, direction: direction)
  }

  /// Draws the soft hyphen at which the line ends, if there is room.
  private func hyphenate(_ drawn: inout [Cell]) {
    let last = drawn[drawn.count - 1]
    guard drawn.reduce(0, { $0 + Int($1.width) }) < limit,
      let hyphen = scalars[last.source.range].lastIndex(of: "\u{AD}"),
      hyphen > last.source.lowerBound
    else { return }
    drawn[drawn.count - 1].source.upperBound = hyphen
    drawn.append(
      Cell(
        glyph: "-", level: last.level, source: TextRange(hyphen, last.source.upperBound)))
  }

  private func reorder(_ drawn: inout [Cell]) {
    guard !isPlain else { return }
    BidiParagraph.reorder(&drawn, levels: drawn.map(\.level))
  }

  /// The place after the last cell of the line that begins at `start`.
  private func lineEnd(from start: Int) -> Int {
    var width = 0
    var best: Int?
    var place = start
    while place < cells.count {
      let flag = flags[place]
      if place > start, flag.contains(.breakBefore),
        !flag.contains(.softHyphen) || width < limit
      {
        best = place
      }
      if flag.contains(.endsLine) { return place + 1 }
      let columns = Int(cells[place].width)
      if !flag.contains(.hangs), width + columns > limit, place > start {
        return best ?? cut(at: place, after: start)
      }
      width += columns
      place += 1
    }
    return place
  }

  /// Where to cut a word that is longer than a line.
  private func cut(at place: Int, after start: Int) -> Int {
    var cut = place
    while cut > start + 1, flags[cut].contains(.glued) { cut -= 1 }
    return cut
  }

  /// All cells on one line, cut off with an ellipsis where they do not fit.
  func truncated() -> LayoutLine {
    let range = TextRange(scalars.startIndex, scalars.endIndex)
    var end = cells.count
    while end > 0, flags[end - 1].contains(.hangs) { end -= 1 }
    var width = 0
    var kept = 0
    while kept < end, width + Int(cells[kept].width) <= limit {
      width += Int(cells[kept].width)
      kept += 1
    }
    var drawn: [Cell]
    if kept == end {
      drawn = Array(cells[..<end])
      if end > 0 { drawn[end - 1].source.upperBound = range.upperBound }
    } else {
      while kept > 0, width + 1 > limit || flags[kept].contains(.glued) {
        kept -= 1
        width -= Int(cells[kept].width)
      }
      while kept > 0, flags[kept - 1].contains(.hangs) { kept -= 1 }
      let cut = kept > 0 ? cells[kept].source.lowerBound : range.lowerBound
      drawn = Array(cells[..<kept])
      drawn.append(Cell(glyph: "\u{2026}", level: baseLevel, source: TextRange(cut, range.upperBound)))
    }
    reorder(&drawn)
    return LayoutLine(cells: drawn, range: range, direction: direction)
  }
}
