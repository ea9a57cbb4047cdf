import GRDB

/// The language and the date of every article, by row in order of import.
///
/// What is counted over tens of thousands of articles is counted here, without reading their rows.
struct ArticleFacts: Sendable {
  /// The articles' languages.
  let languages: [Language]
  /// The articles' dates.
  let dates: [ArticleDate?]

  /// Reads the facts of a library.
  init(_ db: Database) throws {
    var languages: [Language] = []
    var dates: [ArticleDate?] = []
    // Numbers are read several times as fast as words.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT CASE language WHEN 'ar' THEN 0 WHEN 'en' THEN 1 ELSE 2 END, date,
          dateOrigin = 'stated'
        FROM article ORDER BY id
        """)
    while let row = try rows.next() {
      let language: Int = try row.decode(atIndex: 0)
      let seconds: Int64? = try row.decode(atIndex: 1)
      let isStated: Bool? = try row.decode(atIndex: 2)
      languages.append(language == 0 ? .arabic : language == 1 ? .english : .undetermined)
      dates.append(
        seconds.map { ArticleDate(seconds: $0, origin: isStated == true ? .stated : .modified) })
    }
    self.languages = languages
    self.dates = dates
  }
}

extension Library {
  /// The facts of the library as `db` sees it.
  func facts(_ db: Database) throws -> ArticleFacts {
    try derived(db) { _ in try ArticleFacts(db) }
  }
}
