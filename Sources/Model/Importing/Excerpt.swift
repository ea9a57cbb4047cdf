/// The first words of a text, shown in place of a title.
enum Excerpt {
  private static let length = 80

  /// About 80 characters of `text`: whole words, with an ellipsis where more follow.
  static func of(_ text: ArraySlice<Unicode.Scalar>) -> String {
    // A character has few scalars, but a hostile one may have any number.
    var words = String(String.UnicodeScalarView(text.prefix(4 * length)))
      .split { $0.unicodeScalars.allSatisfy(TextLine.isSpace) || $0 == "\n" }
    if text.count > 4 * length, words.count > 1 { words.removeLast() }
    var excerpt = ""
    var count = 0
    var isWhole = text.count <= 4 * length
    for word in words {
      let needed = word.count + (excerpt.isEmpty ? 0 : 1)
      guard count + needed <= length else {
        isWhole = false
        if excerpt.isEmpty { excerpt = String(word.prefix(length)) }
        break
      }
      if !excerpt.isEmpty { excerpt += " " }
      excerpt += word
      count += needed
    }
    if isWhole { return excerpt }
    while let last = excerpt.last, [",", ";", ":", "،", "؛", "-", "–", "—"].contains(last) {
      excerpt.removeLast()
    }
    return excerpt + "…"
  }
}
