import Testing

@testable import Model

@Suite("What a token is made of")
struct TokenKindTests {
  private func tokens(_ text: ScalarText) -> [Token] {
    Tokenizer.tokens(of: text, in: text.range)
  }

  private func words(_ string: String) -> [String] {
    let text = ScalarText(string)
    return tokens(text).map { text[TextRange($0.start, $0.end)] }
  }

  private func kinds(_ string: String) -> [Token.Kind] {
    tokens(ScalarText(string)).map(\.kind)
  }

  @Test("Each token says what it is made of")
  func kinds() {
    #expect(
      kinds("Merkel met أردوغان on 3.5.") == [
        .word, .word, .arabic, .word, .number, .punctuation,
      ])
    #expect(kinds("٣٥ مليون و١٢٪") == [.number, .arabic, .arabic, .number, .punctuation])
    #expect(kinds("漢字 Москва") == [.word, .word])
  }

  @Test(
    "An address, a handle or a tag is one token to its end",
    arguments: [
      "https://example.org/a-b?c=d", "http://x.y", "www.example.org/news", "@UN_News",
    ])
  func addresses(address: String) {
    #expect(words("see \(address) now") == ["see", address, "now"])
    #expect(kinds("see \(address) now") == [.word, .address, .word])
  }

  @Test("A lone at sign or hash is a mark, and a row of one mark is one token")
  func marks() {
    #expect(words("#مصطفى_الكاظمي #غزة _x") == ["#", "مصطفى", "الكاظمي", "#", "غزة", "_", "x"])
    #expect(kinds("@ # & x") == [.punctuation, .punctuation, .punctuation, .word])
    #expect(words("wait... what?!") == ["wait", "...", "what", "?", "!"])
  }

  @Test(
    "A space that was lost after ta marbuta or before a hamza under alef is made up for",
    arguments: [
      ("الحكومةالعراقية", ["الحكومة", "العراقية"]), ("وقالإن", ["وقال", "إن"]),
      ("مدينةإسطنبول", ["مدينة", "إسطنبول"]),
    ])
  func lostSpaces(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "Particles and the article before a hamza under alef belong to its word",
    arguments: ["بإيران", "وإسرائيل", "لإيران", "فبإيران", "الإمارات", "والإمارات", "مدرسة"])
  func particles(word: String) {
    #expect(words(word) == [word])
  }

  @Test(
    "Vowel signs, lengthened lines and joiners cut no word",
    arguments: ["مُحَمَّد", "محـــمد", "بنی\u{200C}یعقوب", "Zoe\u{308}", "e\u{301}lys\u{E9}e"])
  func marksInside(word: String) {
    #expect(words("a \(word) b") == ["a", word, "b"])
  }

  @Test("A token knows whether white space stands before it")
  func space() {
    let tokens = tokens(ScalarText("al-Assad's men, \"ISIS\""))
    #expect(
      tokens.map(\.followsSpace) == [true, false, false, false, true, false, true, false, false])
  }

  private static let alphabet = Array(
    "aBcD.'’-&9٣ ,؟!\"()«»،اإةبول\u{64B}\u{640}@#/:x漢\u{200B}".unicodeScalars)

  private func randomText(_ random: inout SeededRandom, count: Int) -> [Unicode.Scalar] {
    (0..<count).map { _ in
      Self.alphabet[Int.random(in: Self.alphabet.indices, using: &random)]
    }
  }

  @Test("Only white space and lone marks stand in no token", arguments: [3, 17, 2024] as [UInt64])
  func nothingIsLost(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let scalars = randomText(&random, count: 30)
      var isCovered = [Bool](repeating: false, count: scalars.count)
      for token in tokens(ScalarText(scalars)) {
        for place in token.start..<token.end { isCovered[place] = true }
      }
      for (place, scalar) in scalars.enumerated() where !isCovered[place] {
        #expect("\u{20}\u{200B}\u{64B}\u{640}".unicodeScalars.contains(scalar))
      }
    }
  }

  @Test("A paragraph is cut as it is by itself", arguments: [5, 99] as [UInt64])
  func paragraphs(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let before = randomText(&random, count: 9) + ["\n"]
      let own = randomText(&random, count: 25)
      let after = ["\n"] + randomText(&random, count: 9)
      let text = ScalarText(before + own + after)
      let range = TextRange(before.count, before.count + own.count)
      let alone = tokens(ScalarText(own)).map { token in
        var token = token
        token.start += before.count
        token.end += before.count
        return token
      }
      #expect(Tokenizer.tokens(of: text, in: range) == alone)
    }
  }
}
