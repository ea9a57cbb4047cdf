import Testing

@testable import Model

@Suite("What of a span is the name")
struct MentionTests {
  private func mention(_ text: String, _ words: String, language: Language) throws -> String? {
    let article = TaggerFixture.article([text], language: language)
    return try AnalysisFixture.with([text], language: language) { analysis, all in
      let span = try #require(AnalysisFixture.spans([(words, .place, 0.9)], in: all).first)
      return MentionBuilder(analysis).mention(of: span).map { article.text[$0.range] }
    }
  }

  @Test("Neither the article nor marks are part of a name, in front or behind")
  func english() throws {
    #expect(try mention("in \"the Hague\".", "\" the Hague \" .", language: .english) == "Hague")
    #expect(try mention("of The Hague.", "The Hague", language: .english) == "Hague")
    #expect(try mention("it is the.", "the .", language: .english) == nil)
    #expect(try mention("it ( ) is", "( )", language: .english) == nil)
  }

  @Test("Clitics are no part of a name, the article of its own is")
  func arabic() throws {
    #expect(try mention("عاد للعراق أمس", "للعراق", language: .arabic) == "لعراق")
    #expect(try mention("عاد وبالعراق أمس", "وبالعراق", language: .arabic) == "العراق")
    #expect(try mention("عاد إلى العراق أمس", "العراق", language: .arabic) == "العراق")
    #expect(try mention("عاد إلى بغداد أمس", "بغداد", language: .arabic) == "بغداد")
  }

  @Test("A known name of several words keeps the letter it starts with")
  func longNames() throws {
    #expect(
      try mention("حزب العدالة والتنمية التركي", "العدالة والتنمية", language: .arabic)
        == "العدالة والتنمية")
    #expect(
      try mention("عاد للولايات المتحدة أمس", "للولايات المتحدة", language: .arabic)
        == "لولايات المتحدة")
  }
}
