import Foundation

/// Makes Arabic names comparable by ``FoldingPolicy/sounds``: diacritics, tatweel and the spellings of one
/// sound go.
enum ArabicFolding {
  private static let letters = LetterTable.letters(for: .sounds)

  /// The words of a name as they are spelled, without diacritics, tatweel and joining controls.
  ///
  /// Latin letters and digits stand in Arabic names too; they come in lowercase.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    func flush() {
      if !current.isEmpty { words.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    // Presentation forms and letters with marks apart are rare, and composing is dear.
    let isComposed = text.unicodeScalars.allSatisfy {
      $0.value < 0xFB50 && !(0x653...0x655).contains($0.value)
    }
    let composed = isComposed ? text : text.precomposedStringWithCompatibilityMapping
    for scalar in composed.unicodeScalars {
      switch scalar.value {
      // Persian parts words of one name by a non-joiner.
      case 0x200C: flush()
      case 0x64B...0x65F, 0x670, 0x640, 0x200B...0x200F: continue
      case 0x621...0x64A, 0x671...0x6D5, 0x30...0x39, 0x61...0x7A: current.append(scalar)
      case 0x660...0x669, 0x6F0...0x6F9:
        if let digit = Digits.value(scalar) { current.append(Unicode.Scalar(UInt8(0x30 + digit))) }
      case 0x41...0x5A: current.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      default: flush()
      }
    }
    flush()
    return words
  }

  /// A word in its folded spelling.
  static func fold(_ word: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if let letters = letters[scalar] {
        result.append(contentsOf: letters)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A word in its folded spelling.
  static func fold(_ word: String) -> String { fold(word[...]) }

  /// The word without the article: only a bare alef makes one, so that «ألبرت» keeps its ال.
  static func withoutArticle(_ word: String) -> Substring {
    word.hasPrefix("ال") && word.unicodeScalars.count > 3 ? word.dropFirst(2) : word[...]
  }

  /// Whether a folded word is written in Latin letters or digits.
  static func isForeign(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 }
  }
}
