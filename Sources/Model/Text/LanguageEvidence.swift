/// What is counted in a text to tell its language.
struct LanguageEvidence {
  /// How many scalars were looked at.
  private(set) var count = 0
  private var arabicLetters = 0
  /// Letters that Arabic does not have.
  private var foreignLetters = 0
  /// The keh and yeh of Persian, which some Arabic keyboards give too.
  private var borrowedLetters = 0
  private var latinLetters = 0
  private var otherLetters = 0
  private var latinWords = 0
  private var hits = [0, 0, 0, 0]

  /// Counts what is in a stretch of text that starts and ends with whole words.
  mutating func add(_ text: ArraySlice<Unicode.Scalar>) {
    count += text.count
    var word = HashedWord()
    var isLatin = false
    for scalar in text {
      guard let letter = HashedWord.letter(scalar) else {
        finish(&word, isLatin: isLatin)
        isLatin = false
        continue
      }
      word.append(letter)
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF:
        latinLetters += 1
        isLatin = true
      case 0x621...0x63A, 0x641...0x64A, 0x671: arabicLetters += 1
      case 0x640, 0x64B...0x65F, 0x670, 0x200C, 0x200D: break
      case 0x6A9, 0x6CC:
        arabicLetters += 1
        borrowedLetters += 1
      case 0x63B...0x63F, 0x66E...0x6FF:
        arabicLetters += 1
        foreignLetters += 1
      default: otherLetters += 1
      }
    }
    finish(&word, isLatin: isLatin)
  }

  private mutating func finish(_ word: inout HashedWord, isLatin: Bool) {
    guard !word.isEmpty else { return }
    if isLatin { latinWords += 1 }
    if word.count <= FunctionWords.longest, let owner = FunctionWords.owners[word] {
      hits[owner.rawValue] += 1
    }
    word = HashedWord()
  }

  private func hits(_ owner: FunctionWords.Owner) -> Int {
    hits[owner.rawValue]
  }

  /// The language that the counts speak for.
  var language: Language {
    let letters = arabicLetters + latinLetters + otherLetters
    guard letters > 0 else { return .undetermined }
    if arabicLetters * 2 >= letters {
      return isArabic ? .arabic : .undetermined
    }
    guard latinLetters * 2 >= letters else { return .undetermined }
    // English news has 35 % and more; headlines may have 10 %.
    let isEnglish = hits(.english) * 12 >= latinWords && hits(.english) > 2 * hits(.otherLatin)
    return isEnglish ? .english : .undetermined
  }

  /// Whether text in Arabic script is Arabic.
  ///
  /// One letter in 25 is foreign in Urdu and Kurdish, hardly any in Arabic. Persian lies between; its
  /// function words tell, and where a text is too short for them, its letters.
  private var isArabic: Bool {
    if foreignLetters * 25 > arabicLetters { return false }
    if hits(.arabic) == hits(.persianOrUrdu) {
      return (foreignLetters + borrowedLetters) * 25 <= arabicLetters
    }
    return hits(.arabic) > hits(.persianOrUrdu)
  }
}
