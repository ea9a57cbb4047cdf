extension CellBuilder {
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
    guard let cell = cells.last?.cell, cell.marks.count < Marks.limit else { return false }
    let pending = letter.flatMap { $0.isJoiner ? nil : $0 }
    let base = pending?.scalar ?? cell.glyph
    let composed = normalForms.composed([base] + cell.marks.scalars + [mark])
    guard let first = composed.first, first != base else { return false }
    cells.changeLast {
      $0.cell.marks = Marks()
      for other in composed.dropFirst() { $0.cell.marks.append(other) }
      // The glyph of lam-alef follows from its alef.
      if pending?.isLamAlef != true { $0.cell.glyph = first }
    }
    if pending != nil {
      let joining = property(of: first).joining
      letter?.scalar = first
      letter?.joining = joining
    }
    return true
  }

  /// Puts parts of a scalar into cells, the first of which stands for it.
  mutating func place(parts: [Unicode.Scalar], source: TextRange, level: UInt8) {
    var rest = source
    for part in parts {
      if property(of: part).isJoiningLetter, cells.last?.flags.contains(.hangs) == true,
        rest.isEmpty
      {
        nextFlags.insert(.breakBefore)
      }
      place(part, source: rest, level: level)
      rest = Self.nothing(after: source)
    }
  }
}
