import Model

/// Gives glyphs back as the letters that they stand for, so that a terminal that joins letters by
/// itself arrives at the same glyphs.
///
/// Lam-alef stays one glyph, as it is one cell: terminals disagree about the width of the pair.
enum LogicalLetters {
  private static let zeroWidthNonJoiner: Unicode.Scalar = "\u{200C}"
  private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

  /// Replaces the glyphs of cells that stand in logical order; those of `kept` stay.
  ///
  /// A word cut by the end of a line, a pane or a run of cells keeps its forms, as does one with lam-alef.
  static func restore(
    _ cells: inout [GridCell], keeping kept: Set<Unicode.Scalar> = []
  ) {
    var letters = cells.map { letter(of: $0.glyph, kept) }
    if let first = cells.first, GlyphForms.joinedSides(of: first.glyph)?.contains(.right) == true {
      // No cell stands before it that could hold a joiner.
      letters[0] = nil
    }
    for place in cells.indices {
      let glyph = cells[place].glyph
      guard place + 1 < cells.count else {
        if GlyphForms.joinedSides(of: glyph)?.contains(.left) == true {
          cells[place].marks.append(zeroWidthJoiner)
        }
        break
      }
      // Whether the two would join, and whether they are to.
      let next = cells[place + 1].glyph
      let wouldJoin =
        joining(letters[place]).contains(.left) && joining(letters[place + 1]).contains(.right)
      let before = GlyphForms.joinedSides(of: glyph).map { $0.contains(.left) }
      let after = GlyphForms.joinedSides(of: next).map { $0.contains(.right) }
      if wouldJoin, before == false || after == false {
        cells[place].marks.append(zeroWidthNonJoiner)
      } else if !wouldJoin, before == true || after == true {
        cells[place].marks.append(zeroWidthJoiner)
      }
    }
    for (place, letter) in letters.enumerated() {
      if let letter { cells[place].glyph = letter }
    }
  }

  /// The cells of a lam-alef, its marks over the alef; any other cell itself.
  static func expandLamAlef(_ cell: GridCell) -> [GridCell] {
    let letters = GlyphForms.baseLetters(of: cell.glyph)
    guard letters.count == 2 else { return [cell] }
    var (lam, alef) = (cell, cell)
    lam.glyph = letters[0]
    lam.marks = Marks()
    alef.glyph = letters[1]
    return [lam, alef]
  }

  /// The letter that stands for a glyph; nil where the glyph stays.
  private static func letter(
    of glyph: Unicode.Scalar, _ kept: Set<Unicode.Scalar>
  ) -> Unicode.Scalar? {
    let letters = GlyphForms.baseLetters(of: glyph)
    return letters.count > 1 || kept.contains(glyph) ? nil : letters[0]
  }

  /// How a letter joins where the terminal does the joining; a glyph that stays, which has none, joins
  /// nothing (ArabicShaping.txt has no presentation forms).
  private static func joining(_ letter: Unicode.Scalar?) -> GlyphForms.Sides {
    letter.map(GlyphForms.joiningSides(of:)) ?? []
  }
}
