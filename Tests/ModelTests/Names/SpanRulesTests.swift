import Testing

@testable import Model

@Suite("What belongs to a name and what only stands beside it")
struct SpanRulesTests {
  /// What the rules make of the spans of one sentence.
  private func ruled(
    _ text: String, _ given: [(words: String, kind: EntityKind)], language: Language = .english
  ) throws -> [String] {
    try AnalysisFixture.with([text], language: language) { analysis, words in
      let spans = AnalysisFixture.spans(given.map { ($0.words, $0.kind, 0.9) }, in: words)
      try #require(spans.count == given.count && analysis.sentences.count == 1)
      let rules = SpanRules(analysis)
      let applied = rules.apply(to: spans, in: analysis.sentences[0], language: language)
      return rules.withoutProducts(rules.withNationalities(applied)).map {
        AnalysisFixture.text(of: $0, in: words)
      }
    }
  }

  @Test("Quotes, brackets and a score are no part of a name")
  func marks() throws {
    #expect(try ruled("then \"Merkel\" left", [("\" Merkel \"", .person)]) == ["per Merkel"])
    #expect(try ruled("then Salah 2 left", [("Salah 2", .person)]) == ["per Salah"])
    #expect(try ruled("then ( ) left", [("( )", .person)]).isEmpty)
  }

  @Test("A title, a nationality and the word for a kind of place are no part of a name")
  func heads() throws {
    #expect(
      try ruled("then President Barham Salih left", [("President Barham Salih", .person)])
        == ["per Barham Salih"])
    #expect(
      try ruled("then German John Miller won", [("German John Miller", .organization)])
        == ["per John Miller"])
    #expect(try ruled("they left Palu city early", [("Palu city", .place)]) == ["pla Palu"])
  }

  @Test("The article of an Arabic name in Latin letters belongs to it")
  func article() throws {
    #expect(try ruled("then al-Hashemi left", [("Hashemi", .person)]) == ["per al - Hashemi"])
    #expect(try ruled("a US-led force", [("US", .place)]) == ["pla US"])
  }

  @Test("A place that owns another is a place of its own")
  func possessive() throws {
    #expect(
      try ruled("near China's Hainan it rained", [("China 's Hainan", .place)])
        == ["pla China", "pla Hainan"])
  }

  @Test("A dateline's town is no part of the name behind the dash")
  func dateline() throws {
    #expect(
      try ruled("BERLIN - Angela Merkel resigned", [("BERLIN - Angela Merkel", .person)])
        == ["pla BERLIN", "per Angela Merkel"])
  }

  @Test("A country's Red Cross or Red Crescent has the country's adjective")
  func societies() throws {
    #expect(
      try ruled("the Indonesian Red Cross helped", [("Red Cross", .organization)])
        == ["org Indonesian Red Cross"])
    #expect(try ruled("the Red Cross helped", [("Red Cross", .organization)]) == ["org Red Cross"])
  }

  @Test("A team is a body, and so is an office of a minister")
  func bodies() throws {
    #expect(try ruled("then Team Europe won", [("Europe", .place)]) == ["org Team Europe"])
    #expect(
      try ruled("a note of the Iraqi Prime Minister's Office said", [])
        == ["org Iraqi Prime Minister 's Office"])
  }

  @Test("A storm or a class of ships is no one whom it is called after")
  func products() throws {
    #expect(try ruled("then Hurricane Katrina hit", [("Katrina", .person)]).isEmpty)
    #expect(try ruled("a Nimitz-class ship left", [("Nimitz", .person)]).isEmpty)
    #expect(try ruled("then Katrina left", [("Katrina", .person)]) == ["per Katrina"])
  }

  @Test("The noun for a firm announces its name, in small letters alone")
  func firms() throws {
    #expect(try ruled("shares of chipmaker Zorbax fell", []) == ["org Zorbax"])
    #expect(try ruled("shares of chipmaker zorbax fell", []).isEmpty)
  }

  @Test("A title before an Arabic name announces it, whatever adjectives stand between")
  func arabicTitles() throws {
    let expected = ["per كيرياكوس ميتسوتاكيس"]
    #expect(
      try ruled("وصل الرئيس كيرياكوس ميتسوتاكيس أمس", [], language: .arabic) == expected)
    #expect(
      try ruled("وصل الرئيس اليوناني كيرياكوس ميتسوتاكيس أمس", [], language: .arabic) == expected)
    #expect(try ruled("وصل القطار كيرياكوس ميتسوتاكيس أمس", [], language: .arabic).isEmpty)
  }
}
