extension Article {
  /// The range of the sentence that a range of the text begins in, within its paragraph; the range itself
  /// where it is in no paragraph.
  ///
  /// Complexity: O(*n*) in the length of the paragraph.
  public func sentence(around range: TextRange) -> TextRange {
    guard let paragraph = paragraphs.first(where: { $0.range.contains(range.lowerBound) }) else {
      return range
    }
    let tokens = Tokenizer.tokens(of: text, in: paragraph.range)
    let starts = tokens.indices.filter { tokens[$0].startsSentence }
    let first = starts.last { tokens[$0].start <= range.lowerBound } ?? 0
    let next = starts.first { tokens[$0].start > range.lowerBound } ?? tokens.endIndex
    guard first < next, next <= tokens.endIndex else { return range }
    return TextRange(
      min(tokens[first].start, range.lowerBound), max(tokens[next - 1].end, range.upperBound))
  }
}
