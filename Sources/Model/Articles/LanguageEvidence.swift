/// What is counted in a text to tell its language.
struct LanguageEvidence {
  /// How many scalars were looked at.
  private(set) var count = 0
  private var arabicLetters = 0
  private var foreignLetters = 0
  private var latinLetters = 0
  private var otherLetters = 0
  private var latinWords = 0
  private var hits = [0, 0, 0, 0]

  /// Counts what is in a stretch of text that starts and ends with whole words.
  mutating func add(_ text: ArraySlice<Unicode.Scalar>) {
    count += text.count
    var word = FunctionWords.Key()
    for scalar in text {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        latinLetters += 1
        word.append(latin: scalar)
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
        latinLetters += 1
        word.spoil()
      case 0x621...0x63A, 0x641...0x64A:
        arabicLetters += 1
        word.append(arabic: scalar)
      case 0x63B...0x63F, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF:
        arabicLetters += 1
        // Letters that Arabic does not have; alef wasla (0671) it has.
        if scalar.value != 0x671 { foreignLetters += 1 }
        word.append(arabic: scalar)
      case 0x640, 0x64B...0x65F, 0x670:
        break
      case 0x00...0xBF, 0x2000...0x206F, 0x600...0x61F:
        finish(&word)
      default:
        if scalar.properties.isAlphabetic { otherLetters += 1 }
        finish(&word)
      }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout FunctionWords.Key) {
    guard !word.isEmpty else { return }
    if word.isLatin { latinWords += 1 }
    if let owner = word.value.flatMap({ FunctionWords.owners[$0] }) {
      hits[owner.rawValue] += 1
    }
    word = FunctionWords.Key()
  }

  private func hits(_ owner: FunctionWords.Owner) -> Int {
    hits[owner.rawValue]
  }

  /// The language that the counts speak for.
  var language: Language {
    let letters = arabicLetters + latinLetters + otherLetters
    guard letters > 0 else { return .undetermined }
    if arabicLetters * 2 >= letters {
      // Persian has 10 % and more, Urdu and Kurdish still more; Arabic a few in foreign names.
      let isForeign = foreignLetters * 25 > arabicLetters
      return isForeign || hits(.persianOrUrdu) > hits(.arabic) ? .undetermined : .arabic
    }
    guard latinLetters * 2 >= letters else { return .undetermined }
    // English news has 35 % and more; headlines may have 10 %.
    let isEnglish = hits(.english) * 12 >= latinWords && hits(.english) > 2 * hits(.otherLatin)
    return isEnglish ? .english : .undetermined
  }
}
