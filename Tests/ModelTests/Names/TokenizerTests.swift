import Testing

@testable import Model

@Suite("Tokens and sentences")
struct TokenizerTests {
  private func tokens(_ string: String) -> [String] {
    let text = ScalarText(string)
    return Tokenizer.tokens(of: text, in: text.range).map { text[TextRange($0.start, $0.end)] }
  }

  private func sentences(_ string: String) -> [String] {
    let text = ScalarText(string)
    let tokens = Tokenizer.tokens(of: text, in: text.range)
    return tokens.filter(\.startsSentence).map { text[TextRange($0.start, $0.end)] }
  }

  @Test(
    "A name is whole tokens, whatever is written around it",
    arguments: [
      ("al-Hashemi\u{2019}s killers", ["al", "-", "Hashemi", "\u{2019}s", "killers"]),
      ("the US-led coalition", ["the", "US", "-", "led", "coalition"]),
      ("anti-Erdogan", ["anti", "-", "Erdogan"]),
      ("the U.S., Mr. O'Brien", ["the", "U.S.", ",", "Mr.", "O'Brien"]),
      ("George W. Bush", ["George", "W.", "Bush"]),
      ("AT&T and Blohm & Voss", ["AT&T", "and", "Blohm", "&", "Voss"]),
      ("training.Arms support.", ["training", ".", "Arms", "support", "."]),
      ("16.5 to 10,000 in 2017-18", ["16.5", "to", "10,000", "in", "2017-18"]),
      ("موديلF125المشؤومة", ["موديل", "F125", "المشؤومة"]),
      ("البطولة،لم ينجح", ["البطولة", "،", "لم", "ينجح"]),
      ("«ترامب»", ["«", "ترامب", "»"]),
      ("don't", ["don", "'t"]),
      ("hard\nwrapped", ["hard", "wrapped"]),
      ("", []),
      ("'", ["'"]),
    ])
  func cuts(string: String, expected: [String]) {
    #expect(tokens(string) == expected)
  }

  @Test(
    "Sentences start where one ended, not after an abbreviation",
    arguments: [
      ("He left. She stayed.", ["He", "She"]),
      ("Sen. Smith met George W. Bush in the U.S. The talks went on.", ["Sen.", "The"]),
      ("\"Is it?\" he said. Yes.", ["\"", "he", "Yes"]),
      ("قال نعم. وأضاف لا؟ ثم مضى", ["قال", "وأضاف", "ثم"]),
    ])
  func breaks(string: String, expected: [String]) {
    #expect(sentences(string) == expected)
  }

  @Test("Tokens are inside the range, in order, and contain no white space")
  func anyText() {
    var state: UInt64 = 1
    let alphabet = Array("aB.'-&9 \n،ابو\u{64B}\u{640}@#h漢\u{200F}".unicodeScalars)
    for _ in 0..<300 {
      var scalars: [Unicode.Scalar] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        scalars.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let text = ScalarText(scalars)
      let range = TextRange(3, 37)
      var last = range.lowerBound
      for token in Tokenizer.tokens(of: text, in: range) {
        #expect(token.start >= last && token.end > token.start && token.end <= range.upperBound)
        #expect(!scalars[token.start..<token.end].contains { $0 == " " || $0 == "\n" })
        last = token.end
      }
    }
  }
}
