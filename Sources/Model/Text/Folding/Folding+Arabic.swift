extension Folding {
  /// Folds a scalar of the block Arabic (U+0600 to U+06FF).
  ///
  /// Hamza goes, and what carries it stays; alef maqsura is ya and ta marbuta ha; Persian and Urdu
  /// letters are the Arabic ones they stand for; digits are ASCII's.
  static func foldArabic(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar.value {
    // Alef with madda, hamza, wasla or wavy hamza.
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: return .letter("\u{627}")
    case 0x624, 0x676, 0x677: return .letter("\u{648}")  // waw with hamza
    case 0x626, 0x649, 0x678, 0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2, 0x6D3:  // every ya
      return .letter("\u{64A}")
    case 0x629, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6D5: return .letter("\u{647}")  // every ha
    case 0x6A9, 0x6AA, 0x6AB, 0x6AC, 0x6AF: return .letter("\u{643}")  // keheh, gaf and their like
    case 0x6A4: return .letter("\u{641}")  // veh
    case 0x67E: return .letter("\u{628}")  // peh
    case 0x686: return .letter("\u{62C}")  // tcheh
    case 0x621, 0x674, 0x640: return .ignored  // hamza by itself, high hamza, tatweel
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED:
      return .ignored  // tashkeel and Koranic signs
    case 0x61C: return .ignored  // Arabic letter mark
    case 0x660...0x669: return .letter(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
    case 0x6F0...0x6F9: return .letter(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
    case 0x620, 0x622...0x64A, 0x66E, 0x66F, 0x679...0x6D3, 0x6EE, 0x6EF, 0x6FA...0x6FC, 0x6FF:
      return .letter(scalar)
    default: return .separator
    }
  }
}
