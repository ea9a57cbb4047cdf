import GRDB

extension Library {
  /// Makes a change in one transaction and gives back the change that undoes it: it holds what really
  /// became another.
  ///
  /// Complexity: O(*n*) in the articles that it names.
  public func apply(_ change: UserChange) throws -> UserChange {
    if case .judgements(let judgements) = change { return .judgements(try judge(judgements)) }
    // What is wrong with a note is said before the library is touched, and not of the library.
    if case .notes(let notes) = change { for note in notes { _ = try Note.cleaned(note.text) } }
    return try write { db in
      switch change {
      case .judgements: return change
      case .read(let isRead, let articles):
        return .read(
          !isRead,
          try articles.filter { article in
            let was = try Bool.fetchOne(
              db.cachedStatement(sql: "SELECT isRead FROM reading WHERE article = ?"),
              arguments: [article.rawValue])
            guard was ?? false != isRead, try Self.isPresent(article, db) else { return false }
            try Self.setRead(isRead, article, db)
            return true
          })
      case .star(let isStarred, let articles):
        return .star(
          !isStarred,
          try articles.filter { article in
            guard try Self.isPresent(article, db) else { return false }
            try db.cachedStatement(
              sql: isStarred
                ? "INSERT OR IGNORE INTO star (article) VALUES (?)"
                : "DELETE FROM star WHERE article = ?"
            ).execute(arguments: [article.rawValue])
            return db.changesCount > 0
          })
      case .notes(let notes):
        let store = NoteStore(db: db)
        return .notes(try notes.compactMap(store.write).reversed())
      case .mark(let letter, let mark):
        let before = try Self.mark(letter, db)
        try Self.setMark(letter, mark, db)
        return .mark(letter, before)
      case .savedSearch(let name, let query):
        let before = try String.fetchOne(
          db, sql: "SELECT query FROM saved_search WHERE name = ?", arguments: [name])
        if let query {
          try db.execute(
            sql: """
              INSERT INTO saved_search (name, query) VALUES (?, ?)
              ON CONFLICT (name) DO UPDATE SET query = excluded.query
              """, arguments: [name, query])
        } else {
          try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
        }
        return .savedSearch(name, query: before)
      }
    }
  }

  /// The place that a letter marks.
  public func mark(_ letter: String) throws -> PlaceMark? {
    try read { try Self.mark(letter, $0) }
  }

  /// Notes where the reader was last; it is no change to be undone.
  public func setLastPlace(_ place: PlaceMark) throws {
    try write { db in
      guard try Self.isPresent(place.article, db) else { return }
      try Self.setMark(Self.lastPlace, place, db)
    }
  }

  /// Where the reader was last, be it in an earlier run of the program.
  public func lastPlace() throws -> PlaceMark? {
    try mark(Self.lastPlace)
  }

  /// The queries that are kept, by their names.
  public func savedSearches() throws -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM saved_search ORDER BY name").map {
        try SavedSearch(name: $0.decode(atIndex: 0), query: $0.decode(atIndex: 1))
      }
    }
  }

  /// What stands for a letter with the place where the reader was last, as it is typed.
  private static let lastPlace = "'"

  private static func mark(_ letter: String, _ db: Database) throws -> PlaceMark? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT article, position FROM mark WHERE letter = ?"),
      arguments: [letter])
    return try row.map {
      try PlaceMark(
        article: ArticleID(rawValue: $0.decode(atIndex: 0)), position: $0.decode(atIndex: 1))
    }
  }

  private static func setMark(_ letter: String, _ mark: PlaceMark?, _ db: Database) throws {
    // An article that comes back may not take a letter that was given away meanwhile.
    try db.execute(sql: "DELETE FROM kept_mark WHERE letter = ?", arguments: [letter])
    guard let mark, try isPresent(mark.article, db) else {
      try db.execute(sql: "DELETE FROM mark WHERE letter = ?", arguments: [letter])
      return
    }
    try db.execute(
      sql: """
        INSERT INTO mark (letter, article, position) VALUES (?, ?, ?)
        ON CONFLICT (letter) DO UPDATE
          SET article = excluded.article, position = excluded.position
        """, arguments: [letter, mark.article.rawValue, mark.position])
  }
}
