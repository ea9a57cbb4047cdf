import Foundation
import GRDB

/// What became of an article that was given to the library.
enum StoringOutcome: Hashable, Sendable {
  /// The library did not have it.
  case added
  /// It is another version of the article that stood there.
  case replaced
  /// The library did not have it; the article that stood there may have no place now.
  case displaced
  /// The library had it elsewhere; the article that stood there may have no place now.
  case moved
  /// The library had it, but its date, title or source is another.
  case updated
  /// The library had it there.
  case unchanged
  /// The library had its text elsewhere.
  case elsewhere
}

/// Stores articles within a transaction.
struct ArticleStore {
  let db: Database
  /// Whether the same article found in two places is listed twice.
  let keepsCopies: Bool

  /// Stores what was read at a line of a file; line 0 is the whole file.
  ///
  /// An article that changed in its place keeps its number, and so what its reader did. One that
  /// lost its place to another stays until ``sweep()``: it may come up again further on.
  ///
  /// `isSame` says that it is known to be another version of the article that stood there.
  func store(
    _ packed: PackedArticle, file: Int64, line: Int, isSame: Bool = false
  ) throws -> StoringOutcome {
    let present = try article(file: file, line: line)
    if let present, try holds(present, packed) {
      try writeCredit(of: present, packed)
      return try updateHeader(of: present, packed) ? .updated : .unchanged
    }
    if !keepsCopies, let same = try article(like: packed) {
      try setPlace(file: file, line: line, article: same, isNew: present == nil)
      return present == nil ? .elsewhere : .moved
    }
    if let present, try isReplaceable(present, by: packed, isSame: isSame || line == 0) {
      try replace(present, with: packed)
      return .replaced
    }
    let id = try insert(packed)
    try setPlace(file: file, line: line, article: id, isNew: present == nil)
    return present == nil ? .added : .displaced
  }

  /// The number of a file, which is made where there is none, and for standard input every time.
  func file(at path: String) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT id FROM file WHERE path = ?")
    if path != "-", let id = try Int64.fetchOne(known, arguments: [path]) { return id }
    try db.cachedStatement(sql: "INSERT INTO file (path) VALUES (?)").execute(arguments: [path])
    return db.lastInsertedRowID
  }

  /// How many articles a file gave, if all of it was read when it was as it is now.
  static func unchangedCount(of file: SourceFile, _ db: Database) throws -> Int? {
    guard let modified = file.modified else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM file WHERE path = ? AND size = ? AND modified = ?")
    let id = try Int64.fetchOne(
      statement, arguments: [file.path, file.size, modified.microseconds])
    guard let id else { return nil }
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM place WHERE file = ?"), arguments: [id])
  }

  /// Notes that all of a file was read; places beyond its last line are given up.
  func finish(_ source: SourceFile, lastLine: Int) throws {
    guard source.modified != nil else { return }
    let file = try file(at: source.path)
    try db.cachedStatement(sql: "UPDATE file SET size = ?, modified = ? WHERE id = ?")
      .execute(arguments: [source.size, source.modified?.microseconds, file])
    try db.cachedStatement(sql: "DELETE FROM place WHERE file = ? AND line > ?")
      .execute(arguments: [file, lastLine])
  }

  /// Takes out the articles that have no place any more, and says how many they were.
  ///
  /// What their reader did is kept, and given back to those that came again.
  func sweep() throws -> Int {
    let kept = KeptReading(db: db)
    try kept.giveBack()
    let lost = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM article
        WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.article = article.id)
        """)
    for id in lost {
      try kept.keep(article: id)
      try withdraw(article: id)
      try IndexStore(db: db).delete(article: id)
      try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [id])
    }
    return lost.count
  }

  /// Notes that the articles changed, and that there are `difference` more.
  func noteChange(difference: Int) throws {
    try db.cachedStatement(
      sql: """
        UPDATE tally
        SET articles = articles + ?, generation = generation + 1, edition = edition + 1
        """
    ).execute(arguments: [difference])
  }
}

extension ArticleStore {
  private func article(file: Int64, line: Int) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT article FROM place WHERE file = ? AND line = ?"),
      arguments: [file, line])
  }

  /// The article with the same text; the digest finds it, comparing the texts makes sure.
  private func article(like packed: PackedArticle) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT id FROM article WHERE digest = ?")
    return try Int64.fetchAll(statement, arguments: [packed.digest]).first {
      try holds($0, packed)
    }
  }

  private func holds(_ id: Int64, _ packed: PackedArticle) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM body WHERE article = ? AND text = ? AND layout = ?"),
      arguments: [id, packed.text, packed.layout]) ?? false
  }

  /// Whether an article is the same one as `packed`, only changed: it stands nowhere else, and is
  /// the whole file or has the same address.
  private func isReplaceable(
    _ id: Int64, by packed: PackedArticle, isSame: Bool
  ) throws -> Bool {
    let places = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM place WHERE article = ?"), arguments: [id])
    guard places == 1 else { return false }
    if isSame { return true }
    let url = try String.fetchOne(
      db.cachedStatement(sql: "SELECT url FROM body WHERE article = ?"), arguments: [id])
    return url != nil && url == packed.header.url
  }

  /// Says which article stands at a line of a file.
  ///
  /// Not with INSERT OR REPLACE: a statement that may be undone by itself makes FTS5 write out what
  /// it gathered, for every article.
  /// Notes that an article stands at a line of a file too.
  func addPlace(file: Int64, line: Int, article: Int64) throws {
    try setPlace(file: file, line: line, article: article, isNew: true)
  }

  private func setPlace(file: Int64, line: Int, article: Int64, isNew: Bool) throws {
    let sql =
      isNew
      ? "INSERT INTO place (article, file, line) VALUES (?, ?, ?)"
      : "UPDATE place SET article = ? WHERE file = ? AND line = ?"
    try db.cachedStatement(sql: sql).execute(arguments: [article, file, line])
  }

  private func insert(_ packed: PackedArticle) throws -> Int64 {
    let header = packed.header
    try db.cachedStatement(
      sql: """
        INSERT INTO article (title, language, date, dateOrigin, age, source, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      header.title, header.language.rawValue, header.date?.seconds, header.date?.origin.rawValue,
      packed.age, header.source, packed.digest,
    ])
    let id = db.lastInsertedRowID
    try insertContents(of: packed, id: id)
    return id
  }

  private func replace(_ id: Int64, with packed: PackedArticle) throws {
    try IndexStore(db: db).delete(article: id)
    try withdraw(article: id)
    for table in ["body", "extraction", "link", "hasty", "credit"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?")
        .execute(arguments: [id])
    }
    try NoteStore(db: db).follow(article: id, to: packed.digest)
    try db.cachedStatement(sql: "UPDATE article SET digest = ? WHERE id = ?")
      .execute(arguments: [packed.digest, id])
    _ = try updateHeader(of: id, packed)
    try insertContents(of: packed, id: id)
  }

  private func insertContents(of packed: PackedArticle, id: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO body (article, url, layout, text) VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, packed.header.url, packed.layout, packed.text])
    try db.cachedStatement(
      sql: "INSERT INTO extraction (article, mentions, locals) VALUES (?, ?, ?)"
    ).execute(arguments: [id, packed.mentions, packed.locals])
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO waiting (article) VALUES (?)")
      .execute(arguments: [id])
    if packed.isHasty {
      try db.cachedStatement(sql: "INSERT INTO hasty (article) VALUES (?)").execute(arguments: [id])
    }
    try writeCredit(of: id, packed)
    try IndexStore(db: db).insert(article: id, packed.fields)
  }

  /// Writes who wrote an article and what it links to, where it states any of it.
  private func writeCredit(of id: Int64, _ packed: PackedArticle) throws {
    guard packed.header.author != nil || packed.links != nil else { return }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO credit (article, author, links) VALUES (?, ?, ?)"
    ).execute(arguments: [id, packed.header.author, packed.links])
  }

  /// Stores other names of an article; they wait to be joined.
  func replaceNames(of id: Int64, mentions: Data, locals: Data) throws {
    try withdraw(article: id)
    try db.cachedStatement(sql: "DELETE FROM link WHERE article = ?").execute(arguments: [id])
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO extraction (article, mentions, locals) VALUES (?, ?, ?)"
    ).execute(arguments: [id, mentions, locals])
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO waiting (article) VALUES (?)")
      .execute(arguments: [id])
  }

  /// Notes what an article that changes or goes has of names, so that it is taken back from these alone.
  private func withdraw(article id: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO withdrawn (article, clusters, locals)
        SELECT article, clusters, locals FROM link JOIN extraction USING (article)
        WHERE article = ?
        """
    ).execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM doubt WHERE article = ?").execute(arguments: [id])
  }

  /// Writes what is said of an article beside its text, and says whether it was something else.
  private func updateHeader(of id: Int64, _ packed: PackedArticle) throws -> Bool {
    let header = packed.header
    try db.cachedStatement(
      sql: """
        UPDATE article
        SET title = :title, language = :language, date = :date, dateOrigin = :dateOrigin,
          age = :age, source = :source
        WHERE id = :id
          AND (title, language, age) IS NOT (:title, :language, :age)
            OR id = :id AND (dateOrigin, source) IS NOT (:dateOrigin, :source)
        """
    ).execute(arguments: [
      "id": id, "title": header.title, "language": header.language.rawValue,
      "date": header.date?.seconds, "dateOrigin": header.date?.origin.rawValue,
      "age": packed.age, "source": header.source,
    ])
    return db.changesCount > 0
  }
}

extension PackedArticle {
  /// What sorts the newest first and articles without a date last.
  fileprivate var age: Int64 {
    header.date.map { -max($0.seconds, -Int64.max) } ?? Int64.max
  }
}

extension Date {
  /// Microseconds since 1970, as near as they can be told.
  fileprivate var microseconds: Int64 {
    Int64(exactly: (timeIntervalSince1970 * 1e6).rounded()) ?? 0
  }
}
