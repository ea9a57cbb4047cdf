import Foundation
import GRDB

/// Reads what a library knows of the names of a few new articles.
struct ContextReader {
  private let db: Database
  private let store: ClusterStore
  /// Tells which clusters might be one.
  private var comparison: ClusterComparison?
  /// The clusters that were read; the same few surnames lead to the same people again and again.
  private var known: [Int64: StoredCluster] = [:]
  /// The clusters of the keys that were asked for.
  private var ofSound: [Int64: [Int64]] = [:]

  /// The number of an entity's best attested clusters that are looked at, beside those that were found.
  private static let mostClusters = 4

  /// Prepares to read.
  init(_ db: Database, comparison: ClusterComparison?) {
    self.db = db
    self.comparison = comparison
    store = ClusterStore(db: db)
  }

  /// The entities that clusters of `count` new articles are of, or might be.
  mutating func context(of clusters: [Cluster], beside count: Int) throws -> LibraryContext {
    var found: [Int64: [Int64: Cluster]] = [:]
    func add(_ stored: [StoredCluster]) {
      for stored in stored {
        if let entity = stored.entity {
          found[entity, default: [:]][stored.cluster.id] = stored.cluster
        }
      }
    }
    for cluster in clusters {
      if !cluster.isLone, let stored = try self.cluster(cluster.id) {
        add([stored])
      } else {
        add(try candidates(for: cluster))
      }
    }
    let entities = found.keys.sorted()
    for entity in entities { add(try best(of: entity)) }
    var context = LibraryContext(articleCount: try Library.articleCount(db) - count)
    let numbers = 0...Int(try Self.lastArticle(db))
    var isSampled = ArticleSet(count: numbers.count)
    for entity in entities {
      let articles = try articles(of: entity)
      let count = Postings.count(in: articles)
      let sample = try Self.sample(of: articles, count: count)
      for article in sample where numbers.contains(Int(article)) { isSampled.insert(Int(article)) }
      context.entities.append(
        LibraryContext.Entity(
          clusters: (found[entity] ?? [:]).sorted { $0.key < $1.key }.map(\.value),
          articleCount: count, sample: sample, articles: []))
    }
    for (place, entity) in entities.enumerated() {
      // Read again, since all of them together take as much memory as the library has of them.
      try Postings.forEach(in: Array(articles(of: entity))[...]) { article in
        guard numbers.contains(Int(article)), isSampled.contains(Int(article)) else { return }
        context.entities[place].articles.append(article)
      }
    }
    return context
  }

  // MARK: - Clusters

  /// The known clusters that a new one might be: of the same name, the same well-known entity, or alike
  /// in sound.
  private mutating func candidates(for cluster: Cluster) throws -> [StoredCluster] {
    let columns = StoredCluster.columnsWithoutArticles
    var found: [StoredCluster] = []
    if !cluster.isLone {
      found += try store.fetch(
        "SELECT \(columns) FROM cluster WHERE key = ? AND NOT isLone", [cluster.key])
    }
    if let known = cluster.known {
      found += try store.fetch("SELECT \(columns) FROM cluster WHERE known = ? LIMIT 1", [known])
    }
    for sound in cluster.sounds {
      for key in SoundKey.matches(for: sound, kind: cluster.kind) {
        for id in try clusters(sounding: key) {
          guard let other = try self.cluster(id) else { continue }
          if comparison?.mayBeOne(cluster, other.cluster) ?? true { found.append(other) }
        }
      }
    }
    return found
  }

  private mutating func clusters(sounding key: Int64) throws -> [Int64] {
    if let own = ofSound[key] { return own }
    let statement = try db.cachedStatement(
      sql: "SELECT cluster FROM cluster_sound WHERE sound = ? LIMIT ?")
    let own = try Int64.fetchAll(statement, arguments: [key, SoundIndex.longestList + 1])
    ofSound[key] = own.count <= SoundIndex.longestList ? own : []
    return ofSound[key] ?? []
  }

  private mutating func cluster(_ id: Int64) throws -> StoredCluster? {
    if let cluster = known[id] { return cluster }
    let statement = "SELECT \(StoredCluster.columnsWithoutArticles) FROM cluster WHERE id = ?"
    let cluster = try store.fetch(statement, [id]).first
    known[id] = cluster
    return cluster
  }

  /// The clusters of an entity that are found in most articles.
  private func best(of entity: Int64) throws -> [StoredCluster] {
    try store.fetch(
      """
      SELECT \(StoredCluster.columnsWithoutArticles) FROM cluster
      WHERE entity = ? AND NOT isLone ORDER BY length(articles) DESC, id LIMIT ?
      """, [entity, Self.mostClusters])
  }

  // MARK: - Articles

  private static func lastArticle(_ db: Database) throws -> Int64 {
    max(0, try Int64.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0)
  }

  private func articles(of entity: Int64) throws -> Data {
    let statement = try db.cachedStatement(sql: "SELECT articles FROM entity WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [entity]) ?? Data()
  }

  /// Some articles of an entity, evenly spread.
  private static func sample(of articles: Data, count: Int) throws -> [Int64] {
    let stride = max(1, count / LibraryContext.sampleLimit)
    var sample: [Int64] = []
    var place = 0
    try Postings.forEach(in: Array(articles)[...]) { article in
      if place % stride == 0, sample.count < LibraryContext.sampleLimit { sample.append(article) }
      place += 1
    }
    return sample
  }
}
