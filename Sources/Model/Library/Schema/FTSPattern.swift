/// Patterns for FTS5.
enum FTSPattern {
  /// The pattern of folded words in a row, in UTF-8; they hold letters and digits alone.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - isPrefix: Whether the last word may go on.
  static func phrase(_ words: [[UInt8]], isPrefix: Bool = false) -> String {
    let phrase = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "\"\(phrase)\"" + (isPrefix ? "*" : "")
  }
}
