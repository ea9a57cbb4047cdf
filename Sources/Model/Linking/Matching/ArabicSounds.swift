/// Spells a folded Arabic word in the 36 symbols that the edit costs are learned for: 28 letters, four
/// of them also at the start of a word and four at its end.
enum ArabicSounds {
  private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي".unicodeScalars)
  private static let initials = Array("اويع".unicodeScalars)
  private static let finals = Array("اهيو".unicodeScalars)

  /// The symbols by their names; `^` marks the start of a word and `$` its end.
  static let names: [String] =
    letters.map { String($0) } + initials.map { "^\($0)" } + finals.map { "\($0)$" }

  private static let letterSymbols = symbols(of: letters, from: 0)
  private static let initialSymbols = symbols(of: initials, from: letters.count)
  private static let finalSymbols = symbols(of: finals, from: letters.count + initials.count)

  private static func symbols(
    of letters: [Unicode.Scalar], from base: Int
  ) -> [Unicode.Scalar: UInt8] {
    Dictionary(
      uniqueKeysWithValues: letters.enumerated().map { ($1, UInt8(base + $0)) })
  }

  /// The symbols of a word; scalars other than the 28 letters are left out.
  static func symbols(of word: String) -> [UInt8] {
    let known = word.unicodeScalars.filter { letterSymbols[$0] != nil }
    var symbols: [UInt8] = []
    symbols.reserveCapacity(known.count)
    let last = known.count - 1
    for (index, letter) in known.enumerated() {
      if index == 0, let symbol = initialSymbols[letter] {
        symbols.append(symbol)
      } else if index == last, let symbol = finalSymbols[letter] {
        symbols.append(symbol)
      } else if let symbol = letterSymbols[letter] {
        symbols.append(symbol)
      }
    }
    return symbols
  }
}
