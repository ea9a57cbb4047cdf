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
      cells.changeLast { $0.cell.marks.append(mark) }
      return
    }
    cells.changeLast {
      $0.cell.source.upperBound = source.upperBound
      // UAX #14 LB10: a space with a mark is not white space any more.
      $0.flags.remove(.hangs)
    }
    if !composes || !compose(mark) { cells.changeLast { $0.cell.marks.append(mark) } }
  }

  /// Joins a mark and the base of the last cell in one scalar where NFC does.
  private mutating func compose(_ mark: Unicode.Scalar) -> Bool {
    guard let cell = cells.last?.cell else { return false }
    let pending = letter.flatMap { $0.isJoiner ? nil : $0 }
    let base = pending?.scalar ?? cell.glyph
    var text = String.UnicodeScalarView([base])
    text.append(contentsOf: cell.marks.scalars)
    text.append(mark)
    // Decomposed first, because composition leaves a Hangul syllable and a final consonant apart.
    let composed = String(text).decomposedStringWithCanonicalMapping
      .precomposedStringWithCanonicalMapping.unicodeScalars
    guard let first = composed.first, first != base else { return false }
    var marks = Marks()
    for other in composed.dropFirst() { marks.append(other) }
    cells.changeLast { $0.cell.marks = marks }
    if pending != nil {
      let joining = property(of: first).joining
      letter?.scalar = first
      letter?.joining = joining
    }
    // The glyph of lam-alef follows from its alef.
    if pending?.isLamAlef != true { cells.changeLast { $0.cell.glyph = first } }
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
      if cells.last?.flags.contains(.hangs) == true, rest.isEmpty { nextFlags.insert(.breakBefore) }
      place(part, source: rest, level: level)
      rest = Self.nothing(after: source)
    }
  }
}
