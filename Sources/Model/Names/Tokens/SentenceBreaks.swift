/// Finds where sentences start.
enum SentenceBreaks {
  /// Marks the tokens of one paragraph that start a sentence.
  static func mark(_ tokens: inout [Token], in text: UnsafeBufferPointer<Unicode.Scalar>) {
    var atStart = true
    for index in tokens.indices {
      if atStart, !isClosing(tokens[index], in: text) {
        tokens[index].startsSentence = true
        atStart = false
      }
      if ends(tokens, at: index, in: text) { atStart = true }
    }
  }

  /// Whether a sentence ends with the token at `index`, or with the quotes and brackets after it.
  private static func ends(
    _ tokens: [Token], at index: Int, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    let token = tokens[index]
    guard let last = token.end > token.start ? text[token.end - 1] : nil else { return false }
    switch last {
    case "!", "?", "\u{61F}", "\u{2026}", "\u{6D4}":
      return true
    case ".":
      break
    default:
      return false
    }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    let opensUpper = ScalarClass(text[next.start]) == .upper
    if token.kind == .punctuation {
      // A full stop inside Arabic initials (م. ع.) ends nothing.
      if index > 0, tokens[index - 1].kind == .arabic, !token.followsSpace,
        tokens[index - 1].end - tokens[index - 1].start == 1
      {
        return false
      }
      return next.kind == .arabic || next.kind == .number || opensUpper
        || next.kind == .punctuation
    }
    guard token.kind == .word, opensUpper, next.followsSpace else { return false }
    let letters = text[token.start..<(token.end - 1)]
    // "Mr. Smith" and "George W. Bush" go on; "in the U.S. The …" may not.
    if letters.count == 1 || Abbreviations.isTitle(letters) { return false }
    return sentenceOpeners.contains(NameFolding.hash(text[next.start..<next.end]))
  }

  private static func isClosing(
    _ token: Token, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard token.kind == .punctuation, !token.followsSpace else { return false }
    switch text[token.start] {
    case "\"", "'", "\u{201D}", "\u{2019}", "\u{BB}", ")", "]", ".": return true
    default: return false
    }
  }

  private static let sentenceOpeners: Set<UInt64> = NameFolding.hashes([
    "the", "a", "an", "in", "on", "at", "but", "and", "he", "she", "it", "they", "we", "this",
    "that", "these", "there", "his", "her", "its", "their", "as", "after", "when", "while", "if",
    "for", "to", "from", "however", "i", "you", "with", "by", "some", "many", "most",
  ])
}
