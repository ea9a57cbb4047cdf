import Foundation

/// Takes out of a text what a reader does not care for when searching.
///
/// The index, the queries and the marking of hits all fold with it, so that they agree. What it
/// leaves is a fixed point: folding folded text changes nothing. Its letters are those of
/// ``FoldingPolicy/search``.
enum Folding {
  /// The version of the rules; an index made by another one has to be made again.
  static let version = 4

  /// What `scalar` becomes.
  static func fold(_ scalar: Unicode.Scalar) -> FoldedScalar {
    let value = Int(scalar.value)
    if value < tableEnd { return latin[value] }
    switch scalar.value {
    case 0x600...0x6FF: return arabic[Int(scalar.value) - 0x600]
    case 0x2000...0x206F: return foldPunctuation(scalar)
    default: return foldByProperties(scalar)
    }
  }

  /// The scalars that a scalar with ``FoldedScalar/expansion`` becomes; a space between words.
  static func expansion(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let letters = letters[scalar] { return letters }
    // A ligature of words is several.
    guard let words = CompatibilityForms.letters(of: scalar), words.contains(" ") else {
      return decomposed(scalar)
    }
    return words.split(separator: " ").map { $0.flatMap { letters[$0] ?? decomposed($0) } }
      .reduce(into: []) { $0 += ($0.isEmpty ? [] : [" "]) + $1 }
  }

  private static let letters = LetterTable.letters(for: .search)

  /// The end of the table of folded scalars, which covers ASCII and the Latin letters of European
  /// languages.
  private static let tableEnd = 0x250

  private static let latin: [FoldedScalar] = (0..<tableEnd).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return .separator }
    switch value {
    case 0x30...0x39, 0x61...0x7A: return .letter(scalar)
    case 0x41...0x5A: return .letter(Unicode.Scalar(UInt8(value + 0x20)))
    case 0x27, 0x60, 0xB4: return .apostrophe
    case 0xAD: return .ignored  // soft hyphen
    case 0..<0x80: return .separator
    default: return foldByProperties(scalar)
    }
  }

  private static let arabic: [FoldedScalar] = (0x600...0x6FF).map { value in
    Unicode.Scalar(UInt32(value)).map(foldArabic) ?? .separator
  }

  /// Folds a scalar of the block Arabic (U+0600 to U+06FF); digits are ASCII's.
  private static func foldArabic(_ scalar: Unicode.Scalar) -> FoldedScalar {
    if let letters = letters[scalar] { return FoldedScalar(letters) }
    switch scalar.value {
    case 0x640, 0x61C: return .ignored  // tatweel, Arabic letter mark
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED:
      return .ignored  // tashkeel and Koranic signs
    case 0x660...0x669, 0x6F0...0x6F9:
      return Digits.value(scalar).map { FoldedScalar.letter(Unicode.Scalar(UInt8(0x30 + $0))) }
        ?? .separator
    case 0x620...0x64A, 0x66E, 0x66F, 0x679...0x6D3, 0x6EE, 0x6EF, 0x6FA...0x6FC, 0x6FF:
      return .letter(scalar)
    default: return .separator
    }
  }

  private static func foldPunctuation(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x2032: return .apostrophe
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: return .ignored
    default: return .separator
    }
  }

  private static func foldByProperties(_ scalar: Unicode.Scalar) -> FoldedScalar {
    if let letters = letters[scalar] { return FoldedScalar(letters) }
    if isApostrophe(scalar) { return .apostrophe }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format:
      return .ignored
    case .otherSymbol where scalar == "\u{FDFD}":
      return .expansion
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      break
    default:
      guard properties.isAlphabetic else { return .separator }
    }
    return FoldedScalar(decomposed(scalar))
  }

  /// The letters that remain of a scalar's compatibility decomposition in lower case.
  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
    for part in parts.unicodeScalars {
      if part == scalar {
        result.append(part)
        continue
      }
      switch part.value < tableEnd ? foldPart(part) : fold(part) {
      case .letter(let letter): result.append(letter)
      case .expansion: result += expansion(of: part)
      case .separator, .ignored, .apostrophe: continue
      }
    }
    return result
  }

  /// Folds a part of a decomposition without the table, which may just be in the making.
  private static func foldPart(_ part: Unicode.Scalar) -> FoldedScalar {
    switch part.value {
    case 0x30...0x39, 0x61...0x7A: .letter(part)
    case 0..<0x80: .separator
    default: foldByProperties(part)
    }
  }

  /// Whether `scalar` is a letter-like sign that transliteration puts for hamza and ayn.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2B9...0x2BF, 0x2C8, 0x2CA...0x2CC, 0x55A, 0x5F3, 0xA78B, 0xA78C, 0xFF07, 0xFF40: true
    default: false
    }
  }
}

/// What folding makes of one Unicode scalar.
enum FoldedScalar: Equatable {
  /// It separates words.
  case separator
  /// It belongs to the word around it and leaves nothing: a mark, a tatweel, a joiner.
  case ignored
  /// It joins two letters and separates everything else.
  case apostrophe
  /// It becomes one scalar.
  case letter(Unicode.Scalar)
  /// It becomes several scalars, which ``Folding/expansion(of:)`` gives.
  case expansion

  /// What a scalar is that becomes some letters.
  fileprivate init(_ letters: [Unicode.Scalar]) {
    switch letters.count {
    case 0: self = .ignored
    case 1: self = .letter(letters[0])
    default: self = .expansion
    }
  }
}
