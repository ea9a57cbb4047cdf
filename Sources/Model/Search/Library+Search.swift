import GRDB

extension Library {
  /// Finds articles in titles, text and names.
  ///
  /// Where the query's words find an entity by one of its names, in whatever script, the articles
  /// that mention it are found, and these mentions are the hits.
  ///
  /// - Parameters:
  ///   - query: The query; one with a mistake matches what the rest of it does.
  ///   - order: The order of the list.
  ///   - limit: The most hits to return; all are counted.
  public func search(
    _ query: SearchQuery, order: ArticleOrder, limit: Int
  ) throws -> SearchResults {
    try search(query, order: order, hits: 0..<max(limit, 0))
  }

  /// Finds articles in titles, text and names, and gives some of the hits.
  ///
  /// A query with a mistake matches what the rest of it does.
  public func search(
    _ query: SearchQuery, order: ArticleOrder, hits: Range<Int>
  ) throws -> SearchResults {
    guard !query.isEmpty else { return SearchResults(hits: [], total: 0) }
    let matcher = try openNameMatcher()
    return try read { db in
      var search = try ArticleSearch(library: self, db: db, matcher: matcher, order: order)
      return try search.run(query, order: order, hits: hits)
    }
  }

  /// The entities whose notes a query asks for, with these notes.
  public func notedEntities(askedForBy query: SearchQuery) throws -> [EntityID: [Note]] {
    let terms = query.notesWanted
    guard !terms.isEmpty else { return [:] }
    return try read { db in
      try NoteStore(db: db).entities { text in
        terms.allSatisfy { term in
          term.map { QueryMatcher([$0]).matchesAll(in: text.unicodeScalars) } ?? true
        }
      }
    }
  }

  /// Loads the indexes that searches need, so that the first search is as fast as the next.
  public func prepareSearch() throws {
    let matcher = try openNameMatcher()
    try read { _ = try nameIndex($0, matcher: matcher) }
  }
}
