import Foundation
import GRDB

/// Finds the entities that co-occur with another in more articles than chance explains.
struct CompanionFinder {
  private let id: EntityID
  private let articles: [Int64]
  private let catalog: Catalog
  private let db: Database

  /// How many of an entity's articles are searched for companions; of more, an even sample.
  private static let sample = 1_000
  /// How many entities found there are weighed by the sample, the most frequent first.
  private static let considered = 512
  /// How many of these are counted in all articles, the weightiest first.
  private static let counted = 48

  /// Creates a finder for the companions of an entity that `articles` mention.
  init(of id: EntityID, in articles: [Int64], catalog: Catalog, _ db: Database) {
    self.id = id
    self.articles = articles
    self.catalog = catalog
    self.db = db
  }

  /// The most significant companions, counted over all articles.
  ///
  /// The weight of an entity is the number of articles they share, times the logarithm of its ratio to
  /// the number expected by chance. That is the pair's term in Dunning's likelihood ratio ("Accurate Methods for the Statistics of Surprise and
  /// Coincidence", 1993); an entity that every article names is nobody's companion.
  func companions(limit: Int) throws -> [Companion] {
    var set = ArticleSet(count: catalog.count)
    for row in articles.compactMap(catalog.importRow) { set.insert(row) }
    var found: [(id: Int64, shared: Int, weight: Double)] = []
    for candidate in try candidates() {
      let others = try Library.articles(mentioning: candidate, db)
      let shared = others.reduce(0) { count, article in
        catalog.importRow(of: article).map(set.contains) == true ? count + 1 : count
      }
      guard shared > 0 else { continue }
      found.append((candidate, shared, weight(shared: shared, others: others.count)))
    }
    found.sort { ($1.weight, $1.shared, $0.id) < ($0.weight, $0.shared, $1.id) }
    return try found.prefix(max(limit, 0)).compactMap { one in
      try Library.entity(EntityID(rawValue: one.id), db).map {
        Companion(entity: $0, articles: one.shared)
      }
    }
  }

  private func weight(shared: Int, others: Int) -> Double {
    Double(shared)
      * Rareness.association(shared: shared, articles.count, others, of: catalog.count)
  }

  /// The entities that are worth counting, judged by the sample.
  private func candidates() throws -> [Int64] {
    let step = max((articles.count + Self.sample - 1) / Self.sample, 1)
    var counts: [Int64: Int] = [:]
    var owners = ClusterOwners(db: db)
    for index in stride(from: 0, to: articles.count, by: step) {
      for entity in try owners.entities(of: articles[index]) where entity != id.rawValue {
        counts[entity, default: 0] += 1
      }
    }
    let frequent = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let statement = try db.cachedStatement(sql: "SELECT length(articles) FROM entity WHERE id = ?")
    let weighed = try frequent.prefix(Self.considered).map { id, shared in
      // SQLite knows the length without reading the bytes, and an article takes one to three.
      let others = try Int.fetchOne(statement, arguments: [id]) ?? 0
      return (id: id, shared: shared, weight: weight(shared: shared * step, others: others))
    }.sorted { ($1.weight, $1.shared, $0.id) < ($0.weight, $0.shared, $1.id) }
    return weighed.prefix(Self.counted).map(\.id)
  }
}

/// Whose the clusters of articles are; each cluster is looked up once.
private struct ClusterOwners {
  let db: Database
  private var known: [Int64: Int64?] = [:]

  init(db: Database) {
    self.db = db
  }

  /// The entities that an article names, each once.
  mutating func entities(of article: Int64) throws -> Set<Int64> {
    let statement = try db.cachedStatement(sql: "SELECT clusters FROM link WHERE article = ?")
    guard let links = try Data.fetchOne(statement, arguments: [article]) else { return [] }
    var entities: Set<Int64> = []
    for cluster in try ClusterStore.clusters(in: links) {
      guard let cluster else { continue }
      let owner = try known[cluster] ?? ClusterStore(db: db).owner(of: cluster)
      known[cluster] = .some(owner)
      if let owner { entities.insert(owner) }
    }
    return entities
  }
}
