/// Whether the text that a document gives is text.
struct PDFQuality {
  /// The fewest words that are judged.
  private static let fewestWords = 60
  /// The share of words that the lexicon must know.
  private static let leastKnown = 0.5
  private static let mostWords = 4000

  /// Why it is not shown, as the rest of a sentence; `nil` where it is.
  private(set) var refusal: String?

  /// Judges the text of a document.
  init(_ blocks: [TextBlock], isWord: (@Sendable (String) -> Bool)?) {
    var letters = 0
    var unknown = 0
    for scalar in blocks.lazy.flatMap(\.text.unicodeScalars) {
      if scalar == .replacement {
        unknown += 1
      } else if scalar.properties.isAlphabetic {
        letters += 1
      }
    }
    if unknown * 4 > letters + unknown {
      refusal =
        "is a PDF document whose fonts do not say which letters they show; "
        + "recognize it with `ocrmypdf --force-ocr` first"
      return
    }
    guard let isWord else { return }
    var words = 0
    var known = 0
    for block in blocks where words < Self.mostWords {
      for word in PDFParagraphs.words(of: block.text)
      where word.unicodeScalars.allSatisfy({ VisualText.isArabic($0) || VisualText.isMark($0) }) {
        words += 1
        if isWord(word) { known += 1 }
      }
    }
    if words >= Self.fewestWords, Double(known) < Self.leastKnown * Double(words) {
      refusal =
        "is a PDF document that gives no clean Arabic text; "
        + "recognize it with `ocrmypdf --force-ocr -l ara` first"
    }
  }
}
