import GRDB

// Conditions of a query on more than words.
extension ArticleSearch {
  /// The articles that meet a test, and the entities that it names.
  func articles(_ test: QueryCondition.Test) throws -> FoundSets.Found {
    switch test {
    case .name(let kind, let term):
      let found = try articles(.names([term], kind: kind, .anySpelling))
      guard found.entities.isEmpty else { return found }
      return try articles(.names([term], kind: kind, .oneEdit))
    case .entity(let entity, let anchor):
      let isThere = names.row(of: entity.rawValue) != nil
      let heir = isThere ? nil : try anchor.flatMap { try Library.entity(named: $0, db) }
      let id = heir ?? entity
      var found = FoundSets.Found(articles: ArticleSet(count: catalog.count))
      if let row = names.row(of: id.rawValue) {
        try names.insertArticles(of: row, into: &found.articles, catalog)
        found.entities = [Int32(truncatingIfNeeded: row)]
      }
      return found
    case .language, .source, .givenBy, .notBefore, .before:
      return try articles(.header(test))
    // Reading, stars and notes change without the articles, so these answers are not kept.
    case .read(let isRead):
      let read = try articles(by: "SELECT article FROM reading WHERE isRead")
      guard !isRead else { return FoundSets.Found(articles: read) }
      var unread = ArticleSet(all: catalog.count)
      unread.subtract(read)
      return FoundSets.Found(articles: unread)
    case .starred:
      return FoundSets.Found(articles: try articles(by: "SELECT article FROM star"))
    case .noted(let term): return try noted(term)
    case .watched(let term): return try watched(term)
    }
  }

  /// The articles whose note has a term, or that mention an entity of which a note has it, and these
  /// entities; without a term, the articles that have a note, and the entities.
  private func noted(_ term: SearchTerm?) throws -> FoundSets.Found {
    let matcher = term.map { QueryMatcher([$0]) }
    let passes = { (text: String) in matcher?.matchesAll(in: text.unicodeScalars) ?? true }
    var found = FoundSets.Found(articles: ArticleSet(count: catalog.count))
    let store = NoteStore(db: db)
    for article in try store.articles(where: passes) {
      if let row = catalog.importRow(of: article.rawValue) { found.articles.insert(row) }
    }
    for row in try store.entities(where: passes).keys.compactMap({ names.row(of: $0.rawValue) }) {
      found.entities.insert(Int32(truncatingIfNeeded: row))
      if term != nil { try names.insertArticles(of: row, into: &found.articles, catalog) }
    }
    return found
  }

  /// The articles that mention an entity on a list of names, and these entities.
  private func watched(_ term: SearchTerm?) throws -> FoundSets.Found {
    var found = FoundSets.Found(articles: ArticleSet(count: catalog.count))
    let matcher = term.map { QueryMatcher([$0]) }
    for list in try library.watchedEntities(db).lists
    where matcher?.matchesAll(in: list.name.unicodeScalars) ?? true {
      for row in list.entities.compactMap(names.row) {
        try names.insertArticles(of: row, into: &found.articles, catalog)
        found.entities.insert(Int32(truncatingIfNeeded: row))
      }
    }
    return found
  }

  /// The articles whose metadata meets a test.
  func articles(withHeader test: QueryCondition.Test) throws -> ArticleSet {
    switch test {
    case .language(let language):
      return try articles(by: "SELECT id FROM article WHERE language = ?", [language.rawValue])
    case .source(let term):
      let matcher = QueryMatcher([term])
      var found = ArticleSet(count: catalog.count)
      for source in try String.fetchAll(
        db, sql: "SELECT DISTINCT source FROM article WHERE source IS NOT NULL")
      where matcher.matchesAll(in: source.unicodeScalars) {
        found.formUnion(try articles(by: "SELECT id FROM article WHERE source = ?", [source]))
      }
      for (target, listed) in try SourceName.all(db)
      where [listed.name, listed.group ?? ""].contains(where: {
        matcher.matchesAll(in: $0.unicodeScalars)
      }) {
        found.formUnion(try articles(givenBy: target))
      }
      return found
    case .givenBy(let targets):
      var found = ArticleSet(count: catalog.count)
      for target in targets { found.formUnion(try articles(givenBy: target)) }
      return found
    // The age is the time of the date, negative; articles without a date have the greatest.
    case .notBefore(let seconds):
      return try articles(by: "SELECT id FROM article WHERE age <= ?", [-seconds])
    case .before(let seconds):
      return try articles(
        by: "SELECT id FROM article WHERE age > ? AND age < ?", [-seconds, Int64.max])
    case .name, .entity, .read, .starred, .noted, .watched:
      return ArticleSet(count: catalog.count)
    }
  }

  /// The articles that a source gave.
  private func articles(givenBy target: String) throws -> ArticleSet {
    try articles(
      by: "SELECT place.article FROM \(SourcePlaces.table)", SourcePlaces(of: target).arguments)
  }
}
