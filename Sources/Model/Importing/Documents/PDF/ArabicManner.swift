/// What the lines of a document show about how it draws Arabic.
///
/// Programs differ in whether they store brackets as meant or as drawn, and the letters of a word as
/// read or as drawn; all lines of a document are alike.
struct ArabicManner {
  private var meantBrackets = 0
  private var drawnBrackets = 0
  private var readWords = 0
  private var drawnWords = 0

  /// Counts what is in the words of a line that is read from right to left.
  mutating func add(_ line: PDFLine) {
    for word in line.words {
      let scalars = word.scalars.filter { !VisualText.isMark($0) }.flatMap(ArabicRepair.letters)
      count(wordFrom: scalars)
      // An opening bracket is the rightmost sign of a word, a closing one the leftmost.
      if let right = scalars.last, VisualText.mirrored[right] != nil { count(bracket: right, true) }
      if let left = scalars.first, VisualText.mirrored[left] != nil { count(bracket: left, false) }
    }
  }

  /// How the document draws Arabic, as most of its lines have it.
  var manner: VisualText.Manner {
    VisualText.Manner(
      mirrorsBrackets: drawnBrackets > meantBrackets, keepsWords: readWords > drawnWords)
  }

  private mutating func count(bracket: Unicode.Scalar, _ opens: Bool) {
    if Self.opening.contains(bracket) == opens { meantBrackets += 1 } else { drawnBrackets += 1 }
  }

  /// The article stands at the start of a word, teh marbuta and alef maksura at its end.
  private mutating func count(wordFrom scalars: [Unicode.Scalar]) {
    let letters = scalars.filter(VisualText.isArabic)
    guard letters.count > 2, let first = letters.first, let last = letters.last else { return }
    if Self.final.contains(first) { drawnWords += 1 }
    if Self.final.contains(last) { readWords += 1 }
    if first == "ا", letters[1] == "ل" { readWords += 1 }
    if last == "ا", letters[letters.count - 2] == "ل" { drawnWords += 1 }
  }

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "<", "«", "‹", "\u{FD3F}"]
  private static let final: Set<Unicode.Scalar> = ["ة", "ى"]
}
