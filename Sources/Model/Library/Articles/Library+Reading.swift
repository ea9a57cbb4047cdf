import GRDB

extension Library {
  /// Notes whether an article was read, and gives back whether it was before.
  @discardableResult
  public func setRead(_ isRead: Bool, article: ArticleID) throws -> Bool {
    try write { db in
      let was = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT isRead FROM reading WHERE article = ?"),
        arguments: [article.rawValue])
      guard was ?? false != isRead, try Self.isPresent(article, db) else { return was ?? false }
      try Self.setRead(isRead, article, db)
      return was ?? false
    }
  }

  static func setRead(_ isRead: Bool, _ article: ArticleID, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO reading (article, isRead) VALUES (?, ?)
        ON CONFLICT (article) DO UPDATE SET isRead = excluded.isRead
        """
    ).execute(arguments: [article.rawValue, isRead])
  }

  /// Notes the first scalar of an article that is on the screen; `nil` forgets it.
  public func setPosition(_ position: Int?, article: ArticleID) throws {
    try write { db in
      guard try Self.isPresent(article, db) else { return }
      try db.cachedStatement(
        sql: """
          INSERT INTO reading (article, position) VALUES (?, ?)
          ON CONFLICT (article) DO UPDATE SET position = excluded.position
          """
      ).execute(arguments: [article.rawValue, position])
    }
  }

  /// The first scalar of an article that was on the screen when it was last read.
  public func position(of article: ArticleID) throws -> Int? {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT position FROM reading WHERE article = ?"),
        arguments: [article.rawValue])
    }
  }

  static func isPresent(_ article: ArticleID, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?"),
      arguments: [article.rawValue]) ?? false
  }
}
