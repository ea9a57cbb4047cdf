/// Breaks a paragraph's cells into lines and puts each line into visual order.
struct LineFiller: ~Copyable {
  private var cells: CellBuffer
  private let scalars: ArraySlice<Unicode.Scalar>
  private let baseLevel: UInt8
  private let uniformLevel: UInt8?
  private let limit: Int
  private let hasTabs: Bool

  /// Makes a filler for cells in logical order and lines of `width` columns, at least 1.
  init(
    cells: consuming CellBuffer, scalars: ArraySlice<Unicode.Scalar>, bidi: BidiParagraph,
    width: Int
  ) {
    self.cells = cells
    self.scalars = scalars
    baseLevel = bidi.baseLevel
    uniformLevel = bidi.uniformLevel
    limit = width
    hasTabs = scalars.contains("\t")
    if width == 1 { replaceWideCells() }
  }

  private var direction: TextDirection { baseLevel == 1 ? .rightToLeft : .leftToRight }

  // A column has no room for them; what cannot be drawn is the same everywhere.
  private mutating func replaceWideCells() {
    for place in 0..<cells.count where cells[place].cell.width > 1 {
      cells[place].cell.width = 1
      cells[place].cell.glyph = cells[place].cell.glyph == "\u{3000}" ? " " : "\u{FFFD}"
      cells[place].cell.marks = Marks()
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
    let position = end < cells.count ? cells[end].cell.source.lowerBound : scalars.endIndex
    let range = TextRange(cells[start].cell.source.lowerBound, position)
    var visible = end
    while visible > start, cells[visible - 1].flags.contains(.hangs) { visible -= 1 }
    guard visible > start else {
      return LayoutLine(cells: [], range: range, direction: direction)
    }
    var drawn = drawnCells(start..<visible)
    drawn[drawn.count - 1].source.upperBound = position
    if end < cells.count, visible == end, cells[end].flags.contains([.softHyphen, .breakBefore]) {
      hyphenate(&drawn)
    }
    reorder(&drawn)
    return LayoutLine(cells: drawn, range: range, direction: direction)
  }

  /// The distance between tab stops (ECMA-48 HT, as terminals set them).
  private static let tabStops = 8

  /// How many columns the cell at a place takes in a line that is `width` columns wide before it.
  @inline(__always)
  private func columns(_ place: Int, after width: Int) -> Int {
    guard cells[place].flags.contains(.tab) else { return Int(cells[place].cell.width) }
    // In a line that ends before the next stop the tab reaches to its end.
    return min(Self.tabStops - width % Self.tabStops, max(1, limit - width))
  }

  /// The cells of a line, tabs filled up to their stops.
  private func drawnCells(_ range: Range<Int>) -> [Cell] {
    var drawn = cells.cells(range)
    guard hasTabs else { return drawn }
    drawn.removeAll(keepingCapacity: true)
    var width = 0
    for place in range {
      let columns = self.columns(place, after: width)
      let cell = cells[place].cell
      drawn.append(cell)
      if cells[place].flags.contains(.tab) {
        let rest = TextRange(cell.source.upperBound, cell.source.upperBound)
        drawn += Array(
          repeating: Cell(glyph: " ", level: cell.level, source: rest), count: columns - 1)
      }
      width += columns
    }
    return drawn
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
    if let uniformLevel {
      if uniformLevel & 1 == 1 { drawn.reverse() }
    } else {
      BidiParagraph.reorder(&drawn, levels: drawn.map(\.level))
    }
  }

  /// The place after the last cell of the line that begins at `start`.
  private func lineEnd(from start: Int) -> Int {
    var width = 0
    var best: Int?
    var place = start
    while place < cells.count {
      let flag = cells[place].flags
      if place > start, flag.contains(.breakBefore),
        !flag.contains(.softHyphen) || width < limit
      {
        best = place
      }
      if flag.contains(.endsLine) { return place + 1 }
      let columns = self.columns(place, after: width)
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
    while cut > start + 1, cells[cut].flags.contains(.glued) { cut -= 1 }
    return cut
  }

  /// All cells on one line, cut off with an ellipsis where they do not fit.
  func truncated() -> LayoutLine {
    let range = TextRange(scalars.startIndex, scalars.endIndex)
    var end = cells.count
    while end > 0, cells[end - 1].flags.contains(.hangs) { end -= 1 }
    var width = 0
    var kept = 0
    while kept < end, width + Int(cells[kept].cell.width) <= limit {
      width += Int(cells[kept].cell.width)
      kept += 1
    }
    var drawn: [Cell]
    if kept == end {
      drawn = cells.cells(0..<end)
      if end > 0 { drawn[end - 1].source.upperBound = range.upperBound }
    } else {
      while kept > 0, width + 1 > limit || cells[kept].flags.contains(.glued) {
        kept -= 1
        width -= Int(cells[kept].cell.width)
      }
      while kept > 0, cells[kept - 1].flags.contains(.hangs) { kept -= 1 }
      let cut = kept > 0 ? cells[kept].cell.source.lowerBound : range.lowerBound
      drawn = cells.cells(0..<kept)
      drawn.append(
        Cell(glyph: "\u{2026}", level: baseLevel, source: TextRange(cut, range.upperBound)))
    }
    reorder(&drawn)
    return LayoutLine(cells: drawn, range: range, direction: direction)
  }
}
