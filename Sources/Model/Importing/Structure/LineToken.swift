/// A word, number or punctuation mark of a line.
enum LineToken: Hashable {
  case word(HashedWord)
  /// Digits of any script: their value and how many there are.
  case number(Int, digits: Int)
  /// Anything else but white space.
  case sign(Unicode.Scalar)

  /// The tokens of a line.
  static func tokens(of line: ArraySlice<Unicode.Scalar>) -> [LineToken] {
    var tokens: [LineToken] = []
    var word = HashedWord()
    var number = 0
    var digits = 0
    func finish() {
      if !word.isEmpty {
        tokens.append(.word(word))
        word = HashedWord()
      }
      if digits > 0 {
        tokens.append(.number(number, digits: digits))
        (number, digits) = (0, 0)
      }
    }
    for scalar in line {
      if let letter = HashedWord.letter(scalar) {
        if digits > 0 { finish() }
        word.append(letter)
      } else if let value = Digits.value(scalar) {
        if !word.isEmpty { finish() }
        // Longer numbers occur in no date; their value does not matter.
        if digits < 15 { number = number * 10 + value }
        digits += 1
      } else {
        finish()
        if !TextLine.isSpace(scalar) { tokens.append(.sign(scalar)) }
      }
    }
    finish()
    return tokens
  }

  /// The word, if the token is one.
  var word: HashedWord? {
    if case .word(let word) = self { word } else { nil }
  }
}

/// A line short enough to be a date, byline or boilerplate, split into tokens once for all checks.
struct ShortLine {
  private static let longest = 200

  let scalars: ArraySlice<Unicode.Scalar>
  let tokens: [LineToken]
  /// The words among the tokens.
  let words: [HashedWord]

  /// Splits a line into tokens; `nil` if it is long.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.count <= Self.longest else { return nil }
    self.scalars = scalars
    tokens = LineToken.tokens(of: scalars)
    words = tokens.compactMap(\.word)
  }
}
