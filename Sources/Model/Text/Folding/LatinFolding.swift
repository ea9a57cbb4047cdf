import Foundation

/// A word of a Latin name: letters and digits only, lowercase, without diacritics.
struct LatinWord: Hashable, Sendable {
  /// The folded letters.
  var text: String
  /// Whether a hyphen joins it to the next word.
  var isHyphenated: Bool
}

/// Makes Latin names comparable by ``FoldingPolicy/sounds``: case, diacritics, apostrophes and punctuation go.
enum LatinFolding {
  private static let letters = LetterTable.letters(for: .sounds)

  /// Marks that stand for ayn and hamza or for a dropped letter, and are no part of a word.
  private static let apostrophes: Set<Unicode.Scalar> = [
    "'", "’", "‘", "`", "ʿ", "ʾ", "ʼ", "´", "ʻ",
  ]

  /// Lowercase, without diacritics and apostrophes.
  static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x27 && $0 != 0x60 }) {
      return text.lowercased()
    }
    var expanded = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if let letters = letters[scalar] {
        expanded.append(contentsOf: letters)
      } else if !apostrophes.contains(scalar) {
        expanded.append(scalar)
      }
    }
    var folded = String.UnicodeScalarView()
    for scalar in String(expanded).decomposedStringWithCanonicalMapping.unicodeScalars
    where !(0x300...0x36F).contains(scalar.value) {
      folded.append(scalar)
    }
    return String(folded)
  }

  /// The words of a name; an ampersand is "and", and letters parted by dots alone are one word
  /// ("U.S." is "us").
  static func words(of text: String) -> [LatinWord] {
    var words: [LatinWord] = []
    var current: [UInt8] = []
    var isAcronym = false
    func flush(hyphenated: Bool) {
      guard !current.isEmpty else { return }
      words.append(
        LatinWord(text: String(decoding: current, as: UTF8.self), isHyphenated: hyphenated))
      current.removeAll(keepingCapacity: true)
      isAcronym = false
    }
    let bytes = Array(fold(text).utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        let follows = index > 0 && bytes[index - 1] == 0x2E && isAcronym
        if !follows, index > 0, bytes[index - 1] == 0x2E { flush(hyphenated: false) }
        if follows, index + 1 < bytes.count, isLetter(bytes[index + 1]) {
          flush(hyphenated: false)
        }
        current.append(byte)
      case 0x2E where current.count == 1 || isAcronym:
        isAcronym = true
      case 0x26:
        flush(hyphenated: false)
        words.append(LatinWord(text: "and", isHyphenated: false))
      default:
        flush(hyphenated: byte == 0x2D)
      }
    }
    flush(hyphenated: false)
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte)
  }
}
