/// Brings each name a model found to the span a reader expects, from the words next to it alone.
struct SpanRules {
  let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The spans of a sentence, each brought in order; those that are no names are left out.
  func apply(to spans: [NameSpan], in sentence: Range<Int>, language: Language) -> [NameSpan] {
    language == .arabic
      ? applyArabic(to: spans, in: sentence) : applyEnglish(to: spans, in: sentence)
  }

  /// The spans with the nationality that national societies are called by.
  func withNationalities(_ spans: [NameSpan]) -> [NameSpan] {
    var start = 0
    return spans.map { span in
      var span = span
      takeNationality(into: &span, from: start)
      start = span.tokens.upperBound
      return span
    }
  }

  /// The spans without those that only a product, an event or a storm is called after.
  func withoutProducts(_ spans: [NameSpan]) -> [NameSpan] {
    var position = 0
    return spans.filter { span in
      while position + 1 < analysis.sentences.count,
        analysis.sentences[position].upperBound <= span.tokens.lowerBound
      {
        position += 1
      }
      let sentence = analysis.sentences[position]
      return analysis.languages[position] == .arabic
        ? !namesArabicProduct(span, from: sentence.lowerBound) : !namesProduct(span, in: sentence)
    }
  }

  func hash(_ index: Int) -> UInt64 { analysis.forms[index].hash }
  func flags(_ index: Int) -> LexiconFlags { analysis.forms[index].flags }

  static let hyphen = NameFolding.hash("-".unicodeScalars)
  private static let ampersand = NameFolding.hash("&".unicodeScalars)

  /// Takes off the marks at a span's ends, and the score behind a player's name.
  func trimMarks(_ span: inout NameSpan) {
    while let last = span.tokens.last,
      analysis.tokens[last].kind == .punctuation
        || analysis.tokens[last].kind == .number && span.kind == .person
    {
      span.tokens = span.tokens.lowerBound..<last
    }
    while let first = span.tokens.first, analysis.tokens[first].kind == .punctuation {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
  }

  /// What stands between a dash and its spaces is said apart from what stands before: a dateline's town
  /// is no part of the name that the news starts with.
  func dashed(_ span: NameSpan) -> [NameSpan] {
    guard
      let dash = span.tokens.dropFirst().dropLast().first(where: {
        Self.dashes.contains(hash($0)) && analysis.tokens[$0].followsSpace
          && analysis.tokens[$0 + 1].followsSpace
      })
    else { return [span] }
    var (before, after) = (span, span)
    before.tokens = span.tokens.lowerBound..<dash
    after.tokens = (dash + 1)..<span.tokens.upperBound
    if analysis.matches[before.tokens.lowerBound].flags.contains(.majorPlace) {
      before.kind = .place
    }
    return [before, after]
  }

  private static let dashes = NameFolding.hashes(["-", "–", "—"])

  /// Team Europe is a body and no continent; a firm is called after two people.
  func takeTeam(into span: inout NameSpan, from start: Int, words: Set<UInt64>) {
    guard let first = span.tokens.first else { return }
    if span.tokens.contains(where: { hash($0) == Self.ampersand }) { span.kind = .organization }
    guard span.kind == .place, first > start, words.contains(analysis.forms[first - 1].stem),
      analysis.tokens[first - 1].kind == .arabic
        || analysis.forms[first - 1].shape.contains(.capital)
    else { return }
    span.tokens = (first - 1)..<span.tokens.upperBound
    span.kind = .organization
  }
}
