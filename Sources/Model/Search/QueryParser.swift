/// Splits a query into its clauses.
enum QueryParser {
  /// A clause as it was typed.
  struct Clause: Equatable {
    /// The field it names, as it was typed: `person` of `person:kazemi`.
    var field: String?
    /// Its text, without sign, field and quotes.
    var text = ""
    /// Whether a minus stood before it.
    var isExcluded = false
    /// Whether it was in quotes that were closed.
    var isWhole = false
    /// Whether it was in quotes that were not closed.
    var isOpen = false
    /// The position of its first scalar in the query, counted from 0.
    var start = 0
    /// The position of its quote, or of its text.
    var textStart = 0
  }

  /// The most terms that are read; people type fewer.
  static let limit = 16

  /// The folded term of a clause; one without a letter or digit gives none.
  static func term(of clause: Clause) -> SearchTerm? {
    let words = FoldedWord.words(of: clause.text, limit: limit)
    guard !words.isEmpty else { return nil }
    return SearchTerm(words: words, isPrefix: !clause.isWhole, isExcluded: clause.isExcluded)
  }

  /// The words of a clause with their capitals; `nil` where it has none, or where more than an acronym has
  /// no other letters: the capitals say nothing then.
  static func casedWords(of clause: Clause) -> [[UInt8]]? {
    let words = FoldedWord.casedWords(of: clause.text, limit: limit)
    let capitals = words.joined().count(where: FoldedWord.capitalLetters.contains)
    let isShouted = capitals > longestAcronym && !clause.text.contains(where: \.isLowercase)
    return capitals > 0 && !isShouted ? words : nil
  }

  /// How many letters an acronym has at most.
  private static let longestAcronym = 4

  /// The clauses of a query in their order.
  static func clauses(of text: String) -> [Clause] {
    var clauses: [Clause] = []
    var scanner = Scanner(text)
    while let clause = scanner.next() { clauses.append(clause) }
    return clauses
  }
}

extension QueryParser {
  /// Reads clause after clause.
  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
    }

    mutating func next() -> Clause? {
      while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
      guard position < scalars.count else { return nil }
      var clause = Clause(start: position)
      if minuses.contains(scalars[position]), position + 1 < scalars.count,
        !scalars[position + 1].properties.isWhitespace
      {
        clause.isExcluded = true
        position += 1
      }
      clause.field = takeField()
      clause.textStart = position
      if position < scalars.count, quotes.contains(scalars[position]) {
        position += 1
        clause.text = take { !quotes.contains($0) }
        clause.isWhole = position < scalars.count
        clause.isOpen = !clause.isWhole
        position += 1
      } else {
        clause.text = take { !$0.properties.isWhitespace && !quotes.contains($0) }
      }
      return clause
    }

    /// Skips a field's name and its colon, if there is one here.
    ///
    /// A name is letters of ASCII; times (10:30) and addresses (http://, mailto:a@b) have none.
    private mutating func takeField() -> String? {
      let name = scalars[position...].prefix { $0.isASCII && $0.properties.isAlphabetic }
      let colon = name.endIndex
      guard !name.isEmpty, colon < scalars.count, scalars[colon] == ":" else { return nil }
      let field = String(String.UnicodeScalarView(name)).lowercased()
      let value = scalars[(colon + 1)...].prefix { !$0.properties.isWhitespace }
      if QueryField(rawValue: field) == nil,
        value.starts(with: ["/", "/"]) || value.contains("@")
      {
        return nil
      }
      position = colon + 1
      return field
    }

    private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> String {
      let inside = scalars[position...].prefix(while: belongs)
      position = inside.endIndex
      return String(String.UnicodeScalarView(inside))
    }
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»", "\u{FF02}"]
  private static let minuses: Set<Unicode.Scalar> = ["-", "\u{2212}"]
}
