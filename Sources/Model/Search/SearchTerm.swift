/// A word or phrase of a query, folded.
struct SearchTerm: Hashable, Sendable {
  /// Its words in UTF-8, at least one: al-Kazemi has two.
  var words: [[UInt8]]
  /// Whether the last word may go on.
  var isPrefix: Bool
  /// Whether an article must not have it.
  var isExcluded = false

  /// What FTS5 is asked for the term; the words hold letters and digits alone.
  var pattern: String {
    FTSPattern.phrase(words, isPrefix: isPrefix)
  }
}
