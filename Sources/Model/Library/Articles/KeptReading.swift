import GRDB

/// Keeps what the reader did with articles that are gone, until they come back.
struct KeptReading {
  let db: Database

  /// Keeps what was done with an article that is about to go.
  func keep(article id: Int64) throws {
    try NoteStore(db: db).keep(article: id)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO kept_reading (digest, isRead, position, isStarred)
        SELECT digest, coalesce(isRead, 0), position, star.article IS NOT NULL
        FROM article LEFT JOIN reading ON reading.article = id LEFT JOIN star ON star.article = id
        WHERE id = ? AND (isRead OR position IS NOT NULL OR star.article IS NOT NULL)
        """
    ).execute(arguments: [id])
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO kept_mark (letter, digest, position)
        SELECT letter, digest, position FROM mark JOIN article ON article.id = mark.article
        WHERE mark.article = ?
        """
    ).execute(arguments: [id])
  }

  /// Gives what was kept back to the articles that are there again.
  func giveBack() throws {
    try NoteStore(db: db).giveBack()
    guard
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM kept_reading) OR EXISTS (SELECT 1 FROM kept_mark)
          """) ?? false
    else { return }
    // What was done since an article came back counts more than what was kept.
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO reading (article, isRead, position)
        SELECT min(id), kept_reading.isRead, kept_reading.position
        FROM kept_reading JOIN article USING (digest)
        GROUP BY digest HAVING kept_reading.isRead OR kept_reading.position IS NOT NULL;
        INSERT OR IGNORE INTO star (article)
        SELECT min(id) FROM kept_reading JOIN article USING (digest)
        WHERE isStarred GROUP BY digest;
        DELETE FROM kept_reading WHERE digest IN (SELECT digest FROM article);
        INSERT OR IGNORE INTO mark (letter, article, position)
        SELECT letter, min(id), position FROM kept_mark JOIN article USING (digest)
        GROUP BY letter;
        DELETE FROM kept_mark WHERE digest IN (SELECT digest FROM article);
        """)
  }
}
