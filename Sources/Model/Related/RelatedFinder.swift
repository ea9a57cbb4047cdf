import Foundation
import GRDB

/// Finds the articles of a library that cover the same story as one of them.
///
/// Posting lists of its entities and rare words give candidates in each language; only these are read
/// and compared.
struct RelatedFinder {
  private let library: Library
  private let db: Database
  private let catalog: Catalog
  private let facts: ArticleFacts
  private var rarity: Rarity

  /// How many candidates of each language are compared.
  private static let candidates = 48
  /// Libraries of so many articles are compared as a whole.
  private static let small = 512
  /// How many of an article's words are looked up, in the order of the text.
  private static let words = 512

  /// Whether candidates have to be chosen.
  private var isLarge: Bool { catalog.count > Self.small }

  /// Creates a finder for one state of the library.
  init(library: Library, db: Database) throws {
    self.library = library
    self.db = db
    catalog = try library.catalog(db)
    facts = try library.facts(db)
    let fresh = Rarity(articles: catalog.count)
    // It is taken out while it is used, so that what is added to it copies nothing.
    rarity = library.derived[Rarity.self].update(at: catalog.generation, from: fresh) { kept in
      let rarity = kept
      kept = fresh
      return rarity
    }
  }

  /// An article that was found.
  struct Found {
    /// The article.
    var id: Int64
    /// Its likeness to the other article.
    var likeness: Likeness.Result
  }

  /// The articles that have something in common with one, best first; equal ones in order of
  /// import.
  ///
  /// - Parameters:
  ///   - id: The article.
  ///   - limit: The most articles to return.
  ///   - accepts: Whether articles of a language are wanted.
  mutating func articles(
    relatedTo id: ArticleID, limit: Int, accepts: (Language) -> Bool = { _ in true }
  ) throws -> [Found] {
    guard let own = catalog.importRow(of: id.rawValue), let sketch = try sketch(of: id.rawValue)
    else { return [] }
    var promise = [Float](repeating: 0, count: catalog.count)
    let words = try words(of: id.rawValue, promise: &promise)
    try addEntities(of: sketch, to: &promise)
    let likeness = Likeness(sketch, words: words, pairs: .shared)
    let width = max(Self.candidates, limit)
    var found: [Found] = []
    for row in candidates(promise, width: width, accepts: accepts) where row != own {
      let other = catalog.ids[row]
      guard let sketch = try self.sketch(of: other) else { continue }
      let result = try likeness.compare(with: sketch, most: rarity.most) {
        try rarity.told(of: $0, db)
      }
      if result.score > 0 { found.append(Found(id: other, likeness: result)) }
    }
    found.sort { ($1.likeness.score, $0.id) < ($0.likeness.score, $1.id) }
    return Array(found.prefix(max(limit, 0)))
  }

  /// Returns the rarities to the library, with what was added to them.
  func finish() {
    let rarity = rarity
    library.derived[Rarity.self].update(at: catalog.generation, from: rarity) { $0 = rarity }
  }

  private func sketch(of id: Int64) throws -> ArticleSketch? {
    let sketches = library.derived[ArticleSketch.Memory.self]
    let empty = ArticleSketch.Memory(limit: ArticleSketch.kept)
    if let known = sketches.update(at: catalog.generation, from: empty, { $0[id] }) { return known }
    guard let summary = try Library.summary(of: id, db),
      let article = try Library.article(summary, db)
    else { return nil }
    let mentions = try Library.linkedMentions(of: id, length: article.text.count, db)
    let sketch = ArticleSketch(article, mentions: mentions)
    sketches.update(at: catalog.generation, from: empty) { $0[id] = sketch }
    return sketch
  }

  /// The article's words; articles that have the rare ones are noted as promising.
  private mutating func words(
    of id: Int64, promise: inout [Float]
  ) throws -> [Likeness.Word] {
    guard let summary = try Library.summary(of: id, db),
      let article = try Library.article(summary, db)
    else { return [] }
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM body_index WHERE body_index MATCH ? LIMIT \(Rarity.lookedAt + 1)")
    var words: [Likeness.Word] = []
    for bytes in article.bareWords.prefix(Self.words) {
      let hash = StableHash.of(bytes: bytes)
      var information = rarity.information(ofWord: hash)
      if isLarge || information == nil {
        let pattern = FTSPattern.phrase([bytes])
        let ids = try Int64.fetchAll(statement, arguments: [pattern])
        let told = information ?? rarity.note(hash, in: ids, of: catalog)
        if isLarge, ids.count <= Rarity.lookedAt {
          for row in ids.compactMap(catalog.importRow) { promise[row] += Float(told * told) }
        }
        information = told
      }
      // Numbers are figures, which have their own information content.
      if let information, !bytes.startsWithDigit {
        words.append(Likeness.Word(hash: hash, information: information))
      }
    }
    return words
  }

  private mutating func addEntities(of sketch: ArticleSketch, to promise: inout [Float]) throws {
    guard isLarge else { return }
    for (entity, count) in sketch.entities.sorted(by: { $0.key < $1.key }) {
      let information = try rarity.told(of: entity, db).information
      let part = Float(Likeness.weight(count, information) * information)
      for article in try Library.articles(mentioning: entity.rawValue, db) {
        if let row = catalog.importRow(of: article) { promise[row] += part }
      }
    }
  }

  /// The rows of the most promising articles of each language; of a small library all.
  private func candidates(
    _ promise: [Float], width: Int, accepts: (Language) -> Bool
  ) -> [Int] {
    guard isLarge else {
      return facts.languages.indices.filter { accepts(facts.languages[$0]) }
    }
    return Language.allCases.filter(accepts).flatMap { language in
      var best: [(promise: Float, row: Int)] = []
      var least: Float = 0
      for row in promise.indices where promise[row] > least && facts.languages[row] == language {
        let place = best.partitioningIndex { $0.promise < promise[row] }
        best.insert((promise[row], row), at: place)
        guard best.count > width else { continue }
        best.removeLast()
        least = best[width - 1].promise
      }
      return best.map(\.row)
    }
  }
}
