import GRDB

// Lookups in the indexes; answers are kept while a query is typed.
extension ArticleSearch {
  func articles(_ key: FoundSets.Key) throws -> FoundSets.Found {
    let sets = library.derived[FoundSets.Memory.self]
    let empty = FoundSets.Memory(limit: FoundSets.limit)
    if let known = sets.update(at: catalog.generation, from: empty, { $0[key] }) { return known }
    let found =
      switch key {
      case .title(let term, let reach):
        FoundSets.Found(
          articles: try articles(
            by: "SELECT rowid FROM title_index WHERE title_index MATCH ?",
            [Self.pattern(of: term, reach)]))
      case .body(let term, let reach):
        FoundSets.Found(
          articles: try articles(
            by: "SELECT rowid FROM body_index WHERE body_index MATCH ?",
            [Self.pattern(of: term, reach)]))
      case .names(let terms, let kind, let spelling): try named(terms, kind: kind, spelling)
      case .header(let test): FoundSets.Found(articles: try articles(withHeader: test))
      }
    sets.update(at: catalog.generation, from: empty) { $0[key] = found }
    return found
  }

  /// The pattern of a term by itself, or behind what may stand before it.
  private static func pattern(of term: SearchTerm, _ reach: WordFronts.Reach) -> String {
    guard reach != .none, let word = term.words.first else { return term.pattern }
    return reach.fronts.map { FTSPattern.phrase([$0 + word], isPrefix: term.isPrefix) }
      .joined(separator: " OR ")
  }

  /// The articles with the numbers that a statement selects.
  func articles(by sql: String, _ arguments: StatementArguments = []) throws -> ArticleSet {
    var set = ArticleSet(count: catalog.count)
    let ids = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let id = try ids.next() {
      if let row = catalog.importRow(of: id) { set.insert(row) }
    }
    return set
  }

  /// Whether a word occurs by itself, or behind a conjunction, in some title or text.
  func isWord(_ word: [UInt8]) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM title_index WHERE title_index MATCH :word)
          OR EXISTS (SELECT 1 FROM body_index WHERE body_index MATCH :word)
        """)
    let words = [word] + WordFronts.conjunctions.map { $0 + word }
    return try Bool.fetchOne(
      statement,
      arguments: ["word": words.map { FTSPattern.phrase([$0]) }.joined(separator: " OR ")]) ?? false
  }
}
