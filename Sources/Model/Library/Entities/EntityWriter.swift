import GRDB

/// Writes entities over those that are stored.
struct EntityWriter {
  let db: Database

  /// Writes the entities that differ and removes those that are gone; both come ascending.
  func write(_ entities: [EntityRow], over stored: some Cursor<EntityRow>) throws {
    let difference = try RowDifference(entities, from: stored) { $0.id < $1.id }
    for entity in difference.gone { try entity.delete(db) }
    for (place, former) in difference.changed { try entities[place].replace(former, db) }
    for place in difference.new { try entities[Int(place)].replace(nil, db) }
  }

  /// Makes entities of a neighbourhood that is not the whole library and writes what differs.
  ///
  /// Others than its entities may have lost all their clusters: these are given too.
  func regroup(
    _ neighbourhood: Neighbourhood, formerly others: Set<Int64> = [], under judgements: [Judgement]
  ) throws {
    let clusters = neighbourhood.clusters
    let former = others.union(clusters.compactMap(\.entity))
    let regrouping = try Regrouping(neighbourhood, under: judgements, db) {
      try !former.contains($0) && EntityRow.fetch($0, db) != nil
    }
    let stored = try former.sorted().compactMap { try EntityRow.fetch($0, db) }
    try write(regrouping.entities, over: AnyCursor(stored))
    let store = ClusterStore(db: db)
    for (stored, owner) in zip(clusters, regrouping.owners) where stored.entity != owner {
      try store.setOwner(owner, of: stored.cluster.id)
    }
  }
}
