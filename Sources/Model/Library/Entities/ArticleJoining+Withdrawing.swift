import Foundation
import GRDB

extension ArticleJoining {
  /// Takes back what articles that changed or went had of names.
  func withdraw(_ articles: ArraySlice<Int64>) throws {
    var seeds: [Int64: StoredCluster] = [:]
    var entities: Set<Int64> = []
    for article in articles {
      let statement = try db.cachedStatement(
        sql: "SELECT clusters, locals FROM withdrawn WHERE article = ?")
      guard let row = try Row.fetchOne(statement, arguments: [article]) else { continue }
      var records: [LocalEntityRecord] = []
      var shared: [Data: [NameForm]] = [:]
      try RecordSnapshot.append(row.decode(atIndex: 1), of: article, sharing: &shared, to: &records)
      for (record, id) in zip(records, try ClusterStore.clusters(in: row.decode(atIndex: 0))) {
        guard let id, var cluster = try store.row(id) else { continue }
        if let entity = cluster.entity { entities.insert(entity) }
        try cluster.remove(record)
        if cluster.articles.isEmpty { try store.remove(id) } else { try store.write(cluster) }
      }
      try db.cachedStatement(sql: "DELETE FROM withdrawn WHERE article = ?")
        .execute(arguments: [article])
    }
    for entity in entities {
      for cluster in try store.clusters(of: entity) { seeds[cluster.cluster.id] = cluster }
    }
    let neighbourhood = try Neighbourhood(
      of: seeds.sorted { $0.key < $1.key }.map(\.value), judgements: judgements, db)
    try EntityWriter(db: db).regroup(neighbourhood, formerly: entities, under: judgements)
  }
}

extension ClusterRow {
  /// Takes back the mentions of a record.
  fileprivate mutating func remove(_ record: LocalEntityRecord) throws {
    var packed = try PackedClusterNames(names)
    for name in record.names {
      guard let place = packed.names.firstIndex(where: { $0.form.text == name.text }) else {
        continue
      }
      packed.names[place].form.count -= name.count
      // A record in doubt counts as the kind that the other articles gave it.
      let kind =
        packed.kinds[record.kind] >= name.count ? record.kind : EntityKind(rawValue: self.kind)
      if let kind { packed.kinds[kind] = max(0, packed.kinds[kind] - name.count) }
    }
    packed.names.removeAll { $0.form.count <= 0 }
    packed.names.sort { ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text) }
    names = packed.data
    articles = Data(
      Postings.packed(try Postings.articles(in: articles).filter { $0 != record.article }))
  }
}

extension ClusterStore {
  /// Removes a cluster that no article mentions, with its links and keys.
  fileprivate func remove(_ id: Int64) throws {
    for link in try links(of: id) { try delete(link) }
    try delete(id)
    try db.cachedStatement(sql: "DELETE FROM cluster_sound WHERE cluster = ?")
      .execute(arguments: [id])
  }
}
