import Foundation
import GRDB

/// All entities, clusters and links of a library as they should be stored.
struct WholeJoining {
  private var judgements: [Judgement] = []
  private var neighbourhood = Neighbourhood()
  private var regrouping: Regrouping?
  /// By ascending numbers.
  private let links: [ClusterStore.LinkRow]
  /// By ascending numbers.
  private var sounds: [ClusterStore.SoundRow] = []
  /// The article of each record, ascending.
  private let records: [Int64]
  /// The cluster of each record: an index; below 0 where it is of none.
  private var clusterOfRecord: [Int32]

  /// Takes a resolution of records over, given the article of each record in ascending order.
  init(_ resolution: consuming Resolution, of records: [Int64]) {
    self.records = records
    neighbourhood.links = resolution.links
    var clusters = resolution.clusters
    links = resolution.links.map { link in ClusterStore.LinkRow(link) { clusters[$0].id } }
    resolution = Resolution(clusters: [], links: [])
    // A record in doubt that other articles do not speak for is of no cluster.
    clusterOfRecord = [Int32](repeating: -1, count: records.count)
    neighbourhood.clusters.reserveCapacity(clusters.count)
    for place in clusters.indices {
      for sound in clusters[place].sounds {
        sounds.append(ClusterStore.SoundRow(sound: sound, cluster: clusters[place].id))
      }
      var articles: [Int64] = []
      for member in clusters[place].members {
        clusterOfRecord[Int(member)] = Int32(place)
        if articles.last != records[Int(member)] { articles.append(records[Int(member)]) }
      }
      // A library has hundreds of thousands of clusters: what was taken from them is let go.
      (clusters[place].members, clusters[place].sounds) = ([], [])
      neighbourhood.clusters.append(
        StoredCluster(
          cluster: clusters[place], articles: Data(Postings.packed(articles)), entity: nil))
    }
    sounds.sort { ($0.sound, $0.cluster) < ($1.sound, $1.cluster) }
  }

  /// Makes entities under the judgements that the library has.
  mutating func regroup(_ db: Database) throws {
    judgements = try JudgementStore(db: db).all()
    neighbourhood.shares = try FormerEntities(db).shares(of: records, clusters: clusterOfRecord)
    regrouping = try Regrouping(neighbourhood, under: judgements, db) { _ in false }
    neighbourhood.shares = []
  }

  /// Whether the judgements are still those that the entities were made under.
  func isCurrent(_ db: Database) throws -> Bool {
    try JudgementStore(db: db).all() == judgements
  }

  // MARK: - Writing

  /// Writes what is new or changed, and removes what is gone.
  func write(_ db: Database) throws {
    guard let regrouping else { return }
    try EntityWriter(db: db).write(
      regrouping.entities,
      over: Row.fetchCursor(db, sql: "SELECT id, kind, names, articles FROM entity ORDER BY id")
        .map(EntityRow.init(row:)))
    let store = ClusterStore(db: db)
    try writeClusters(store, regrouping.owners)
    try writeClusterLinks(store)
    try writeSounds(store)
    try writeLinks(store)
  }

  private func writeClusters(_ store: ClusterStore, _ owners: [Int64?]) throws {
    func row(_ place: Int) -> ClusterRow {
      let stored = neighbourhood.clusters[place]
      return ClusterRow(stored.cluster, articles: stored.articles, entity: owners[place])
    }
    let stored = try Row.fetchCursor(
      store.db, sql: "SELECT \(ClusterRow.columns) FROM cluster ORDER BY id")
    let difference = try RowDifference(
      neighbourhood.clusters.count, from: stored.map(ClusterRow.init(row:)),
      by: { $0.id < $1.id }, wanted: row)
    for cluster in difference.gone { try store.delete(cluster.id) }
    for (place, _) in difference.changed { try store.write(row(place)) }
    for place in difference.new { try store.write(row(Int(place))) }
  }

  private func writeClusterLinks(_ store: ClusterStore) throws {
    let stored = try Row.fetchCursor(
      store.db,
      sql: "SELECT left, right, reason, confidence FROM cluster_link ORDER BY left, right")
    let difference = try RowDifference(links, from: stored.map(ClusterStore.LinkRow.init(row:))) {
      ($0.left, $0.right) < ($1.left, $1.right)
    }
    for link in difference.gone { try store.delete(link) }
    for (place, _) in difference.changed { try store.write(links[place]) }
    for place in difference.new { try store.write(links[Int(place)]) }
  }

  private func writeSounds(_ store: ClusterStore) throws {
    let stored = try Row.fetchCursor(
      store.db, sql: "SELECT sound, cluster FROM cluster_sound ORDER BY sound, cluster")
    let difference = try RowDifference(
      sounds,
      from: stored.map {
        try ClusterStore.SoundRow(sound: $0.decode(atIndex: 0), cluster: $0.decode(atIndex: 1))
      }
    ) {
      ($0.sound, $0.cluster) < ($1.sound, $1.cluster)
    }
    for sound in difference.gone { try store.delete(sound) }
    for place in difference.new { try store.write(sounds[Int(place)]) }
  }

  /// The clusters of an article's own entities, as they are written.
  private struct ArticleLinks: Equatable {
    var article: Int64
    var clusters: Data
  }

  /// Writes the links of articles; those of articles that are gone went with them.
  private func writeLinks(_ store: ClusterStore) throws {
    var starts = records.indices.filter { $0 == 0 || records[$0] != records[$0 - 1] }
    starts.append(records.count)
    func links(_ place: Int) -> ArticleLinks {
      let own = clusterOfRecord[starts[place]..<starts[place + 1]].map { cluster in
        cluster < 0 ? nil : neighbourhood.clusters[Int(cluster)].cluster.id
      }
      return ArticleLinks(article: records[starts[place]], clusters: ClusterStore.packed(own))
    }
    let stored = try Row.fetchCursor(
      store.db, sql: "SELECT article, clusters FROM link ORDER BY article")
    let difference = try RowDifference(
      starts.count - 1,
      from: stored.map {
        try ArticleLinks(article: $0.decode(atIndex: 0), clusters: $0.decode(atIndex: 1))
      },
      by: { $0.article < $1.article }, wanted: links)
    for place in difference.changed.map(\.wanted) + difference.new.map(Int.init) {
      try store.write(links(place).clusters, of: records[starts[place]])
    }
  }
}

/// The entities that the articles' names were of before they are resolved again.
private struct FormerEntities {
  private let db: Database
  /// The owners of clusters that are not an entity of their own number.
  private var moved: [Int64: Int64?] = [:]

  /// Prepares to read what is stored.
  init(_ db: Database) throws {
    self.db = db
    let rows = try Row.fetchCursor(db, sql: "SELECT id, entity FROM cluster WHERE entity IS NOT id")
    while let row = try rows.next() {
      moved[try row.decode(atIndex: 0)] = .some(try row.decode(atIndex: 1))
    }
  }

  private struct Pair: Hashable {
    var cluster: Int32
    var former: Int64
  }

  /// How many records of each new cluster were of each former entity.
  ///
  /// - Parameters:
  ///   - records: The article of each record, in ascending order.
  ///   - clusters: The cluster of each record; below 0 where it is of none.
  func shares(of records: [Int64], clusters: [Int32]) throws -> [Neighbourhood.Share] {
    var weights: [Pair: Int] = [:]
    var start = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT article, clusters FROM link ORDER BY article")
    while let row = try rows.next() {
      let article: Int64 = try row.decode(atIndex: 0)
      while start < records.count, records[start] < article { start += 1 }
      let links = try ClusterStore.clusters(in: row.decode(atIndex: 1))
      guard start + links.count <= records.count, !links.isEmpty, records[start] == article,
        records[start + links.count - 1] == article
      else { continue }
      for (place, link) in zip(start..., links) where clusters[place] >= 0 {
        guard let link, let former = moved[link] ?? link else { continue }
        weights[Pair(cluster: clusters[place], former: former), default: 0] += 1
      }
      start += links.count
    }
    return weights.map {
      .init(cluster: Int($0.key.cluster), entity: $0.key.former, weight: $0.value)
    }
  }
}
