import Foundation
import Testing

@testable import Model

@Suite struct SearchTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    library = try Library.inMemory()
  }

  private func fill(_ texts: [String]) throws {
    for (number, text) in texts.enumerated() {
      try folder.write(text, to: String(format: "%04d.txt", number), day: number)
    }
    try folder.fill(library)
  }

  @Test(arguments: [
    ("كتاب", "قرأ الرجل كِتَاباً"), ("كتاب", "هذا والكتاب معه"), ("كتاب", "جاء بالكتاب وراح"),
    ("الكتاب", "نظر للكتاب طويلا"), ("الكاظمي", "قال فيه والكاظمي"),
    ("كاظمي", "قال الكاظمي إنه"), ("اسلام", "عن الإسلام"), ("مصطفي", "قال مصطفى"),
    ("مدينه", "في مدينة"), ("محمد", "قال مُحَمَّـــد"), ("2021", "عام ٢٠٢١"), ("٢٠٢١", "in 2021"),
    ("۲۰۲۱", "عام ٢٠٢١"), ("علي", "قال علی"), ("آمن", "هو امن"), ("EMILE", "by Émile"),
    ("strasse", "Hauptstraße Straße"), ("lodz", "from Łódź"), ("sanaa", "in Sana’a"),
    ("sana'a", "in Sanaa"), ("hashemi", "by Al-Hashemi"), ("al-hashemi", "by al Hashemi"),
    ("مدارس", "بيوت ومدارس"), ("جوائز", "نال فجوائز"), ("سفينة", "جاء بسفينة"),
    ("15", "بـ15 لاعبا"),
    ("B-52", "طائرة وB-52"), ("صلى الله عليه وسلم", "النبي ﷺ قال"), ("ﷺ", "صلى الله عليه وسلم"),
    ("﷽", "بسم الله الرحمن الرحيم"), ("شؤون", "عن شئون"), ("رءوس", "في رؤوس"),
    ("السماوات", "ٱلسَّمَٰوَٰتِ"), ("الصلاة", "ٱلصَّلَوٰةَ"),
    ("قابس", "في ڨابس"), ("اغادير", "إلى أݣادير"), ("bagh", "near Baghdad"),
    ("iraq’s", "Iraqs Iraq's"),
    ("\"iraq\"", "Iraq’s army"),
  ])
  func findsWhateverTheSpelling(query: String, text: String) throws {
    try fill(["One\n\n\(text).\n", "Two\n\nNothing of it.\n"])
    #expect(try library.found(query) == ["One"])
    #expect(try !library.marked(query).isEmpty)
  }

  @Test("A capital in a query means capitals, a small letter any")
  func smartCase() throws {
    try fill([
      "A\n\nIt took us years.\n", "B\n\nThe US army’s men.\n", "C\n\nBIDEN SPEAKS.\n",
      "D\n\nBiden, in May, may.\n", "E\n\nÉmile’s WHO job.\n",
    ])
    #expect(try library.found("us") == ["A", "B"])
    #expect(try library.found("US") == ["B"])
    #expect(try library.found("us -US") == ["A"])
    #expect(try library.found("\"the US army\"") == ["B"])
    #expect(try library.found("\"The us Army\"").isEmpty)
    #expect(try library.found("Biden") == ["C", "D"])
    // More than an acronym in capitals alone is shouted: they say nothing.
    #expect(try library.found("BIDEN") == ["C", "D"])
    #expect(try library.found("biden") == ["C", "D"])
    #expect(try library.marked("May") == ["May"])
    #expect(try library.marked("may") == ["May", "may"])
    #expect(try library.found("\"Emile\"") == ["E"])
    #expect(try library.found("EMIL").isEmpty)
    #expect(try library.found("Who") == ["E"])
    #expect(try library.found("US source:none").isEmpty)
  }

  @Test func findsPhrasesAndLeavesOut() throws {
    try fill([
      "A\n\nThe Green Zone of Baghdad.\n", "B\n\nA zone that is green.\n",
      "C\n\nGreen.\n\nZone.\n", "D\n\nالمنطقة الخضراء في بغداد.\n",
    ])
    #expect(try library.found("green zone") == ["A", "B", "C"])
    #expect(try library.found("\"green zone\"") == ["A", "C"])
    #expect(try library.found("zone -\"green zone\"") == ["B"])
    #expect(try library.found("green -that") == ["A", "C"])
    #expect(try library.found("\"green zo") == ["A", "C"])
    #expect(try library.found("\"green zo\"").isEmpty)
    #expect(try library.found("«المنطقه الخضراء»") == ["D"])
    #expect(try library.found("-green").isEmpty)
    #expect(try library.found("").isEmpty)
  }

  @Test func theWordItselfComesFirstAndQuotesAreExact() throws {
    try fill([
      "A\n\nجاء في مدارس كثيرة.\n", "B\n\nبيوت ومدارس كثيرة.\n", "C\n\nومدارس مدارس أخرى.\n",
    ])
    let results = try library.search(SearchQuery("مدارس"), order: .path, limit: 9)
    #expect(results.hits.map(\.summary.title) == ["A", "C", "B"])
    #expect(try library.found("\"مدارس\"") == ["A", "C"])
    #expect(try library.marked("مدارس") == ["مدارس", "مدارس", "مدارس", "مدارس"])
  }

  @Test func oneLetterParticlesNeedAWordOfTheIndex() throws {
    try fill([
      "A\n\nعاش في بغداد.\n", "B\n\nعاش ببغداد.\n", "C\n\nقال وزير اليوم.\n",
      "D\n\nوببغداد عاش.\n",
    ])
    #expect(try library.found("بغداد") == ["A", "B", "D"])
    #expect(try library.marked("بغداد") == ["بغداد", "بغداد", "بغداد"])
    // غداد is no word; زير may be, as no text says that the waw of وزير is none.
    #expect(try library.found("غداد").isEmpty)
    #expect(try library.found("زير") == ["C"])
    #expect(try library.found("عاش -بغداد").isEmpty)
  }

  @Test func findsThroughTheOtherNamesOfAnEntity() throws {
    try fill([
      "A\n\nAl-Kazemi spoke.\n", "B\n\nتحدث الكاظمي اليوم.\n", "C\n\nتحدث رئيس اليوم.\n",
      "D\n\nقالت المملكة في بغداد إن أمريكا عادت.\n",
      "E\n\nThe United States left Baghdad.\n",
    ])
    #expect(try library.found("kazemi") == ["A", "B"])
    #expect(try library.marked("kazemi") == ["Kazemi", "الكاظمي"])
    #expect(try library.found("الكاظمي") == ["A", "B"])
    #expect(try library.marked("الكاظمي") == ["Al-Kazemi", "الكاظمي"])
    #expect(try library.found("kaz") == ["A", "B"])
    #expect(try library.found("kazemi اليوم") == ["B"])
    #expect(try library.found("united states") == ["D", "E"])
    #expect(
      try library.marked("baghdad united") == ["بغداد", "أمريكا", "United", "Baghdad"])
    let results = try library.search(SearchQuery("kazemi"), order: .path, limit: 5)
    #expect(results.hits[1].snippet.text == "تحدث الكاظمي اليوم.")
    #expect(results.hits[1].snippet.ranges == [TextRange(5, 12)])
  }

  @Test func wordsOfOneNameAreNotTakenApart() throws {
    try fill([
      "A\n\nقالت المملكة إن أمريكا عادت.\n", "B\n\nThe United States.\n",
      "C\n\nThe Saudi Kingdom.\n",
    ])
    // Each word is in some name, but "united states" is one.
    #expect(try library.found("united states") == ["B", "A"].sorted())
    #expect(try library.found("saudi kingdom united") == ["A"])
    #expect(try library.found("united zebra").isEmpty)
  }

  @Test func putsTitlesAndNamesFirst() throws {
    try fill([
      "Harbour\n\nThe old ferry sank.\n", "Ferry sinks\n\nIn the harbour.\n",
      "Weather\n\nA ferry waits.\n", "The ferry\n\nNothing.\n",
    ])
    #expect(
      try library.found("ferry") == ["Ferry sinks", "The ferry", "Harbour", "Weather"])
    #expect(
      try library.found("ferry", order: .newestFirst)
        == ["The ferry", "Ferry sinks", "Weather", "Harbour"])
  }

  @Test func givesSomeAndCountsAll() throws {
    try fill((0..<30).map { "T\($0)\n\nferry \($0 % 3 == 0 ? "red" : "blue").\n" })
    let some = try library.search(SearchQuery("red"), order: .newestFirst, limit: 3)
    #expect(some.total == 10)
    #expect(some.hits.map(\.summary.title) == ["T27", "T24", "T21"])
    let rest = try library.search(SearchQuery("red"), order: .newestFirst, hits: 8..<20)
    #expect(rest.hits.map(\.summary.title) == ["T3", "T0"])
    #expect(try library.search(SearchQuery("red"), order: .path, limit: 0).total == 10)
    #expect(try library.search(SearchQuery("red"), order: .path, limit: -1).hits.isEmpty)
  }

  @Test func boilerplateIsNotSearched() throws {
    let text = "Title. Body. Share."
    let article = Article(
      origin: ArticleOrigin(path: "a"), text: ScalarText(text),
      paragraphs: [
        Paragraph(role: .title, range: TextRange(0, 6)),
        Paragraph(role: .body, range: TextRange(7, 12)),
        Paragraph(role: .boilerplate, range: TextRange(13, 19)),
      ], title: "Title.", language: .english)
    #expect(
      IndexedFields(article.text, article.paragraphs)
        == IndexedFields(
          ScalarText("Title.Body."),
          [
            Paragraph(role: .title, range: TextRange(0, 6)),
            Paragraph(role: .body, range: TextRange(6, 11)),
          ]))
    #expect(QueryMatcher(SearchQuery("share")).ranges(in: article).isEmpty)
    #expect(QueryMatcher(SearchQuery("body")).ranges(in: article) == [TextRange(7, 11)])
  }

  @Test(arguments: [
    "\"", "*", "a*", "NEAR(a b)", "title:x", "{title} : x", "'; DROP TABLE article", "((", "^a",
    "a\u{0}b", "-", "--", "\"\"\"", "AND", "😀", "\u{301}",
    String(repeating: "x", count: 100_000), String(repeating: "\"a\" ", count: 5000),
  ])
  func anyQueryIsHarmless(query: String) throws {
    try fill(["A\n\na b.\n"])
    _ = try library.search(SearchQuery(query), order: .path, limit: 10)
    #expect(try library.articleCount() == 1)
  }
}
