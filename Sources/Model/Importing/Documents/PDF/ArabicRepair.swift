import Foundation

/// Repairs Arabic words as programs store them in documents.
///
/// A ligature such as لا stands for letters in the order of reading. Where a page is drawn from the
/// left, they come out turned round: «اهلل» for «الله», «االحتاد» for «الاتحاد», «دوالر» for «دولار».
struct ArabicRepair {
  /// Whether a word is known; `nil` where there is no lexicon.
  let isWord: (@Sendable (String) -> Bool)?
  /// Whether the document turns the ligatures of lam and alef round.
  private let turnsLamAlef: Bool
  private var known: [String: String] = [:]

  /// Examines the words of a document.
  init(_ words: some Sequence<String>, isWord: (@Sendable (String) -> Bool)?) {
    self.isWord = isWord
    var turned = 0
    var whole = 0
    for word in words {
      if Self.turned.contains(where: word.contains) { turned += 1 }
      if Self.straight.contains(where: word.contains) { whole += 1 }
    }
    turnsLamAlef = turned > 0 && turned * 4 > whole
  }

  /// The letters that a presentation form, or a ligature, stands for.
  static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFB00...0xFB06, 0xFB50...0xFD3D, 0xFD50...0xFDFB, 0xFE70...0xFEFC:
      // A mark's form on a space, or on a tatweel, is the mark.
      String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
        .filter { !(scalar.value < 0xFE80 && scalar.value >= 0xFE70) || VisualText.isMark($0) }
    default: [scalar]
    }
  }

  /// The text of a line with its words repaired.
  mutating func repaired(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if VisualText.isArabic(scalar) || !word.isEmpty && VisualText.isMark(scalar) {
        word.append(scalar)
      } else {
        if !word.isEmpty { result.append(contentsOf: repaired(word: String(word)).unicodeScalars) }
        word.removeAll()
        result.append(scalar)
      }
    }
    if !word.isEmpty { result.append(contentsOf: repaired(word: String(word)).unicodeScalars) }
    return String(result)
  }

  private mutating func repaired(word: String) -> String {
    if let found = known[word] { return found }
    let found = found(for: word)
    known[word] = found
    return found
  }

  private func found(for word: String) -> String {
    var word = Self.turnedWords.reduce(word) { $0.replacing($1.0, with: $1.1) }
    if turnsLamAlef {
      word = Self.turnedPairs.reduce(word) { $0.replacing($1.0, with: $1.1) }
      if word == "ال" || word == "وال" || word == "فال" { return word.replacing("ال", with: "لا") }
    }
    guard let isWord, word.unicodeScalars.count > 2, !isWord(word) else { return word }
    let letters = Array(word.unicodeScalars)
    // The longest word is far shorter; what is longer is no word.
    guard letters.count <= 24 else { return word }
    var candidates: [String] = []
    for index in letters.indices.dropLast() where letters[index] != letters[index + 1] {
      guard turnsLamAlef || !(letters[index] == "ا" && letters[index + 1] == "ل"),
        Self.isLigature(letters[index + 1], letters[index])
      else { continue }
      var candidate = letters
      candidate.swapAt(index, index + 1)
      let text = String(String.UnicodeScalarView(candidate))
      if isWord(text) { candidates.append(text) }
    }
    // More than one repair is none.
    return candidates.count == 1 ? candidates[0] : word
  }

  /// Whether fonts of news and books draw the two letters, in the order of reading, as one.
  private static func isLigature(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch first {
    case "ل": ["ا", "أ", "إ", "آ", "ج", "ح", "خ", "م", "ه", "ي", "ى"].contains(second)
    case "م", "ن", "ب", "ت", "ي", "ث": ["ج", "ح", "خ", "م", "ه"].contains(second)
    case "ف", "ق": ["ي", "ى", "ح", "م"].contains(second)
    case "س", "ش", "ص", "ض", "ع", "غ", "ك", "ه", "ط": ["ج", "ح", "خ", "م"].contains(second)
    case "ج", "ح", "خ": ["م", "ج", "ح"].contains(second)
    default: false
    }
  }

  /// Pairs that no Arabic word has: an alef before another, or before the lam that it follows.
  private static let turned = ["اال", "األ", "اإل", "اآل"]
  private static let straight = ["الا", "الأ", "الإ", "الآ"]
  private static let turnedPairs = [
    ("األ", "الأ"), ("اإل", "الإ"), ("اآل", "الآ"), ("اال", "الا"),
  ]
  private static let turnedWords = [("اهلل", "الله"), ("هللا", "الله"), ("\u{FDF2}", "الله")]
}
