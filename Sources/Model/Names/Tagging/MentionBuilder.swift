/// Turns rows of tokens into mentions: the name alone, without what is written around it.
struct MentionBuilder {
  private let analysis: ArticleAnalysis
  private var reader: WordFormReader

  /// Builds mentions of the analysis of a text.
  init(
    _ analysis: ArticleAnalysis, of text: UnsafeBufferPointer<Unicode.Scalar>,
    lexicon: Lexicon.Reader
  ) {
    self.analysis = analysis
    reader = WordFormReader(text: text, lexicon: lexicon)
  }

  /// The mention of a span, or nothing where no name is left of it.
  mutating func mention(of span: NameSpan) -> Mention? {
    func isMark(_ index: Int) -> Bool { analysis.tokens[index].kind == .punctuation }
    guard
      let first = span.tokens.first(where: { !isMark($0) && analysis.forms[$0].hash != Self.the }),
      let last = span.tokens.last(where: { !isMark($0) })
    else { return nil }
    let match = analysis.matches[first]
    // An entry of the lexicon that starts with the whole word keeps its first letter.
    let keepsClitics = match.length > 1 && !match.withoutClitics
    let particles = keepsClitics ? 0 : reader.particleLength(before: analysis.tokens[first])
    let start = analysis.tokens[first].start + particles
    return Mention(
      range: TextRange(start, analysis.tokens[last].end), kind: span.kind,
      confidence: span.confidence)
  }

  private static let the = NameFolding.hash("the".unicodeScalars)
}
