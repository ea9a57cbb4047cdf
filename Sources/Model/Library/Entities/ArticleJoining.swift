import Foundation
import GRDB

/// Joins the names of a few new articles to one another and to those that the library knows, touching
/// only these.
struct ArticleJoining {
  let db: Database
  let store: ClusterStore
  let judgements: [Judgement]
  private let resolver: any Resolver
  private let judged: Set<NameOfKind>

  /// Prepares to join articles within a transaction.
  init(db: Database, resolver: any Resolver) throws {
    self.db = db
    self.resolver = resolver
    store = ClusterStore(db: db)
    judgements = try JudgementStore(db: db).all()
    judged = Set(judgements.flatMap(\.names).map(NameOfKind.init))
  }

  /// Joins the names of some articles.
  ///
  /// Complexity: O(*n* log *m*) in their names and the known ones, apart from the lists of the articles
  /// that the entities are in.
  func join(_ articles: ArraySlice<Int64>) throws {
    var records = try records(of: articles)
    let newCount = records.count
    let doubts = Doubts(db: db)
    let verdicts = try doubts.verdicts(on: records)
    let settled = try settled(by: verdicts, doubts)
    for var record in settled.map(\.record) {
      record.key = Int64(records.count)
      records.append(record)
    }
    let admitted = admitted(records, by: verdicts)
    try doubts.add(
      Doubts.rows(of: records.filter(\.isDoubtful), admitted: Set(admitted.map(\.key))))
    let own = resolver.resolution(of: admitted)
    var reader = ContextReader(db, comparison: resolver.comparison)
    let context = try reader.context(of: own.clusters, beside: articles.count)
    let resolution = resolver.resolution(of: admitted, beside: context)

    var clusterOfRecord = [Int64?](repeating: nil, count: records.count)
    var numbers: [Int64] = []
    // Entities that may come to have other clusters, and those that are merely in more articles.
    var seeds: Set<Int64> = []
    var grown: [Int64: Set<Int64>] = [:]
    for cluster in resolution.clusters {
      let articles = Set(cluster.members.map { records[Int($0)].article }).sorted()
      let stored = try write(cluster, in: articles)
      numbers.append(stored.id)
      for member in cluster.members { clusterOfRecord[Int(member)] = stored.id }
      guard !articles.isEmpty else { continue }
      if let entity = stored.entity, !judged.contains(NameOfKind(cluster)) {
        grown[entity, default: []].formUnion(articles)
      } else {
        seeds.insert(stored.id)
      }
    }
    for link in resolution.links {
      let row = ClusterStore.LinkRow(link) { numbers[$0] }
      try store.write(row)
      if row.isMade { seeds.formUnion([row.left, row.right]) }
    }
    try writeLinks(clusterOfRecord[..<newCount], of: records[..<newCount])
    for (settled, cluster) in zip(settled, clusterOfRecord[newCount...]) {
      try write(cluster, at: settled.place, of: settled.record.article)
    }

    for article in articles {
      try db.cachedStatement(sql: "DELETE FROM waiting WHERE article = ?")
        .execute(arguments: [article])
    }

    var neighbourhood = try Neighbourhood(
      of: seeds.sorted().compactMap { try store.cluster($0) }, judgements: judgements, db)
    let changed = Set(neighbourhood.clusters.compactMap(\.entity))
    for (entity, articles) in grown.sorted(by: { $0.key < $1.key })
    where !changed.contains(entity) {
      try neighbourhood.add(growing: entity, in: articles.sorted(), db)
    }
    try EntityWriter(db: db).regroup(neighbourhood, under: judgements)
  }

  /// The records in no doubt, and those of the others that the library's articles speak for, with the
  /// kind that they have there.
  private func admitted(
    _ records: [LocalEntityRecord], by verdicts: [String: EntityKind]
  ) -> [LocalEntityRecord] {
    records.compactMap { record in
      guard record.isDoubtful else { return record }
      guard let name = record.names.first, let kind = verdicts[NameKey.key(of: name.text)] else {
        return nil
      }
      var record = record
      (record.kind, record.isDoubtful) = (kind, false)
      return record
    }
  }

  /// The local entities of some articles; the key of each is its place.
  private func records(of articles: some Sequence<Int64>) throws -> [LocalEntityRecord] {
    var records: [LocalEntityRecord] = []
    var shared: [Data: [NameForm]] = [:]
    let statement = try db.cachedStatement(sql: "SELECT locals FROM extraction WHERE article = ?")
    for article in articles {
      guard let locals = try Data.fetchOne(statement, arguments: [article]) else { continue }
      try RecordSnapshot.append(locals, of: article, sharing: &shared, to: &records)
    }
    return records
  }

  /// Writes what articles add to a cluster, and says its number and whose it is; a new one is nobody's.
  private func write(
    _ cluster: Cluster, in articles: [Int64]
  ) throws -> (id: Int64, entity: Int64?) {
    guard !articles.isEmpty else { return (cluster.id, nil) }
    var id = cluster.id
    while var row = try store.row(id) {
      // A lone name is one article's: that of another has a number of its own.
      if !cluster.isLone, row.key == cluster.key, row.kind == cluster.kind.rawValue, !row.isLone {
        var names = try PackedClusterNames(row.names)
        names.add(cluster)
        row.names = names.data
        row.articles = try Postings.adding(articles, to: row.articles)
        try store.write(row)
        return (id, row.entity)
      }
      id = EntityNumber.next(after: id, for: cluster.id)
    }
    var new = cluster
    new.id = id
    try store.write(ClusterRow(new, articles: Data(Postings.packed(articles)), entity: nil))
    for sound in cluster.sounds { try store.write(.init(sound: sound, cluster: id)) }
    return (id, nil)
  }

  /// A record of an older article that was in doubt up to now, and its place among the article's.
  private struct Settled {
    var record: LocalEntityRecord
    var place: Int
  }

  /// The records of older articles that new ones speak for.
  private func settled(
    by verdicts: [String: EntityKind], _ doubts: Doubts
  ) throws -> [Settled] {
    let articles = try Set(verdicts.keys.flatMap { try doubts.articles(with: $0) }).sorted()
    return try articles.flatMap { article in
      let links = try links(of: article)
      let own = try records(of: [article])
      return zip(own, links).enumerated().filter { _, pair in
        let name = pair.0.names.first.map { NameKey.key(of: $0.text) }
        return pair.0.isDoubtful && pair.1 == nil && name.flatMap { verdicts[$0] } != nil
      }.map { Settled(record: $1.0, place: $0) }
    }
  }

  private func links(of article: Int64) throws -> [Int64?] {
    let statement = try db.cachedStatement(sql: "SELECT clusters FROM link WHERE article = ?")
    guard let data = try Data.fetchOne(statement, arguments: [article]) else { return [] }
    return try ClusterStore.clusters(in: data)
  }

  private func write(_ cluster: Int64?, at place: Int, of article: Int64) throws {
    var links = try links(of: article)
    guard links.indices.contains(place) else { return }
    links[place] = cluster
    try store.write(ClusterStore.packed(links), of: article)
  }

  private func writeLinks(
    _ clusters: ArraySlice<Int64?>, of records: ArraySlice<LocalEntityRecord>
  ) throws {
    var start = 0
    while start < records.endIndex {
      let article = records[start].article
      let end = records[start...].firstIndex { $0.article != article } ?? records.endIndex
      try store.write(ClusterStore.packed(clusters[start..<end]), of: article)
      start = end
    }
  }
}
