/// Cuts a query into its clauses.
enum QueryParser {
  /// A clause as it was typed.
  struct Clause: Equatable {
    /// What stands in it, without sign and quotes.
    var text = ""
    /// Whether a minus stood before it.
    var isExcluded = false
    /// Whether it was in quotes that were closed.
    var isWhole = false
  }

  /// The most terms that are read; what a person types has fewer.
  static let limit = 16

  /// The folded terms of a query; clauses without a letter or digit give none.
  static func terms(of text: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    for clause in clauses(of: text) {
      let words = words(of: clause.text)
      guard !words.isEmpty else { continue }
      let term = SearchTerm(
        words: words, isPrefix: !clause.isWhole, isExcluded: clause.isExcluded)
      if !terms.contains(term) { terms.append(term) }
      if terms.count == limit { break }
    }
    return terms
  }

  /// The clauses of a query in their order.
  static func clauses(of text: String) -> [Clause] {
    var clauses: [Clause] = []
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first {
      if first.properties.isWhitespace {
        scalars.removeFirst()
        continue
      }
      var clause = Clause()
      if minuses.contains(first), let next = scalars.dropFirst().first,
        !next.properties.isWhitespace
      {
        clause.isExcluded = true
        scalars.removeFirst()
      }
      if let quote = scalars.first, quotes.contains(quote) {
        scalars.removeFirst()
        let inside = scalars.prefix { !quotes.contains($0) }
        clause.text = String(inside)
        scalars = scalars[inside.endIndex...]
        clause.isWhole = !scalars.isEmpty
        scalars = scalars.dropFirst()
      } else {
        let inside = scalars.prefix { !$0.properties.isWhitespace && !quotes.contains($0) }
        clause.text = String(inside)
        scalars = scalars[inside.endIndex...]
      }
      clauses.append(clause)
    }
    return clauses
  }

  private static func words(of text: String) -> [[UInt8]] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var words: [[UInt8]] = []
    while words.count < limit, scanner.next(into: &word) { words.append(word.bytes) }
    return words
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»", "\u{FF02}"]
  private static let minuses: Set<Unicode.Scalar> = ["-", "\u{2212}"]
}
