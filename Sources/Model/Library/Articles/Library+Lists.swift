import GRDB

extension Library {
  /// How far into a list SQLite is sent by itself; what lies deeper is found by the catalog.
  private static let shallow = 2_000

  /// A number that changes whenever the articles or their entities do, by whatever program.
  public func generation() throws -> Int64 {
    try read { try Self.generation($0) }
  }

  /// How many articles there are.
  public func articleCount() throws -> Int {
    try read { try Self.articleCount($0) }
  }

  /// What a list shows at some of its rows; rows there are none of are left out.
  public func summaries(in rows: Range<Int>, order: ArticleOrder) throws -> [ArticleSummary] {
    try read { db in
      try ids(in: rows, order: order, db).compactMap { try Self.summary(of: $0, db) }
    }
  }

  /// What a list shows of some articles, in the order given; those that are gone are left out.
  public func summaries(of ids: [ArticleID]) throws -> [ArticleSummary] {
    try read { db in try ids.compactMap { try Self.summary(of: $0.rawValue, db) } }
  }

  /// All articles in order of import.
  public func allArticles() throws -> [ArticleID] {
    try read { try catalog($0).ids.map(ArticleID.init(rawValue:)) }
  }

  /// The row at which an order lists an article.
  public func row(of id: ArticleID, order: ArticleOrder) throws -> Int? {
    try read { db in
      if try knownCatalog(db, order) == nil,
        let row = try ids(in: 0..<Self.shallow, order: order, db).firstIndex(of: id.rawValue)
      {
        return row
      }
      return try catalog(db, order).row(of: id.rawValue, order: order)
    }
  }

  /// Gets ready what lists, searches and pages of entities need, so that the first of them is as
  /// quick as the next.
  public func prepare() throws {
    try read { _ = try catalog($0) }
    try read { _ = try facts($0) }
  }

  static func articleCount(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT articles FROM tally")) ?? 0
  }

  private func ids(
    in rows: Range<Int>, order: ArticleOrder, _ db: Database
  ) throws -> [Int64] {
    if let known = try knownCatalog(db, order) { return known.ids(in: rows, order: order) }
    let present = rows.clamped(to: 0..<(try Self.articleCount(db)))
    guard present.upperBound <= Self.shallow else {
      return try catalog(db, order).ids(in: rows, order: order)
    }
    let sql = "SELECT id FROM article ORDER BY \(order.sorting) LIMIT ? OFFSET ?"
    return try Int64.fetchAll(
      db.cachedStatement(sql: sql), arguments: [present.count, present.lowerBound])
  }

  static func summary(of id: Int64, _ db: Database) throws -> ArticleSummary? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT article.id, title, language, date, dateOrigin, source, path, line,
          coalesce(isRead, 0) AS isRead,
          EXISTS (SELECT 1 FROM star WHERE star.article = article.id) AS isStarred,
          (SELECT text FROM article_note WHERE article_note.article = article.id) AS note
        FROM article JOIN place ON place.article = article.id JOIN file ON file.id = place.file
          LEFT JOIN reading ON reading.article = article.id
        WHERE article.id = ? ORDER BY place.file, place.line LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [id]).map(ArticleSummary.init(row:))
  }
}

extension ArticleSummary {
  /// Reads a summary from the columns that ``Library/summary(of:_:)`` names.
  fileprivate init(row: Row) throws {
    let seconds: Int64? = try row.decode(atIndex: 3)
    let origin: String? = try row.decode(atIndex: 4)
    let line: Int = try row.decode(atIndex: 7)
    try self.init(
      id: ArticleID(rawValue: row.decode(atIndex: 0)), title: row.decode(atIndex: 1),
      language: Language(rawValue: row.decode(atIndex: 2)) ?? .undetermined,
      date: seconds.map {
        ArticleDate(seconds: $0, origin: origin.flatMap(ArticleDate.Origin.init) ?? .modified)
      },
      source: row.decode(atIndex: 5),
      origin: ArticleOrigin(path: row.decode(atIndex: 6), line: line == 0 ? nil : line),
      isRead: row.decode(atIndex: 8), isStarred: row.decode(atIndex: 9),
      note: row.decode(atIndex: 10))
  }
}
