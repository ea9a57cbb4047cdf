/// Spells a folded Latin word in the 48 symbols that the edit costs are learned for: letters, vowels
/// at the start of a word, vowels and h at its end, and digraphs.
enum LatinSounds {
  /// The symbols by their names; `^` marks the start of a word and `$` its end.
  static let names: [String] =
    "abcdefghijklmnopqrstuvwxyz".map(String.init) + "aeiouy".map { "^\($0)" }
    + "aeiouyh".map { "\($0)$" } + digraphs

  private static let digraphs = ["sh", "ch", "th", "kh", "gh", "dh", "zh", "ts", "ou"]

  /// Spellings that are read as others; the longest comes first.
  private static let respellings: [([UInt8], [UInt8])] = [
    ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("ph", "f"), ("ck", "k"), ("tz", "ts"),
    ("x", "ks"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let digraphSymbols: [Int: UInt8] = Dictionary(
    uniqueKeysWithValues: digraphs.enumerated().map { index, name in
      let bytes = Array(name.utf8)
      return (pair(bytes[0], bytes[1]), UInt8(39 + index))
    })

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  /// The symbols of a word; what is not a letter from a to z is left out.
  static func symbols(of word: String) -> [UInt8] {
    let letters = respelled(word.utf8.filter { (0x61...0x7A).contains($0) })
    var symbols: [UInt8] = []
    symbols.reserveCapacity(letters.count)
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if index + 1 < letters.count, !(index == 0 && letter == UInt8(ascii: "o")),
        let digraph = digraphSymbols[pair(letter, letters[index + 1])]
      {
        symbols.append(digraph)
        index += 2
        continue
      }
      if index == 0, let symbol = edgeSymbol(letter, of: "aeiouy", from: 26) {
        symbols.append(symbol)
      } else if index == letters.count - 1, let symbol = edgeSymbol(letter, of: "aeiouyh", from: 32)
      {
        symbols.append(symbol)
      } else {
        symbols.append(letter - 0x61)
      }
      index += 1
    }
    return symbols
  }

  private static func edgeSymbol(
    _ letter: UInt8, of letters: StaticString, from base: UInt8
  ) -> UInt8? {
    for index in 0..<letters.utf8CodeUnitCount where letters.utf8Start[index] == letter {
      return base + UInt8(index)
    }
    return nil
  }

  /// The letters with respelled groups, doubled consonants collapsed and "oo" as "ou".
  private static func respelled(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letters.count)
    func append(_ letter: UInt8) {
      if letter == result.last, !isVowel(letter) { return }
      let doublesO = letter == UInt8(ascii: "o") && result.last == letter
      result.append(doublesO ? UInt8(ascii: "u") : letter)
    }
    var index = 0
    while index < letters.count {
      if let (group, replacement) = respellings.first(where: {
        letters[index...].starts(with: $0.0)
      }) {
        for letter in replacement { append(letter) }
        index += group.count
      } else {
        append(letters[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a letter is a vowel wherever it stands, which y is not.
  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
