/// Turns rows of tokens into mentions: the name alone, without what is written around it.
struct MentionBuilder {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The mention of a span, or nothing where no name is left of it.
  func mention(of span: NameSpan) -> Mention? {
    var tokens = span.tokens
    while let first = tokens.first, !canStart(first) { tokens.removeFirst() }
    while let last = tokens.last, !canEnd(last) { tokens.removeLast() }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let form = analysis.forms[first]
    let match = analysis.matches[first]
    // An entry of the lexicon that starts with the whole word keeps its first letter.
    let keepsClitics = match.length > 1 && !match.withoutClitics
    let start = analysis.tokens[first].start + (keepsClitics ? 0 : form.cliticLength)
    return Mention(
      range: TextRange(start, analysis.tokens[last].end), kind: span.kind,
      confidence: span.confidence)
  }

  private func canStart(_ index: Int) -> Bool {
    analysis.tokens[index].kind != .punctuation && analysis.forms[index].hash != Self.the
  }

  private func canEnd(_ index: Int) -> Bool {
    analysis.tokens[index].kind != .punctuation
  }

  private static let the = NameFolding.hash("the".unicodeScalars)
}

extension Range<Int> {
  fileprivate mutating func removeFirst() { self = (lowerBound + 1)..<upperBound }
  fileprivate mutating func removeLast() { self = lowerBound..<(upperBound - 1) }
}
