/// A text laid out in lines of cells for a given width.
///
/// Levels are found per paragraph, lines are broken in logical order, and each line is then
/// reordered (UAX #9 section 3.4). Letters are shaped before lines are broken, so that a word cut by
/// the end of a line keeps its forms.
public struct TextLayout: Hashable, Sendable {
  /// The lines from top to bottom.
  ///
  /// Their ranges cover the text without gaps. Every scalar is in the range of exactly one cell of
  /// its line, white space at the line's end in that of the last; a line on which nothing is drawn
  /// has no cells. Where one scalar takes several cells, the first has it and the others have an
  /// empty range.
  public let lines: [LayoutLine]

  /// Lays out a part of a text in lines of at most `width` columns.
  ///
  /// Ranges count in the indices of `scalars`, so a slice of an article's text gives positions in
  /// the article. Line ends in the text end lines. Without a `direction` each paragraph has that of
  /// its first strong character (UAX #9 P2, P3).
  ///
  /// Complexity: O(*n*).
  public init(
    _ scalars: ArraySlice<Unicode.Scalar>, width: Int, direction: TextDirection? = nil,
    options: LayoutOptions = LayoutOptions()
  ) {
    var lines: [LayoutLine] = []
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let paragraph = scalars[start..<Self.paragraphEnd(in: scalars, from: start)]
      let bidi = BidiParagraph(paragraph, direction: direction)
      var builder = CellBuilder(
        count: paragraph.count, options: options, rightToLeft: bidi.baseLevel == 1)
      builder.append(
        paragraph, levels: bidi.levels,
        opportunities: LineBreaks.opportunities(in: paragraph))
      let filler = LineFiller(
        cells: builder.cells, scalars: paragraph, bidi: bidi,
        width: max(1, width))
      filler.fill(into: &lines)
      start = paragraph.endIndex
    }
    self.lines = lines
  }

  /// Lays out a part of a text among whose scalars format characters stand.
  ///
  /// They guide levels and line breaks as the standards say, and nothing is drawn for them but the
  /// hyphen of a soft hyphen at a line's end. Ranges count in the text without them.
  public init(
    _ scalars: ArraySlice<Unicode.Scalar>, controls: LayoutControls, width: Int,
    direction: TextDirection? = nil, options: LayoutOptions = LayoutOptions()
  ) {
    let entries = controls.entries(in: TextRange(scalars.indices))
    guard !entries.isEmpty else {
      self.init(scalars, width: width, direction: direction, options: options)
      return
    }
    var whole: [Unicode.Scalar] = []
    // The position in `scalars` of each scalar of the whole, and of its end.
    var positions: [Int] = []
    var next = scalars.startIndex
    for entry in entries {
      whole += scalars[next..<entry.position]
      positions += next..<entry.position
      next = entry.position
      whole.append(entry.scalar)
      positions.append(next)
    }
    whole += scalars[next...]
    positions += next...scalars.endIndex
    let layout = TextLayout(whole[...], width: width, direction: direction, options: options)
    func moved(_ range: TextRange) -> TextRange {
      TextRange(positions[range.lowerBound], positions[range.upperBound])
    }
    self.init(
      lines: layout.lines.map { line in
        var line = line
        line.range = moved(line.range)
        for place in line.cells.indices {
          line.cells[place].source = moved(line.cells[place].source)
        }
        return line
      })
  }

  private init(lines: [LayoutLine]) {
    self.lines = lines
  }

  /// Lays out a text.
  public init(
    _ text: ScalarText, width: Int, direction: TextDirection? = nil,
    options: LayoutOptions = LayoutOptions()
  ) {
    self.init(text.scalars[...], width: width, direction: direction, options: options)
  }

  // UAX #9 P1: a paragraph ends after its separator.
  private static func paragraphEnd(in scalars: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
    let rest = scalars[start...]
    let separator = rest.firstIndex { scalar in
      switch scalar.value {
      case 0xA, 0xD, 0x1C...0x1E, 0x85, 0x2029: true
      default: false
      }
    }
    guard let separator else { return scalars.endIndex }
    let next = separator + 1
    let isPair = scalars[separator] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
    return isPair ? next + 1 : next
  }
}

/// A line of laid-out text: its cells in visual order.
public struct LayoutLine: Hashable, Sendable {
  /// The cells from left to right.
  public var cells: [Cell]
  /// The scalars that the line holds, white space at its end included.
  public var range: TextRange
  /// The direction of its paragraph: the side from which it is read, and to which it is aligned.
  public var direction: TextDirection
  /// How many columns the cells take.
  public var width: Int

  /// Makes a line; its width is the sum of its cells'.
  public init(cells: [Cell], range: TextRange, direction: TextDirection) {
    self.cells = cells
    self.range = range
    self.direction = direction
    width = cells.reduce(0) { $0 + Int($1.width) }
  }
}
