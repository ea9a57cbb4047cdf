import Foundation

extension CellBuilder {
  /// The normal forms that scalars expand to.
  enum Expansion {
    case canonical, compatibility
  }

  /// Draws a mark over the last cell; without one it gets a dotted circle.
  mutating func placeMark(
    _ mark: Unicode.Scalar, composes: Bool, source: TextRange, level: UInt8
  ) {
    guard lastTakesMore else {
      addCell("\u{25CC}", width: 1, level: level, source: source)
      cells[cells.count - 1].marks.append(mark)
      return
    }
    let last = cells.count - 1
    cells[last].source.upperBound = source.upperBound
    // UAX #14 LB10: a space with a mark is not white space any more.
    flags[last].remove(.hangs)
    if composes, compose(mark, cell: last) { return }
    cells[last].marks.append(mark)
  }

  /// Joins a mark and the base of a cell in one scalar where NFC does.
  private mutating func compose(_ mark: Unicode.Scalar, cell: Int) -> Bool {
    let isLetter = letter?.cell == cell
    let base = isLetter ? letter?.scalar ?? cells[cell].glyph : cells[cell].glyph
    var text = String.UnicodeScalarView([base])
    text.append(contentsOf: cells[cell].marks.scalars)
    text.append(mark)
    let composed = String(text).precomposedStringWithCanonicalMapping.unicodeScalars
    guard let first = composed.first, first != base else { return false }
    var marks = Marks()
    for other in composed.dropFirst() { marks.append(other) }
    cells[cell].marks = marks
    if isLetter {
      letter?.scalar = first
      let joining = property(of: first).joining
      letter?.joining = joining
    }
    if letter?.isLamAlef != true { cells[cell].glyph = first }
    return true
  }

  /// Puts the normal form of a scalar into cells, the first of which stands for it.
  mutating func expand(
    _ expansion: Expansion, of scalar: Unicode.Scalar, source: TextRange, level: UInt8
  ) {
    let text = String(scalar)
    let normal =
      switch expansion {
      case .canonical: text.precomposedStringWithCanonicalMapping
      // The one word ligature without a decomposition in Unicode.
      case .compatibility where scalar == "\u{FDFD}": "بسم الله الرحمن الرحيم"
      case .compatibility: text.precomposedStringWithCompatibilityMapping
      }
    var rest = source
    for part in normal.unicodeScalars {
      if flags.last?.contains(.hangs) == true, rest.isEmpty { nextFlags.insert(.breakBefore) }
      place(part, source: rest, level: level)
      rest = Self.nothing(after: source)
    }
  }
}
