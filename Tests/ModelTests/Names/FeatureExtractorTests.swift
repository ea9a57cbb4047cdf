import Testing

@testable import Model

@Suite("What a model is told of a token")
struct FeatureExtractorTests {
  /// The features of the nth token that is written so.
  private func features(
    of word: String, _ number: Int = 0, in lines: [String], language: Language = .english
  ) throws -> Set<UInt32> {
    try AnalysisFixture.with(lines, language: language) { analysis, words in
      let index = try #require(words.indices.filter { words[$0] == word }.dropFirst(number).first)
      let position = try #require(analysis.sentences.firstIndex { $0.contains(index) })
      let extractor = FeatureExtractor(
        analysis: analysis, sentence: analysis.sentences[position],
        language: analysis.languages[position])
      var features: Set<UInt32> = []
      extractor.features(of: index) { feature, _ in features.insert(feature) }
      return features
    }
  }

  @Test("The same sentence says the same wherever it stands")
  func anywhere() throws {
    let own = "President Barham Salih spoke in Baghdad."
    let other = "Nobody else came that evening."
    let alone = try features(of: "Salih", in: [own])
    #expect(!alone.isEmpty)
    #expect(try features(of: "Salih", in: [other, own]) == alone)
    #expect(try features(of: "Salih", in: [own, other]) == alone)
    let arabic = "قال الرئيس برهم صالح أمس."
    #expect(
      try features(of: "صالح", in: ["وسكت الآخرون.", arabic], language: .arabic)
        == features(of: "صالح", in: [arabic], language: .arabic))
  }

  @Test("What stands elsewhere in the article counts where it is the same word")
  func recurrence() throws {
    let own = "Then Gendon left."
    let alone = try features(of: "Gendon", in: [own])
    #expect(try features(of: "Gendon", in: [own, "Coach Gendon came."]) != alone)
    #expect(try features(of: "Gendon", in: [own, "Coach Marang came."]) == alone)
  }

  @Test("Of the words around a token two on each side count")
  func window() throws {
    let own = "alpha beta one two Salih three four gamma delta"
    let expected = try features(of: "Salih", in: [own])
    #expect(
      try features(of: "Salih", in: ["omega beta one two Salih three four gamma omega"])
        == expected)
    for other in ["alpha beta one ten Salih three four", "alpha beta one two Salih three ten"] {
      #expect(try features(of: "Salih", in: [other + " gamma delta"]) != expected)
    }
  }

  @Test("A capital letter tells, and so does a title before a name")
  func tells() throws {
    #expect(
      try features(of: "Turkey", in: ["we saw Turkey there"])
        != features(of: "turkey", in: ["we saw turkey there"]))
    let title = try features(of: "صالح", in: ["قال الرئيس برهم صالح"], language: .arabic)
    #expect(title != (try features(of: "صالح", in: ["قال الكرسي برهم صالح"], language: .arabic)))
  }

  @Test("Accents, vowel signs and the clitics of another word say nothing")
  func folded() throws {
    #expect(
      try features(of: "Erdoğan", in: ["Then Erdoğan left"])
        == features(of: "Erdogan", in: ["Then Erdogan left"]))
    #expect(
      try features(of: "صالح", in: ["قَالَ صالح نعم"], language: .arabic)
        == features(of: "صالح", in: ["قال صالح نعم"], language: .arabic))
  }

  @Test("Arabic words have features of words, affixes, lexicon and letters, and none of capitals")
  func templates() throws {
    try AnalysisFixture.with(["قال الرئيس برهم صالح في بغداد."], language: .arabic) {
      analysis, _ in
      let sentence = try #require(analysis.sentences.first)
      let extractor = FeatureExtractor(
        analysis: analysis, sentence: sentence, language: .arabic)
      var templates: Set<FeatureTemplate> = []
      for index in sentence {
        extractor.features(of: index) { templates.insert($1) }
      }
      #expect(
        templates.isDisjoint(with: [
          .run, .runLast, .runBefore, .runAfter, .tailAfter, .sentence, .elsewhere,
          .elsewhereCount, .elsewhereBefore, .elsewhereAfter,
        ]))
      let expected: [Set<FeatureTemplate>] = [
        [.bias, .word, .bigram], [.prefix, .suffix], [.stem, .clitics, .article],
        [.flag, .match, .matchKind], [.looks, .looksPerson, .looksPlace],
        [.titleBefore, .headBefore],
      ]
      for alternatives in expected { #expect(!templates.isDisjoint(with: alternatives)) }
    }
  }
}
