/// The way back from what is drawn to the letters that it stands for.
public enum GlyphForms {
  /// The letters of a presentation form; of lam-alef both, of any other glyph the glyph itself.
  public static func baseLetters(of glyph: Unicode.Scalar) -> [Unicode.Scalar] {
    let table: [UInt16]
    let place: Int
    switch glyph.value {
    case 0xFB50...0xFBFF:
      table = ArabicFormTable.lettersA
      place = Int(glyph.value) - 0xFB50
    case 0xFE70...0xFEFF:
      table = ArabicFormTable.lettersB
      place = Int(glyph.value) - 0xFE70
    default:
      return [glyph]
    }
    guard table[place] != 0, let letter = Unicode.Scalar(table[place]) else { return [glyph] }
    let isLamAlef = (0xFEF5...0xFEFC).contains(glyph.value)
    return isLamAlef ? ["\u{644}", letter] : [letter]
  }

  /// How many columns a glyph takes: none for a mark; `nil` where nothing is drawn for it.
  public static func columns(of glyph: Unicode.Scalar) -> Int? {
    let property = CellProperty.Table()[glyph]
    switch property.kind {
    case .mark, .tashkeel, .joiner: return 0
    case .dropped: return glyph.properties.generalCategory == .control ? nil : 0
    case .tab, .lineEnd: return nil
    default: return Int(property.width)
    }
  }

  /// The mirror image of a bracket or another sign (UAX #9 L4); itself where it has none.
  public static func mirror(of glyph: Unicode.Scalar) -> Unicode.Scalar {
    BidiPairs.mirror(of: glyph)
  }
}
