import GRDB

/// A search in one state of a library.
///
/// Each term gives a set of articles, and a query combines sets. So all matches are counted, and the
/// first are found in list order, without ranking any that are not shown.
struct ArticleSearch {
  let library: Library
  let db: Database
  let catalog: Catalog
  let names: NameIndex
  /// The query's words that are words of the index or the lexicon, and are therefore looked for behind
  /// prepositions too.
  private var widened: Set<[UInt8]> = []

  /// Creates a search in the state of the library that `db` sees, for hits in an order.
  init(
    library: Library, db: Database, matcher: NameMatcher, order: ArticleOrder = .path
  ) throws {
    self.library = library
    self.db = db
    catalog = try library.catalog(db, order)
    names = try library.nameIndex(db, matcher: matcher)
  }

  /// A word that occurs in more articles than this is no typing error.
  private static let mostForgiven = 20

  /// The matches of a query.
  struct Found {
    /// All articles.
    var all: ArticleSet
    /// Those that have the words themselves or name them; the others have them behind particles, or
    /// with a typing error.
    var exact: ArticleSet
    /// Those found in title or names by every word.
    var foremost: ArticleSet
    /// The rows in the name index of the entities whose mentions are hits.
    var entities: Set<Int32> = []
    /// The rows of entities that were found by name: those to list.
    var named: Set<Int32> = []
    /// Those of them that one edit of a word found.
    var forgiven: Set<Int32> = []
  }

  /// Finds the matches of `query` and returns the requested hits.
  mutating func run(
    _ query: SearchQuery, order: ArticleOrder, hits: Range<Int>
  ) throws -> SearchResults {
    let found = try find(query)
    let matcher = QueryMatcher(query.wanted, widened: widened)
    let notes = query.notesWanted
    let entities = Set(found.entities.map { EntityID(rawValue: names.id(Int($0))) })
    return SearchResults(
      hits: try articles(of: found, order: order, hits: hits).compactMap {
        try hit($0, matcher, entities, notes)
      },
      total: found.all.count, names: try groups(of: found, named: query.wanted))
  }

  /// The articles that match `query`.
  mutating func articles(_ query: SearchQuery) throws -> ArticleSet {
    try find(query).all
  }

  private mutating func find(_ query: SearchQuery) throws -> Found {
    for term in query.terms where term.takesParticles {
      guard let word = term.words.first else { continue }
      if try library.knows(word) || isWord(word) { widened.insert(word) }
    }
    var found = try findWords(query)
    for condition in query.conditions {
      let met = try articles(condition.test)
      if condition.isExcluded {
        found.all.subtract(met.articles)
      } else {
        found.all.formIntersection(met.articles)
        found.entities.formUnion(met.entities)
        found.named.formUnion(met.entities)
      }
    }
    for term in query.excluded {
      found.all.subtract(try articles(with: term, inTitle: false))
    }
    found.exact.formIntersection(found.all)
    found.foremost.formIntersection(found.exact)
    return found
  }

  /// The matches of the wanted words; all articles if there are none.
  private func findWords(_ query: SearchQuery) throws -> Found {
    var result: Found?
    for unit in query.isLiteral ? query.wanted.map({ [$0] }) : try units(of: query.wanted) {
      let one = query.isLiteral ? try findLiterally(unit) : try find(unit)
      guard var sum = result else {
        result = one
        continue
      }
      sum.all.formIntersection(one.all)
      sum.exact.formIntersection(one.exact)
      sum.foremost.formIntersection(one.foremost)
      sum.entities.formUnion(one.entities)
      sum.named.formUnion(one.named)
      sum.forgiven.formUnion(one.forgiven)
      result = sum
    }
    if let result { return result }
    let all = ArticleSet(all: catalog.count)
    return Found(all: all, exact: all, foremost: ArticleSet(count: catalog.count))
  }

  /// The matches of neighbouring words in title, text and names.
  private func find(_ unit: [SearchTerm]) throws -> Found {
    let named = try articles(.names(unit, kind: nil, .anySpelling))
    var exact = try articles(with: unit, inTitle: false, alone: true)
    var all = try articles(with: unit, inTitle: false)
    var foremost = try articles(with: unit, inTitle: true, alone: true)
    exact.formUnion(named.articles)
    all.formUnion(named.articles)
    foremost.formUnion(named.articles)
    var found = Found(
      all: all, exact: exact, foremost: foremost, entities: named.entities, named: named.entities)
    if named.entities.isEmpty, unit.count == 1, all.count <= Self.mostForgiven {
      let forgiven = try articles(.names(unit, kind: nil, .oneEdit))
      found.all.formUnion(forgiven.articles)
      found.entities = forgiven.entities
      found.named = forgiven.entities
      found.forgiven = forgiven.entities
    }
    return found
  }

  /// The matches of words exactly as they are spelled; entities are listed, but their other names are
  /// not hits.
  private func findLiterally(_ unit: [SearchTerm]) throws -> Found {
    let all = try articles(with: unit, inTitle: false)
    return Found(
      all: all, exact: all, foremost: try articles(with: unit, inTitle: true),
      named: try articles(.names(unit, kind: nil, .asSpelled)).entities)
  }

  /// Groups neighbouring words that occur together in some name.
  ///
  /// "united kingdom" is one name; an article that names the United States and a kingdom is not
  /// meant, unless it has the words themselves.
  private func units(of terms: [SearchTerm]) throws -> [[SearchTerm]] {
    var units: [[SearchTerm]] = []
    var start = 0
    while start < terms.count {
      var end = terms.count
      while end > start + 1,
        try articles(.names(Array(terms[start..<end]), kind: nil, .anySpelling)).entities.isEmpty
      {
        end -= 1
      }
      units.append(Array(terms[start..<end]))
      start = end
    }
    return units
  }

  /// The articles that have a term in their title, or anywhere, behind particles too unless it is to
  /// stand alone.
  private func articles(
    with term: SearchTerm, inTitle: Bool, alone: Bool = false
  ) throws -> ArticleSet {
    var found = ArticleSet(count: catalog.count)
    let reach = term.reach(widened)
    for reach in alone || reach == .none ? [.none] : [.none, reach] {
      found.formUnion(try articles(.title(term, reach)).articles)
      if !inTitle { found.formUnion(try articles(.body(term, reach)).articles) }
    }
    return found
  }

  /// The articles that have all terms in their title, or anywhere.
  private func articles(
    with terms: [SearchTerm], inTitle: Bool, alone: Bool = false
  ) throws -> ArticleSet {
    var result: ArticleSet?
    for term in terms {
      let found = try articles(with: term, inTitle: inTitle, alone: alone)
      if result == nil { result = found } else { result?.formIntersection(found) }
    }
    return result ?? ArticleSet(count: catalog.count)
  }
}
