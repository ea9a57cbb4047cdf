@testable import Model

/// Sentences of a corpus that are read together, as those of an article are.
struct CorpusBlock {
  /// How many sentences stand for an article whose ends a corpus does not tell.
  static let size = 20

  /// The sentences' texts, one after the other.
  private(set) var text = ScalarText([])
  /// The tokens of each sentence.
  private(set) var rows: [[Token]] = []
  /// The tags of all tokens.
  private(set) var tags: [String] = []

  /// Joins sentences.
  init(_ sentences: some Sequence<AnnotatedCorpus.Sentence>) {
    var scalars: [Unicode.Scalar] = []
    for sentence in sentences {
      let offset = scalars.count
      rows.append(
        sentence.tokens.enumerated().map { place, token in
          var token = token
          token.start += offset
          token.end += offset
          token.startsSentence = token.startsSentence || place == 0
          return token
        })
      tags += sentence.tags
      scalars += sentence.text.scalars + [" "]
    }
    text = ScalarText(scalars)
  }

  /// The text of some tokens.
  func words(_ range: Range<Int>) -> String {
    rows.joined().dropFirst(range.lowerBound).prefix(range.count)
      .map { text[TextRange($0.start, $0.end)] }.joined(separator: " ")
  }
}
