/// Turns a paragraph into cells in logical order: what is drawn, how letters join, and which
/// scalars each cell stands for.
///
/// Every scalar goes to exactly one cell. What is not drawn goes to the cell before it, or at the
/// start of a line to the one after it.
struct CellBuilder: ~Copyable {
  /// The cells so far, in logical order.
  var cells: CellBuffer

  let options: LayoutOptions
  let rightToLeft: Bool
  /// Whether a line end is a space.
  let foldsLineEnds: Bool
  private let properties = CellProperty.Table()
  var normalForms = NormalForms()

  /// The last letter that joins, not yet shaped because what follows it decides its form.
  var letter: PendingLetter?
  /// What of a sequence the last cell is.
  var sequence = PictureSequence.none
  /// What the next cell begins with.
  var nextFlags: CellFlags = []
  private var ligatures = 0
  /// The start of scalars that are not drawn and wait for a cell.
  private var waiting: Int?

  /// A sequence of scalars that are one picture.
  enum PictureSequence {
    case none
    /// An emoji.
    case emoji
    /// An emoji and ZWJ.
    case joinedEmoji
    /// The first half of a flag.
    case indicator(Unicode.Scalar)
  }

  /// Makes a builder for a paragraph of about `count` scalars.
  init(count: Int, options: LayoutOptions, rightToLeft: Bool, foldsLineEnds: Bool = false) {
    cells = CellBuffer(capacity: count)
    self.options = options
    self.rightToLeft = rightToLeft
    self.foldsLineEnds = foldsLineEnds
  }

  /// Adds the scalars of a paragraph with their levels and what line breaking found, if it was
  /// asked.
  mutating func append(
    _ scalars: ArraySlice<Unicode.Scalar>, levels: [UInt8],
    opportunities: [LineBreaks.Opportunity]
  ) {
    var offset = 0
    for position in scalars.indices {
      if offset < opportunities.count, opportunities[offset] == .allowed {
        nextFlags.insert(.breakBefore)
      }
      place(scalars[position], source: TextRange(position, position + 1), level: levels[offset])
      offset += 1
    }
    finishLetter(joinsNext: false)
    if let start = waiting {
      addCell(" ", width: 0, level: 0, source: TextRange(start, scalars.endIndex))
      cells.changeLast { $0.flags = .lineEnd }
    }
  }

  /// Puts a scalar, or a part of what it expands to, into a cell.
  mutating func place(_ scalar: Unicode.Scalar, source: TextRange, level: UInt8) {
    let property = properties[scalar]
    if property.isJoiningLetter {
      placeLetter(scalar, joining: property.joining, source: source, level: level)
      return
    }
    switch property.kind {
    case .base:
      finishLetter(joinsNext: false)
      addCell(
        plainGlyph(scalar, level: level), width: property.width, level: level, source: source)
    case .mark:
      placeMark(scalar, composes: property.composes, source: source, level: level)
    case .tashkeel:
      if options.showTashkeel {
        placeMark(scalar, composes: property.composes, source: source, level: level)
      } else {
        drop(source)
      }
    case .dropped:
      if property.joining != .transparent { finishLetter(joinsNext: false) }
      drop(source)
      if scalar == "\u{AD}" { nextFlags.insert(.softHyphen) }
    case .joiner:
      placeJoiner(source: source, level: level)
    case .space:
      finishLetter(joinsNext: false)
      addSpace(scalar, width: property.width, level: level, source: source)
    case .fixedSpace:
      finishLetter(joinsNext: false)
      addCell(" ", width: 1, level: level, source: source)
    case .tab:
      finishLetter(joinsNext: false)
      addSpace(" ", width: 1, level: level, source: source)
      cells.changeLast { $0.flags.insert(.tab) }
    case .lineEnd:
      finishLetter(joinsNext: false)
      placeLineEnd(scalar, source: source, level: level)
    case .unknown:
      finishLetter(joinsNext: false)
      addCell("\u{FFFD}", width: 1, level: level, source: source)
    case .regionalIndicator:
      finishLetter(joinsNext: false)
      placeIndicator(scalar, source: source, level: level)
    case .pictograph:
      finishLetter(joinsNext: false)
      placeEmoji(scalar, width: property.width, source: source, level: level)
    case .modifier:
      finishLetter(joinsNext: false)
      placeModifier(scalar, width: property.width, source: source, level: level)
    case .ligature:
      placeLigature(scalar, source: source, level: level)
    case .canonical:
      place(parts: normalForms.composed([scalar]), source: source, level: level)
    }
  }

  private mutating func placeLigature(
    _ scalar: Unicode.Scalar, source: TextRange, level: UInt8
  ) {
    if ligatures < Self.ligatureLimit {
      ligatures += 1
      place(parts: CompatibilityForms.letters(of: scalar) ?? [scalar], source: source, level: level)
    } else {
      finishLetter(joinsNext: false)
      addCell(scalar, width: 1, level: level, source: source)
    }
  }

  /// How many ligatures of a paragraph are spread out: one stands for up to 22 letters, and a text
  /// of nothing else is not for reading.
  private static let ligatureLimit = 1_000

  /// The empty range after a range, for further cells of a scalar that has one already.
  static func nothing(after source: TextRange) -> TextRange {
    TextRange(source.upperBound, source.upperBound)
  }

  /// The properties of a scalar.
  func property(of scalar: Unicode.Scalar) -> CellProperty { properties[scalar] }
}

extension CellBuilder {
  /// Adds a cell; scalars that wait for one become part of it.
  @inline(__always)
  mutating func addCell(
    _ glyph: Unicode.Scalar, width: UInt8, level: UInt8, source: TextRange
  ) {
    let start = waiting ?? source.lowerBound
    waiting = nil
    sequence = .none
    cells.append(
      Cell(
        glyph: glyph, width: width, level: level, source: TextRange(start, source.upperBound)),
      flags: nextFlags)
    nextFlags = []
  }

  /// Adds white space at which a line may end.
  private mutating func addSpace(
    _ scalar: Unicode.Scalar, width: UInt8, level: UInt8, source: TextRange
  ) {
    addCell(width == 2 ? scalar : " ", width: width, level: level, source: source)
    cells.changeLast { $0.flags.insert(.hangs) }
  }

  /// Whether there is a cell before that can take what is drawn over it or not drawn at all.
  @inline(__always)
  var lastTakesMore: Bool {
    guard let last = cells.last else { return false }
    return !last.flags.contains(.endsLine)
  }

  /// Gives scalars that are not drawn to the last cell.
  @inline(__always)
  mutating func drop(_ source: TextRange) {
    if lastTakesMore {
      cells.changeLast { $0.cell.source.upperBound = source.upperBound }
    } else {
      waiting = waiting ?? source.lowerBound
    }
  }

  private mutating func placeLineEnd(
    _ scalar: Unicode.Scalar, source: TextRange, level: UInt8
  ) {
    if foldsLineEnds, cells.last?.flags.contains(.hangs) == true {
      drop(source)
    } else if foldsLineEnds {
      addSpace(" ", width: 1, level: level, source: source)
    } else if scalar == "\n", cells.last?.cell.glyph == "\r", cells.last?.flags == .lineEnd {
      cells.changeLast { $0.cell.source.upperBound = source.upperBound }
    } else {
      addCell(scalar, width: 0, level: level, source: source)
      cells.changeLast { $0.flags = .lineEnd }
    }
  }

  /// How a scalar that does not join is drawn: mirrored at odd levels (UAX #9 L4), digits as the
  /// reader wants them.
  private func plainGlyph(_ scalar: Unicode.Scalar, level: UInt8) -> Unicode.Scalar {
    if options.digits != .asWritten {
      let digit = options.digits.glyph(for: scalar, rightToLeft: rightToLeft)
      if digit != scalar { return digit }
    }
    return level & 1 == 1 && options.mirrored ? BidiPairs.mirror(of: scalar) : scalar
  }
}
