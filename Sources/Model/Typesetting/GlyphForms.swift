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
}
