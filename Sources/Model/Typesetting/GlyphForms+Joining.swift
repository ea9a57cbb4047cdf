extension GlyphForms {
  /// The sides of a letter on which others join it.
  public struct Sides: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set of sides from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The right side, where the letter before it stands.
    public static let right = Sides(rawValue: 1)
    /// The left side, where the letter after it stands.
    public static let left = Sides(rawValue: 2)
  }

  /// The sides on which a presentation form is joined; nil for a glyph that is none.
  public static func joinedSides(of glyph: Unicode.Scalar) -> Sides? {
    let letters = baseLetters(of: glyph)
    guard letters != [glyph], let letter = letters.first else { return nil }
    // Lam-alef joins on its right only: its final forms are the even ones.
    if letters.count > 1 { return glyph.value.isMultiple(of: 2) ? .right : [] }
    for sides in [[], Sides.right, .left, [.right, .left]] {
      let form = ArabicForms.form(
        of: letter, joinedRight: sides.contains(.right), joinedLeft: sides.contains(.left))
      if form == glyph { return sides }
    }
    return nil
  }

  /// The sides on which a letter joins others if they join it (ArabicShaping.txt).
  public static func joiningSides(of letter: Unicode.Scalar) -> Sides {
    let joining = CellProperty.Table()[letter].joining
    var sides: Sides = []
    if joining.joinsRight { sides.insert(.right) }
    if joining.joinsLeft { sides.insert(.left) }
    return sides
  }

  /// Whether a glyph is a strong right-to-left character (UAX #9 R and AL).
  public static func isRightToLeft(_ glyph: Unicode.Scalar) -> Bool {
    guard glyph.value >= 0x590 else { return false }
    let type = BidiClass(glyph)
    return type == .R || type == .AL
  }
}
