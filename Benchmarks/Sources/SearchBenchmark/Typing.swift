import Model

/// What is typed, and the search that answers each letter as the screen asks for it.
enum Typing {
  /// Queries of one kind.
  struct Kind {
    let name: String
    let texts: [String]
  }

  /// The words of the generated articles: a rare word is in every 1000th, a common one in 60 %.
  static let kinds = [
    Kind(name: "rare, English", texts: ["zebrafish", "frigates", "gangster"]),
    Kind(name: "rare, Arabic", texts: ["الزرافة", "زرافة", "تسونامي"]),
    Kind(name: "60 %, English", texts: ["cairo", "meeting", "monday"]),
    Kind(name: "60 %, Arabic", texts: ["القاهرة", "الاثنين", "المحادثات"]),
    Kind(name: "across scripts", texts: ["kazemi", "mohammed", "الكاظمي", "خليل", "cairo رحيم"]),
    Kind(name: "several words", texts: ["talks would continue", "north korea missile", "في القاهرة"]),
    Kind(name: "typing errors", texts: ["mohamemd", "agripa", "pyongyagn"]),
    Kind(
      name: "fields",
      texts: ["person:rahim", "lang:ar cairo", "is:unread trump -korea", "after:2020 \"trade war\""]),
  ]

  /// What the search line holds after each key.
  static func keystrokes(of text: String) -> [String] {
    text.unicodeScalars.indices.map { String(text.unicodeScalars[...$0]) }
  }

  /// The answer to a key: the hits of the screen, with their snippets, and what else was found.
  static func search(_ text: String, in library: Library) throws -> SearchResults? {
    let query = SearchQuery(text)
    guard query.mistake.map(\.isUnfinished) ?? true else { return nil }
    return try library.search(query, order: .newestFirst, limit: screenful)
  }

  /// How many hits the program asks for at once.
  private static let screenful = 40
}
