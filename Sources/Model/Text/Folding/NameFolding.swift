/// Brings letters to the form in which names are looked up and features are counted.
///
/// Case, accents, Arabic vowel marks and the letters that ``FoldingPolicy/names`` exchanges make no
/// difference. Tables and models are keyed by these hashes: a change here needs them rebuilt.
enum NameFolding {
  /// The folded scalar's value, or 0 where the scalar is left out.
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    if value < 0x80 {
      return value &- 0x41 < 26 ? value | 0x20 : value
    }
    if value < UInt32(table.count) { return UInt32(table[Int(value)]) }
    switch value {
    case 0x2018, 0x2019: return 0x27
    case 0x2010, 0x2011: return 0x2D
    case 0x200C, 0x200D: return 0
    default: return foldOutsideTable(scalar)
    }
  }

  private static let table: [UInt16] = (0..<0x700).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
    return UInt16(truncatingIfNeeded: foldOutsideTable(scalar))
  }

  private static let letters = LetterTable.letters(for: .names)

  private static func foldOutsideTable(_ scalar: Unicode.Scalar) -> UInt32 {
    if let letters = letters[scalar] { return letters.first?.value ?? 0 }
    switch scalar.value {
    case 0x640: return 0
    case 0x2BC: return 0x27
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    let lower = properties.lowercaseMapping
    let base = lower.decomposedStringWithCanonicalMapping.unicodeScalars.first
    return base?.value ?? scalar.value
  }

  /// The hashes of some words.
  static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { hash($0.unicodeScalars) })
  }

  /// A hash of the folded scalars, the same on every machine and in every run.
  static func hash(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    var state = StableHash()
    for scalar in scalars {
      let folded = fold(scalar)
      if folded != 0 { state.combine(folded) }
    }
    return state.value
  }
}
