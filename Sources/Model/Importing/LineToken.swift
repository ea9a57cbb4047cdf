/// A word, number or sign of a short line, in the form in which it is compared.
enum LineToken: Hashable {
  /// Letters, folded: small ASCII letters; Arabic without marks, hamza, ta marbuta's dots and so on.
  case word(String)
  /// Digits of any script: their value and how many there are.
  case number(Int, digits: Int)
  /// Anything else but white space.
  case sign(Unicode.Scalar)

  /// The tokens of a line.
  static func tokens(of line: ArraySlice<Unicode.Scalar>) -> [LineToken] {
    var tokens: [LineToken] = []
    var word = String.UnicodeScalarView()
    var number = 0
    var digits = 0
    func finish() {
      if !word.isEmpty {
        tokens.append(.word(String(word)))
        word = String.UnicodeScalarView()
      }
      if digits > 0 {
        tokens.append(.number(number, digits: digits))
        (number, digits) = (0, 0)
      }
    }
    for scalar in line {
      if let value = Digits.value(scalar) {
        if !word.isEmpty { finish() }
        // Longer numbers are no part of any date; their value does not matter.
        if digits < 15 { number = number * 10 + value }
        digits += 1
      } else if let folded = fold(scalar) {
        if digits > 0 { finish() }
        if folded != "\0" { word.append(folded) }
      } else {
        finish()
        if !TextLine.isSpace(scalar) { tokens.append(.sign(scalar)) }
      }
    }
    finish()
    return tokens
  }

  /// The folded words of a line; numbers and signs are left out.
  static func words(of line: String) -> [String] {
    tokens(of: ArraySlice(Array(line.unicodeScalars))).compactMap(\.word)
  }

  /// The word, where the token is one.
  var word: String? {
    if case .word(let word) = self { word } else { nil }
  }

  /// A letter in its folded form, NUL for a mark that folding takes away, `nil` for what is no part
  /// of a word.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20)
    case 0x61...0x7A: return scalar
    case 0x622, 0x623, 0x625, 0x671: return "ا"
    case 0x629: return "ه"
    case 0x649, 0x6CC: return "ي"
    case 0x6A9: return "ك"
    case 0x640, 0x64B...0x65F, 0x670, 0x200C, 0x200D: return "\0"
    case 0x620...0x64A, 0x66E...0x6D3: return scalar
    case 0x00...0xBF, 0x2000...0x206F, 0x3000...0x303F: return nil
    default: return scalar.properties.isAlphabetic ? scalar : nil
    }
  }
}
