import Testing

@testable import Model

@Suite("What of a span is the name")
struct MentionTests {
  private func mention(_ text: String, _ words: String, language: Language) throws -> String? {
    try AnalysisFixture.name(words, in: text, language: language)
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

  @Test(
    "Particles before a name that is known, or unknown behind و, are none of its letters",
    arguments: [
      ("لمحمد بن سلمان", "محمد بن سلمان"), ("للسيسي", "لسيسي"), ("وباجة", "باجة"),
      ("ببن قردان", "بن قردان"), ("بحي الخضراء", "حي الخضراء"), ("لمنطقة الحرس", "منطقة الحرس"),
      ("كبغداد", "بغداد"), ("وزرانكوف", "زرانكوف"), ("وَلُبنان", "لُبنان"),
    ])
  func particles(words: String, name: String) throws {
    #expect(try mention("كتب \(words) أمس", words, language: .arabic) == name)
  }

  @Test(
    "A name that starts with such a letter keeps it",
    arguments: [
      "وليد جنبلاط", "ويذرسبون", "وايتبيرك", "كارلوس", "كالوفيتش", "بلال", "لندن", "فرنسا",
      "لورنتسن", "باب الزوار",
    ])
  func kept(words: String) throws {
    #expect(try mention("كتب \(words) أمس", words, language: .arabic) == words)
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
