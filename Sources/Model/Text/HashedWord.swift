/// A word of letters alone, in the form that ``FoldingPolicy/names`` gives them.
///
/// It keeps a number made of the letters in place of the letters, so that telling words apart needs
/// no memory. Two words have the same number by a chance of one in 2^64.
struct HashedWord: Hashable {
  private var hash = StableHash()
  /// How many letters the word has.
  private(set) var count = 0

  /// Makes a word without letters.
  init() {}

  /// Makes the word whose letters `text` holds.
  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      if let letter = Self.letter(scalar) { append(letter) }
    }
  }

  /// Whether the word has no letters.
  var isEmpty: Bool { count == 0 }

  /// Adds a letter in its folded form.
  @inline(__always)
  mutating func append(_ letter: Letter) {
    guard case .letter(let value) = letter else { return }
    hash.feed(letter: value)
    count += 1
  }

  /// The words of a text, whatever stands between them.
  static func words(of text: String) -> [HashedWord] {
    text.unicodeScalars.split { letter($0) == nil }.map { letters in
      var word = HashedWord()
      for scalar in letters {
        if let letter = letter(scalar) { word.append(letter) }
      }
      return word
    }
  }

  /// What a scalar adds to a word.
  enum Letter {
    /// A letter, as the value of the scalar that it is folded to.
    case letter(UInt32)
    /// A mark or joiner, which folding takes away.
    case mark
  }

  /// What `scalar` adds to a word; `nil` where it is no part of one.
  @inline(__always)
  static func letter(_ scalar: Unicode.Scalar) -> Letter? {
    switch scalar.value {
    case 0x61...0x7A: .letter(scalar.value)
    case 0x41...0x5A: .letter(scalar.value + 0x20)
    case 0x640, 0x64B...0x65F, 0x670, 0x200C, 0x200D: .mark
    case 0x620...0x64A, 0x66E...0x6D3: .letter(NameFolding.fold(scalar))
    case 0x00...0xBF, 0x2000...0x206F, 0x3000...0x303F: nil
    default: scalar.properties.isAlphabetic ? folded(scalar) : nil
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Letter {
    let letter = NameFolding.fold(scalar)
    return letter == 0 ? .mark : .letter(letter)
  }
}

extension HashedWord: ExpressibleByStringLiteral {
  /// Makes the word that the literal spells.
  init(stringLiteral value: String) {
    self.init(value)
  }
}
