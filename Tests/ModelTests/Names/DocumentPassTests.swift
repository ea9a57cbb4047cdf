import Testing

@testable import Model

@Suite("The article as a whole decides on its names")
struct DocumentPassTests {
  typealias Given = (words: String, kind: EntityKind, confidence: Double)

  /// The names of an article of which the sentences showed some, each at its first place.
  private func names(
    _ lines: [String], _ given: [Given], language: Language = .english
  ) throws -> [String] {
    try AnalysisFixture.with(lines, language: language) { analysis, words in
      let first = AnalysisFixture.spans(given, in: words)
      try #require(first.count == given.count)
      return DocumentPass(analysis).spans(from: first).map {
        AnalysisFixture.text(of: $0, in: words)
      }
    }
  }

  @Test("A surname is found wherever it stands, and not where it is written small")
  func surnames() throws {
    let lines = ["Gendon Subandono spoke.", "Later Subandono left.", "A subandono is a boat."]
    #expect(
      try names(lines, [("Gendon Subandono", .person, 0.95)])
        == ["per Gendon Subandono", "per Subandono"])
  }

  @Test("An unsure full name speaks for no surname elsewhere")
  func unsure() throws {
    let lines = ["Gendon Subandono spoke.", "Later Subandono left."]
    #expect(try names(lines, [("Gendon Subandono", .person, 0.4)]) == ["per Gendon Subandono"])
  }

  @Test("An Arabic surname is found behind clitics")
  func arabicSurnames() throws {
    let lines = ["تحدثت أنجيلا ميركل.", "وقال لميركل نعم.", "ثم عادت ميركل."]
    #expect(
      try names(lines, [("أنجيلا ميركل", .person, 0.95)], language: .arabic)
        == ["per أنجيلا ميركل", "per لميركل", "per ميركل"])
  }

  @Test("A name has one kind in the article: that of most of its mentions")
  func kinds() throws {
    let lines = ["Near Blaxham it rained.", "In Zorbax it snowed.", "Quintly left."]
    try AnalysisFixture.with(
      ["Blaxham won.", "Blaxham lost.", "In Blaxham it rained."], language: .english
    ) {
      analysis, words in
      let spans = words.indices.filter { words[$0] == "Blaxham" }.enumerated().map {
        NameSpan(tokens: $1..<($1 + 1), kind: $0 == 2 ? .organization : .place, confidence: 0.8)
      }
      #expect(DocumentPass(analysis).spans(from: spans).map(\.kind) == [.place, .place, .place])
    }
    #expect(
      try names(lines, [("Blaxham", .place, 0.9), ("Quintly", .person, 0.9)])
        == ["pla Blaxham", "per Quintly"])
  }

  @Test("A known body that no sentence showed is found, one word of it is not")
  func knownBodies() throws {
    let lines = ["They phoned the United Nations on Friday.", "The Nations Cup began."]
    #expect(try names(lines, []) == ["org United Nations"])
  }

  @Test("An acronym in brackets behind a body is found wherever it stands")
  func acronyms() throws {
    let lines = [
      "The Blaxham Workers Union (BWU) met.", "Later BWU agreed, and the BWX did not.",
    ]
    #expect(
      try names(lines, [("Blaxham Workers Union", .organization, 0.9)])
        == ["org Blaxham Workers Union", "org BWU", "org BWU"])
  }

  @Test("The word for a state's body stands for the whole")
  func bodies() throws {
    let lines = ["وصلت سفن البحرية الألمانية.", "وأعلنت البحرية ذلك."]
    #expect(
      try names(lines, [("البحرية الألمانية", .organization, 0.9)], language: .arabic)
        == ["org البحرية الألمانية", "org البحرية"])
  }

  @Test("A word of the language next to a name is taken off where the article has the name alone")
  func shortening() throws {
    let lines = ["Visit Zorbaxham now.", "People like Zorbaxham."]
    try AnalysisFixture.with(lines, language: .english) { analysis, words in
      let spans =
        AnalysisFixture.spans([("Visit Zorbaxham", .place, 0.6)], in: words)
        + AnalysisFixture.spans([("Zorbaxham", .place, 0.95)], in: words, place: 1)
      #expect(
        DocumentPass(analysis).spans(from: spans).map { AnalysisFixture.text(of: $0, in: words) }
          == ["pla Zorbaxham", "pla Zorbaxham"])
    }
  }

  private static let articles: [(lines: [String], language: Language)] = [
    (
      [
        "Angela Merkel met Recep Tayyip Erdogan of the United Nations (UN) in New York.",
        "Merkel, the German chancellor, said Erdogan left for Ankara on Monday.",
        "The Al Hilal club and Hilal fans cheered. The UN did not.",
      ], .english
    ),
    (
      [
        "التقى الرئيس رجب طيب أردوغان المستشارة أنجيلا ميركل في الأمم المتحدة.",
        "وقالت ميركل إن أردوغان عاد لأنقرة، وأعلنت البحرية الألمانية ذلك.",
        "وغادرت البحرية الميناء مع محمد بن سلمان.",
      ], .arabic
    ),
  ]

  @Test(
    "Whatever the sentences show, names come in order, apart, and each inside one sentence",
    arguments: 1...40 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (lines, language) = Self.articles[Int(seed % 2)]
    try AnalysisFixture.with(lines, language: language) { analysis, _ in
      var first: [NameSpan] = []
      for sentence in analysis.sentences {
        var start = sentence.lowerBound
        while start < sentence.upperBound {
          start += Int.random(in: 0...4, using: &random)
          let end = min(start + Int.random(in: 1...4, using: &random), sentence.upperBound)
          guard start < end else { break }
          first.append(
            NameSpan(
              tokens: start..<end,
              kind: EntityKind.allCases.randomElement(using: &random) ?? .place,
              confidence: .random(in: 0...1, using: &random)))
          start = end
        }
      }
      let spans = DocumentPass(analysis).spans(from: first)
      for (span, next) in zip(spans, spans.dropFirst()) {
        #expect(span.tokens.upperBound <= next.tokens.lowerBound)
      }
      for span in spans {
        #expect(!span.tokens.isEmpty && (0...1).contains(span.confidence))
        #expect(
          analysis.sentences.contains {
            $0.lowerBound <= span.tokens.lowerBound && span.tokens.upperBound <= $0.upperBound
          })
      }
    }
  }
}
