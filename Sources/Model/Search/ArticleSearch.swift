import GRDB

/// One search in a library, as it is at one moment.
///
/// What each term finds is a set of articles, and a query combines sets; so all are counted, and the
/// first are found in list order, without ranking what nobody looks at.
struct ArticleSearch {
  private let library: Library
  private let db: Database
  private let catalog: Catalog
  /// The query's words that are words of the index, and therefore found behind particles too.
  private var widened: Set<[UInt8]> = []

  /// Makes a search in the library as `db` sees it.
  init(library: Library, db: Database, catalog: Catalog) {
    self.library = library
    self.db = db
    self.catalog = catalog
  }

  /// Finds what `query` wants and gives the asked ones of the hits.
  mutating func run(
    _ query: SearchQuery, order: ArticleOrder, hits: Range<Int>
  ) throws -> SearchResults {
    for term in query.terms {
      if let word = term.words.first, term.words.count == 1, WordFronts.widens(word),
        try isWord(word)
      {
        widened.insert(word)
      }
    }
    let found = try find(query)
    let matcher = QueryMatcher(query.wanted, widened: widened)
    let places = places(of: found, order: order, hits: hits)
    return SearchResults(
      hits: try places.compactMap { try hit($0, matcher, found.entities) },
      total: found.all.count, entities: found.entities, matcher: matcher)
  }

  /// What a query found.
  private struct Found {
    /// All articles.
    var all: ArticleSet
    /// Those found in title or names by every word.
    var foremost: ArticleSet
    /// The entities that were found.
    var entities: Set<EntityID>
  }

  private func find(_ query: SearchQuery) throws -> Found {
    var result: Found?
    for unit in try units(of: query.wanted) {
      let names = try articles(.names(unit))
      var all = try articles(with: unit, inTitle: false)
      var foremost = try articles(with: unit, inTitle: true)
      all.formUnion(names.articles)
      foremost.formUnion(names.articles)
      if result == nil {
        result = Found(all: all, foremost: foremost, entities: names.entities)
      } else {
        result?.all.formIntersection(all)
        result?.foremost.formIntersection(foremost)
        result?.entities.formUnion(names.entities)
      }
    }
    let none = ArticleSet(count: catalog.count)
    var found = result ?? Found(all: none, foremost: none, entities: [])
    for term in query.excluded {
      found.all.subtract(try articles(with: term, inTitle: false))
    }
    found.foremost.formIntersection(found.all)
    return found
  }

  /// Puts together the neighbouring words that some name has all of.
  ///
  /// "united kingdom" is one name; an article that names the United States and a kingdom is not
  /// meant, unless it has the words themselves.
  private func units(of terms: [SearchTerm]) throws -> [[SearchTerm]] {
    var units: [[SearchTerm]] = []
    var start = 0
    while start < terms.count {
      var end = terms.count
      while end > start + 1, try articles(.names(Array(terms[start..<end]))).entities.isEmpty {
        end -= 1
      }
      units.append(Array(terms[start..<end]))
      start = end
    }
    return units
  }

  /// The articles that have a term in their title, or anywhere.
  private func articles(with term: SearchTerm, inTitle: Bool) throws -> ArticleSet {
    let isWidened = isWidened(term)
    var found = try articles(.title(term, widened: isWidened)).articles
    if !inTitle { found.formUnion(try articles(.body(term, widened: isWidened)).articles) }
    return found
  }

  /// The articles that have all terms in their title, or anywhere.
  private func articles(with terms: [SearchTerm], inTitle: Bool) throws -> ArticleSet {
    var result: ArticleSet?
    for term in terms {
      let found = try articles(with: term, inTitle: inTitle)
      if result == nil { result = found } else { result?.formIntersection(found) }
    }
    return result ?? ArticleSet(count: catalog.count)
  }

  private func isWidened(_ term: SearchTerm) -> Bool {
    term.words.count == 1 && term.words.first.map(widened.contains) ?? false
  }
}

// MARK: - Asking the indexes

extension ArticleSearch {
  private func articles(_ key: FoundSets.Key) throws -> FoundSets.Found {
    if let known = library.foundSets.withLock({ $0.found(key, at: catalog.generation) }) {
      return known
    }
    let found =
      switch key {
      case .title(let term, let widened):
        try articles(
          matching: pattern(of: term, widened: widened),
          by: "SELECT rowid FROM title_index WHERE title_index MATCH ?")
      case .body(let term, let widened):
        try articles(
          matching: pattern(of: term, widened: widened),
          by: "SELECT rowid FROM body_index WHERE body_index MATCH ?")
      case .names(let terms): try named(terms)
      }
    library.foundSets.withLock { $0.keep(found, for: key, at: catalog.generation) }
    return found
  }

  private func pattern(of term: SearchTerm, widened: Bool) -> String {
    guard widened, let word = term.words.first else { return term.pattern }
    let wider = WordFronts.particles.map {
      SearchTerm.pattern([$0 + word], isPrefix: term.isPrefix)
    }
    return ([term.pattern] + wider).joined(separator: " OR ")
  }

  private func articles(matching pattern: String, by sql: String) throws -> FoundSets.Found {
    var set = ArticleSet(count: catalog.count)
    let ids = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: [pattern])
    while let id = try ids.next() {
      if let row = catalog.importRow(of: id) { set.insert(row) }
    }
    return FoundSets.Found(articles: set)
  }

  /// The entities that have a name with all of `terms`, and the articles that mention them.
  private func named(_ terms: [SearchTerm]) throws -> FoundSets.Found {
    let terms = terms.count == 1 ? terms.map(Self.forNames) : terms
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM name_index WHERE name_index MATCH ?")
    let ids = try Int64.fetchAll(
      statement, arguments: [terms.map(\.pattern).joined(separator: " AND ")])
    let matcher = QueryMatcher(terms)
    var found = FoundSets.Found(articles: ArticleSet(count: catalog.count))
    for id in ids {
      // The index has an entity's names together; one of them must have all terms.
      if terms.count > 1 {
        let names = try Library.entity(EntityID(rawValue: id), db)?.names ?? []
        guard names.contains(where: { matcher.matchesAll(in: $0.text.unicodeScalars) }) else {
          continue
        }
      }
      found.entities.insert(EntityID(rawValue: id))
      for article in try Library.articles(mentioning: id, db) {
        if let row = catalog.importRow(of: article) { found.articles.insert(row) }
      }
    }
    return found
  }

  /// A term as it is searched in names: one or two letters have to be the whole word, lest they
  /// find a tenth of all names.
  private static func forNames(_ term: SearchTerm) -> SearchTerm {
    var term = term
    let letters = term.words.last.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count }
    if term.words.count == 1, letters ?? 0 < 3 { term.isPrefix = false }
    return term
  }

  /// Whether a word stands by itself in some title or text.
  private func isWord(_ word: [UInt8]) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM title_index WHERE title_index MATCH :word)
          OR EXISTS (SELECT 1 FROM body_index WHERE body_index MATCH :word)
        """)
    return try Bool.fetchOne(
      statement, arguments: ["word": SearchTerm.pattern([word], isPrefix: false)]) ?? false
  }
}

// MARK: - Making hits

extension ArticleSearch {
  private func places(
    of found: Found, order: ArticleOrder, hits: Range<Int>
  ) -> [ArticlePlace] {
    var later = found.all
    later.subtract(found.foremost)
    var places: [ArticlePlace] = []
    var passed = 0
    for set in [found.foremost, later] {
      let count = set.count
      if passed + count <= hits.lowerBound {
        passed += count
        continue
      }
      for row in 0..<catalog.count where passed < hits.upperBound {
        let imported = catalog.importRow(at: row, order: order)
        guard set.contains(imported) else { continue }
        if hits.contains(passed) {
          places.append(ArticlePlace(id: ArticleID(rawValue: catalog.ids[imported]), index: row))
        }
        passed += 1
      }
    }
    return places
  }

  private func hit(
    _ place: ArticlePlace, _ matcher: QueryMatcher, _ entities: Set<EntityID>
  ) throws -> SearchHit? {
    guard
      let summary = try Library.summary(of: place.id.rawValue, db),
      let article = try Library.article(summary, db)
    else { return nil }
    var ranges = matcher.ranges(in: article)
    if !entities.isEmpty {
      let linked = try Library.linkedMentions(
        of: place.id.rawValue, length: article.text.count, db)
      let named = linked.filter { entities.contains($0.entity) }.map(\.mention.range)
      // A name that is itself written like the query is marked already.
      ranges = TextRange.merged(
        ranges + named.filter { name in !ranges.contains { $0.overlaps(name) } })
    }
    return SearchHit(
      summary: summary, row: place.index, ranges: ranges,
      snippet: Snippet(of: article, hits: ranges))
  }
}

extension QueryMatcher {
  /// Where the matches stand in an article's text: in the title by itself, and in its body.
  public func ranges(in article: Article) -> [TextRange] {
    let pieces = { (role: Paragraph.Role) in
      article.paragraphs.filter { $0.role == role }.map {
        (start: $0.range.lowerBound, text: article.text.slice($0.range))
      }
    }
    return TextRange.merged(ranges(in: pieces(.title)) + ranges(in: pieces(.body)))
  }
}
