import Foundation
import GRDB

/// How rare entities and words are in a library.
///
/// Answers are kept, as neighbouring articles ask for much the same.
struct Rarity: Sendable {
  /// How many articles there are.
  let articles: Int

  /// The information content of an entity.
  struct Told: Sendable {
    /// The information content in nats.
    var information: Double
    /// Whether it is named in both scripts, so that articles of both languages can share it.
    var isInBothScripts: Bool
  }

  private var entities: [EntityID: Told] = [:]
  private var words: [UInt64: Double] = [:]

  /// How many words are kept; a library of news has hundreds of thousands.
  private static let limit = 1 << 18
  /// How many articles of a word are counted; the number of more is estimated from how densely these
  /// lie.
  static let lookedAt = 256

  /// Creates the rarities for a library with a number of articles.
  init(articles: Int) {
    self.articles = articles
  }

  /// The information content of a feature that `count` articles have, in nats (inverse document
  /// frequency, idf).
  func information(count: Double) -> Double {
    Rareness.information(count: count, of: articles)
  }

  /// The highest information content there is: that of a feature of a single article.
  var most: Double { information(count: 1) }

  /// The information content of an entity.
  mutating func told(of entity: EntityID, _ db: Database) throws -> Told {
    if let known = entities[entity] { return known }
    let statement = try db.cachedStatement(
      sql: "SELECT articles, names FROM entity WHERE id = ?")
    var told = Told(information: 0, isInBothScripts: false)
    if let row = try Row.fetchOne(statement, arguments: [entity.rawValue]) {
      told.information = information(
        count: Double(Postings.count(in: try row.decode(Data.self, atIndex: 0))))
      var names = try PackedReader(row.decode(atIndex: 1))
      let scripts = Set(try names.readNames().filter { $0.count > 0 }.map(\.script))
      told.isInBothScripts = scripts.isSuperset(of: [.arabic, .latin])
    }
    entities[entity] = told
    return told
  }

  /// The information content of a word, if it is known.
  func information(ofWord word: UInt64) -> Double? {
    words[word]
  }

  /// Computes the information content of a word from its first articles in order of import.
  mutating func note(_ word: UInt64, in found: [Int64], of catalog: Catalog) -> Double {
    var count = Double(found.count)
    if found.count > Self.lookedAt, let first = catalog.ids.first, let last = found.last,
      let row = catalog.importRow(of: last), catalog.importRow(of: first) != nil
    {
      count *= Double(catalog.count) / Double(row + 1)
    }
    if words.count >= Self.limit { words.removeAll() }
    let information = information(count: count)
    words[word] = information
    return information
  }
}
