import Testing

@testable import Model

@Suite("Where a name may stand that the model does not mark")
struct DoubtfulSpansTests {
  /// The doubtful spans of a sentence in which some words are part of a name with some likelihood.
  private func doubtful(
    _ text: String, _ odds: [String: (label: CRFModel.Label, likelihood: Float)],
    language: Language = .english
  ) throws -> [String] {
    try AnalysisFixture.with([text], language: language) { analysis, words in
      let marginals = words.map { word -> SIMD16<Float> in
        var marginal = SIMD16<Float>(repeating: 0)
        let (label, likelihood) = odds[word] ?? (.outside, 1)
        marginal[CRFModel.Label.outside.rawValue] = 1 - likelihood
        marginal[label.rawValue] += likelihood
        return marginal
      }
      let sentence = try #require(analysis.sentences.first)
      return DoubtfulSpans(analysis, sentence: sentence).spans(marginals).map {
        AnalysisFixture.text(of: $0, in: words)
      }
    }
  }

  @Test("Words in a row that may be a name are one span, of the kind that most speaks for")
  func row() throws {
    #expect(
      try doubtful(
        "then Xoan Qelm left", ["Xoan": (.beginPerson, 0.2), "Qelm": (.insidePerson, 0.1)])
        == ["per Xoan Qelm"])
    #expect(
      try doubtful(
        "then Xoan Qelm left", ["Xoan": (.beginPerson, 0.1), "Qelm": (.insideOrganization, 0.3)])
        == ["org Xoan Qelm"])
  }

  @Test("A word alone must be likelier than one of several")
  func alone() throws {
    #expect(try doubtful("then Xoan left", ["Xoan": (.beginPlace, 0.05)]).isEmpty)
    #expect(try doubtful("then Xoan left", ["Xoan": (.beginPlace, 0.2)]) == ["pla Xoan"])
    #expect(
      try doubtful(
        "then Xoan Qelm left", ["Xoan": (.beginPlace, 0.05), "Qelm": (.insidePlace, 0.05)])
        == ["pla Xoan Qelm"])
  }

  @Test("Titles, days and words of the language are asked about by nobody")
  func words() throws {
    for word in ["President", "Monday", "yesterday"] {
      #expect(try doubtful("then \(word) left", [word: (.beginPerson, 0.4)]).isEmpty)
    }
  }

  @Test("A mark ends a span, and a row that is too long is none")
  func ends() throws {
    let odds: [String: (label: CRFModel.Label, likelihood: Float)] = [
      "Xoan": (.beginPerson, 0.3), "Qelm": (.beginPerson, 0.3),
    ]
    #expect(try doubtful("then Xoan, Qelm left", odds) == ["per Xoan", "per Qelm"])
    #expect(try doubtful("then Xoan Qelm Xoan Qelm Xoan Qelm left", odds).isEmpty)
  }

  @Test("Names of other things than an article's names are none")
  func others() throws {
    #expect(try doubtful("then Xoan left", ["Xoan": (.beginOther, 0.9)]).isEmpty)
  }

  @Test("An unknown Arabic word with the letters of a foreign name joins the one beside it")
  func letters() throws {
    #expect(
      try doubtful("وقال زوران بوردوف نعم", ["زوران": (.beginPerson, 0.2)], language: .arabic)
        == ["per زوران بوردوف"])
  }
}
