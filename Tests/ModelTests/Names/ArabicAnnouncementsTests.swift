import Testing

@testable import Model

@Suite("The noun before an Arabic name determines its kind")
struct ArabicAnnouncementsTests {
  /// The spans of a sentence after the rules; spans are given by their words.
  private func completed(
    _ text: String, _ given: [(words: String, kind: EntityKind)] = []
  ) throws -> [String] {
    let text = ScalarText(text)
    let tokens = Tokenizer.tokens(of: text, in: text.range)
    let words = tokens.map { text[TextRange($0.start, $0.end)] }
    let spans = given.compactMap { given -> NameSpan? in
      let wanted = given.words.split(separator: " ").map(String.init)
      return words.indices.first { words[$0...].starts(with: wanted) }.map {
        NameSpan(tokens: $0..<($0 + wanted.count), kind: given.kind, confidence: 0.9)
      }
    }
    try #require(spans.count == given.count)
    return try NameTables(folder: TaggerFixture.resources).withReader { tables in
      let analysis = ArticleAnalysis(
        sentences: [tokens], of: text, language: .arabic, tables: tables)
      return ArabicAnnouncements(analysis, sentence: tokens.indices).completed(spans).map { span in
        "\(span.kind.rawValue.prefix(3)) \(words[span.tokens].joined(separator: " "))"
      }
    }
  }

  @Test("The name of an agency, newspaper or publisher is an organization, whatever its tag")
  func bodies() throws {
    #expect(
      try completed("وقال لوكالة الأناضول إن الثلج يتساقط.", [("الأناضول", .place)])
        == ["org الأناضول"])
    #expect(
      try completed("وقال المحلل لصحيفة داون إن الأمر انتهى.", [("داون", .person)]) == ["org داون"])
    #expect(
      try completed("نقلا عن دار نشر هاميش هاميلتون أمس.", [("هاميش هاميلتون", .person)])
        == ["org هاميش هاميلتون"])
    #expect(try completed("وقال المتمرد لإذاعة كاراكول إن الحركة ستلتزم.") == ["org كاراكول"])
  }

  @Test("A known group is found after the noun that announces it, whatever its name means besides")
  func groups() throws {
    #expect(try completed("وتبنى تنظيم القاعدة الهجوم.") == ["org القاعدة"])
    #expect(try completed("وأعلنت حركة طالبان ذلك.", [("طالبان", .organization)]) == ["org طالبان"])
    #expect(try completed("تلك هي القاعدة في كل حركة جديدة.").isEmpty)
  }

  @Test("A canal or a company of a place leaves it one")
  func ofPlaces() throws {
    #expect(try completed("عبرت السفينة قناة السويس.", [("السويس", .place)]) == ["pla السويس"])
    #expect(try completed("وقال الرجل من السويس.", [("الرجل", .person)]) == ["per الرجل"])
  }

  @Test("A town that no table knows is found by the noun or preposition before it")
  func places() throws {
    #expect(try completed("وصلوا إلى بلدة كارليوفا مساء.").contains("pla كارليوفا"))
    #expect(try completed("يؤدي اليمين في ديامنياديو في أبريل.").contains("pla ديامنياديو"))
  }

  @Test(
    "Ordinary words are not names, whatever announces them",
    arguments: [
      "وقالت صحيفة محلية إن الحادث وقع أمس.", "وصلوا إلى مدينة كبيرة في المساء.",
      "وقال في مؤتمر صحفي إن الشركة ستغلق.", "تعمل شركة جديدة في السوق.",
    ])
  func nothing(text: String) throws {
    #expect(try completed(text) == [])
  }
}
