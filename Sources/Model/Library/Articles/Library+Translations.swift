import GRDB

/// The translations of parts of articles, kept with the article and gone with it: asking for one again costs
/// time, and often somebody else's service.
extension Library {
  /// The translation that a command made of a text of an article, where it is kept.
  public func translation(
    of text: String, in article: ArticleID, by command: String
  ) throws -> String? {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT text FROM translation WHERE article = ? AND key = ?"),
        arguments: [article.rawValue, Self.key(text, command)])
    }
  }

  /// Keeps the translation that a command made of a text of an article, in the place of an earlier one.
  public func keep(
    translation: String, of text: String, in article: ArticleID, by command: String
  ) throws {
    try write { db in
      guard try Self.isPresent(article, db) else { return }
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO translation (article, key, text) VALUES (?, ?, ?)"
      ).execute(arguments: [article.rawValue, Self.key(text, command), translation])
    }
  }

  /// What a translation is found by.
  private static func key(_ text: String, _ command: String) -> Int64 {
    var hash = StableHash()
    hash.feed(command)
    hash.feed(text)
    return Int64(bitPattern: hash.value)
  }
}
