/// Distinguishes lines that a site added around an article from the article itself.
///
/// A line is boilerplate only if all of it is a phrase that sites use; the rules know such phrases
/// and nothing about particular articles.
enum Boilerplate {
  private static let longestPointer = 200

  /// Whether a line at the start or the end of a text is boilerplate.
  static func isAtEdge(_ line: ShortLine) -> Bool {
    if line.scalars.first == "©" { return true }
    guard !line.words.isEmpty else { return false }
    return BoilerplatePhrases.matches(line.words) || isRowOfButtons(line.words)
      || isCommentNotice(line.words)
  }

  /// Whether a line amid the text is boilerplate: an advertisement's label, or a pointer to another
  /// article such as "Read more: …".
  static func isAmidText(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= longestPointer else { return false }
    let start = line.prefix(24)
    guard line.count == start.count || start.contains(where: { $0 == ":" || $0 == "|" }) else {
      return false
    }
    let words = LineToken.tokens(of: start).compactMap(\.word)
    if line.count == start.count, words.count == 1 {
      return BoilerplatePhrases.advertisement.contains(words[0])
    }
    return words.count >= 2 && BoilerplatePhrases.pointers.contains(Array(words.prefix(2)))
  }

  /// "Facebook Twitter WhatsApp Print".
  private static func isRowOfButtons(_ words: [HashedWord]) -> Bool {
    words.count <= 12 && words.allSatisfy(BoilerplatePhrases.buttons.contains)
      && words.contains(where: BoilerplatePhrases.networks.contains)
  }

  /// Whether the line is a notice to commenters: it mentions "your comment" and what happens to it.
  private static func isCommentNotice(_ words: [HashedWord]) -> Bool {
    guard words.count <= 20 else { return false }
    let isArabic = words.contains(where: BoilerplatePhrases.yourComment.contains)
    let isEnglish = zip(words, words.dropFirst()).contains { pair in
      pair.0 == "your" && ["comment", "comments", "reply"].contains(pair.1)
    }
    return (isArabic || isEnglish) && words.contains(where: BoilerplatePhrases.moderation.contains)
  }
}
