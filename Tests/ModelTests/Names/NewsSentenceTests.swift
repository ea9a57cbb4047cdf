import Testing

@testable import Model

@Suite("Names in whole sentences of news")
struct NewsSentenceTests {
  @Test(
    "English sentences",
    arguments: [
      (
        "French President Emmanuel Macron met Olaf Scholz in Paris on Tuesday.",
        ["per Emmanuel Macron", "per Olaf Scholz", "pla Paris"]
      ),
      (
        "Turkey's Recep Tayyip Erdogan flew from Ankara to Baghdad.",
        ["pla Turkey", "per Recep Tayyip Erdogan", "pla Ankara", "pla Baghdad"]
      ),
      (
        "The World Health Organization said 12 people died in Sudan.",
        ["org World Health Organization", "pla Sudan"]
      ),
      (
        "Mohammed bin Salman, the Saudi crown prince, will visit Cairo.",
        ["per Mohammed bin Salman", "pla Cairo"]
      ),
      (
        "Hamas and Israel agreed on a truce, Qatar said.",
        ["org Hamas", "pla Israel", "pla Qatar"]
      ),
      ("It rained all day and nobody came to the market.", []),
    ])
  func english(text: String, expected: [String]) throws {
    #expect(try TaggerFixture.names([text], language: .english) == expected)
  }

  @Test(
    "Arabic sentences",
    arguments: [
      (
        "التقى الرئيس الفرنسي إيمانويل ماكرون المستشار أولاف شولتس في باريس.",
        ["per إيمانويل ماكرون", "per أولاف شولتس", "pla باريس"]
      ),
      (
        "وصل رجب طيب أردوغان إلى بغداد قادما من أنقرة.",
        ["per رجب طيب أردوغان", "pla بغداد", "pla أنقرة"]
      ),
      (
        "وقالت منظمة الصحة العالمية إن 12 شخصا ماتوا في السودان.",
        ["org منظمة الصحة العالمية", "pla السودان"]
      ),
      (
        "سيزور ولي العهد السعودي الأمير محمد بن سلمان القاهرة.",
        ["per محمد بن سلمان", "pla القاهرة"]
      ),
      ("هطل المطر طوال اليوم ولم يأت أحد إلى السوق.", []),
    ])
  func arabic(text: String, expected: [String]) throws {
    #expect(try TaggerFixture.names([text], language: .arabic) == expected)
  }

  @Test("Each paragraph is read by the rules of its own script, whatever the article's language")
  func mixed() throws {
    let lines = ["Angela Merkel met the press in Berlin.", "اجتمع ترامب مع ميركل في واشنطن."]
    let expected = [
      "per Angela Merkel", "pla Berlin", "per ترامب", "per ميركل", "pla واشنطن",
    ]
    #expect(try TaggerFixture.names(lines, language: .english) == expected)
    #expect(try TaggerFixture.names(lines, language: .arabic) == expected)
  }

  @Test("Names are found in a title as well")
  func title() throws {
    var article = TaggerFixture.article(
      ["Macron meets Scholz in Paris", "They spoke for an hour."], language: .english)
    article.paragraphs[0].role = .title
    let found = try TaggerFixture.tagger.get().mentions(in: article)
    #expect(found.map { article.text[$0.range] } == ["Macron", "Scholz", "Paris"])
  }

  @Test("What is found depends on the article alone")
  func pure() throws {
    let tagger = try TaggerFixture.tagger.get()
    let lines = ["Angela Merkel met Gendon Subandono in Berlin.", "Subandono left for Jakarta."]
    let article = TaggerFixture.article(lines, language: .english)
    let expected = tagger.names(in: article)
    #expect(!expected.mentions.isEmpty)
    _ = tagger.names(in: TaggerFixture.article(["Berlin Subandono won."], language: .english))
    #expect(tagger.names(in: article) == expected)
    #expect(
      try NewsTagger(folder: TaggerFixture.resources, isCareful: true).names(in: article)
        == expected)
  }

  @Test("Vowel signs and lengthened lines hide no name")
  func vowelSigns() throws {
    let plain = "وصل محمد بن سلمان إلى بغداد أمس."
    let signed = "وصل مُحَمَّد بن سلمان إلى بغــداد أمس."
    let found = try TaggerFixture.names([signed], language: .arabic)
    #expect(found == ["per مُحَمَّد بن سلمان", "pla بغــداد"])
    #expect(try TaggerFixture.names([plain], language: .arabic).count == found.count)
  }

  @Test("A mention starts and ends with a letter or digit, and holds no line end")
  func edges() throws {
    for (lines, language) in [
      (
        ["\"President\" Trump's (\u{201C}the Donald\u{201D}) \u{2014} Paris, Texas; U.S."],
        Language.english
      ),
      (["«ترامب» (دونالد ترامب) ولبنان، والأمم المتحدة: «القاعدة»"], .arabic),
    ] {
      let article = TaggerFixture.article(lines, language: language)
      let names = try TaggerFixture.tagger.get().names(in: article)
      #expect(!names.mentions.isEmpty)
      for mention in names.mentions + names.doubtful {
        let scalars = article.text.scalars[mention.range.range]
        #expect(scalars.first?.properties.isAlphabetic == true)
        #expect(scalars.last.map { $0.properties.isAlphabetic || $0 == "." } == true)
        #expect(!scalars.contains("\n"))
      }
    }
  }
}
