/// Turns rows of tokens into mentions: the name alone, without what is written around it.
struct MentionBuilder {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The mention of a span, or nothing where no name is left of it.
  func mention(of span: NameSpan) -> Mention? {
    func isMark(_ index: Int) -> Bool { analysis.tokens[index].kind == .punctuation }
    guard
      let first = span.tokens.first(where: { !isMark($0) && analysis.forms[$0].hash != Self.the }),
      let last = span.tokens.last(where: { !isMark($0) })
    else { return nil }
    let match = analysis.matches[first]
    // An entry of the lexicon that starts with the whole word keeps its first letter.
    let keepsClitics = match.length > 1 && !match.withoutClitics
    let clitics = keepsClitics ? 0 : analysis.forms[first].cliticLength
    let start = analysis.tokens[first].start + clitics
    return Mention(
      range: TextRange(start, analysis.tokens[last].end), kind: span.kind,
      confidence: span.confidence)
  }

  private static let the = NameFolding.hash("the".unicodeScalars)
}
