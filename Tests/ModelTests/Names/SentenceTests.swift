import Testing

@testable import Model

@Suite("Where sentences start")
struct SentenceTests {
  /// The first words of a text's sentences.
  private func starts(_ string: String) -> [String] {
    let text = ScalarText(string)
    return Tokenizer.tokens(of: text, in: text.range).filter(\.startsSentence).map {
      text[TextRange($0.start, $0.end)]
    }
  }

  @Test(
    "The full stop of a title ends no sentence",
    arguments: ["Mr", "Mrs", "Dr", "Prof", "Gen", "Col", "Lt", "Sen", "Gov", "St", "Rev", "Capt"])
  func titles(title: String) {
    #expect(starts("Then \(title). Salih left. Nobody spoke.") == ["Then", "Nobody"])
  }

  @Test("Initials end no sentence, in either language")
  func initials() {
    #expect(starts("The book by J. K. Rowling sold. Fine.") == ["The", "Fine"])
    #expect(starts("كتب ج. ر. تولكين الرواية. وقرأها الناس") == ["كتب", "وقرأها"])
  }

  @Test("An abbreviation ends a sentence only before a word that opens one")
  func abbreviations() {
    #expect(starts("Shares of Acme Corp. The price fell.") == ["Shares", "The"])
    #expect(starts("Acme Corp. Chairman Ali Hassan resigned.") == ["Acme"])
    #expect(starts("They live in the U.S. He moved in 2001.") == ["They", "He"])
  }

  @Test("Quotes and brackets that close belong to the sentence that they end")
  func closing() {
    #expect(starts("He said \"Go.\" Then he left.") == ["He", "Then"])
    #expect(starts("(It rained.) Nobody came.") == ["(", "Nobody"])
    #expect(starts("«لن نذهب.» وسكت الرجل.") == ["«", "وسكت"])
  }

  @Test(
    "Every mark that ends a sentence does so in both languages",
    arguments: [".", "!", "?", "؟", "…", "۔"])
  func ends(mark: String) {
    #expect(starts("وصل الوفد\(mark) غادر الوفد") == ["وصل", "غادر"])
    #expect(starts("They came\(mark) They left") == ["They", "They"])
  }

  @Test("A comma, a colon, a decimal point or a full stop before a small letter ends nothing")
  func continues() {
    #expect(starts("It rose 3.5 percent, he said: good. and went on") == ["It"])
    #expect(starts("وقال، كما نقل: نعم؛ ثم مضى") == ["وقال"])
  }

  @Test("The first token of any text starts a sentence", arguments: [1, 8, 64] as [UInt64])
  func first(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let text = ScalarText((0..<20).map { _ in random.scalar() })
      let tokens = Tokenizer.tokens(of: text, in: text.range)
      #expect(tokens.first?.startsSentence != false)
    }
  }
}
