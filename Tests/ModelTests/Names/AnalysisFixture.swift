@testable import Model

/// Analyses of short texts, as the steps of the tagger see them.
enum AnalysisFixture {
  /// Calls `body` with the analysis of some paragraphs and the words of its tokens.
  @discardableResult
  static func with<Result>(
    _ lines: [String], language: Language,
    _ body: (_ analysis: ArticleAnalysis, _ words: [String]) throws -> Result
  ) throws -> Result {
    let article = TaggerFixture.article(lines, language: language)
    return try NameTables(folder: TaggerFixture.resources).withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      let words = analysis.tokens.map { article.text[TextRange($0.start, $0.end)] }
      return try body(analysis, words)
    }
  }

  /// What is left of a name when what is written around it is taken off.
  static func name(_ words: String, in text: String, language: Language) throws -> String? {
    let article = TaggerFixture.article([text], language: language)
    return try NameTables(folder: TaggerFixture.resources).withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      let all = analysis.tokens.map { article.text[TextRange($0.start, $0.end)] }
      guard let span = spans([(words, .place, 0.9)], in: all).first else { return nil }
      return article.text.scalars.withUnsafeBufferPointer { scalars in
        var builder = MentionBuilder(analysis, of: scalars, lexicon: tables.lexicon)
        return builder.mention(of: span).map { article.text[$0.range] }
      }
    }
  }

  /// The forms of a text's tokens.
  static func forms(_ text: String, language: Language = .english) throws -> [WordForm] {
    try with([text], language: language) { analysis, _ in analysis.forms }
  }

  /// The form of a text of one token.
  static func form(_ word: String) throws -> WordForm? {
    try forms(word, language: Script(of: word) == .arabic ? .arabic : .english).first
  }

  /// The spans of the given names, each where it stands first, or at its nth place.
  static func spans(
    _ names: [(words: String, kind: EntityKind, confidence: Double)], in words: [String],
    place: Int = 0
  ) -> [NameSpan] {
    names.compactMap { name in
      let wanted = name.words.split(separator: " ").map(String.init)
      let starts = words.indices.filter { words[$0...].starts(with: wanted) }
      return starts.dropFirst(place).first.map {
        NameSpan(
          tokens: $0..<($0 + wanted.count), kind: name.kind, confidence: name.confidence)
      }
    }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A span as the tests write it: the first letters of its kind and its words.
  static func text(of span: NameSpan, in words: [String]) -> String {
    "\(span.kind.rawValue.prefix(3)) \(words[span.tokens].joined(separator: " "))"
  }
}
