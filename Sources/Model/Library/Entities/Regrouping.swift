import Foundation
import GRDB

/// Entities made of the clusters of a neighbourhood, under the reader's judgements.
///
/// The whole library, a few new articles and a judgement all make their entities here; what differs is
/// the neighbourhood. The neighbourhood of the whole library has every cluster.
struct Regrouping {
  /// The entities, ascending by number.
  private(set) var entities: [EntityRow] = []
  /// The entity of each cluster; `nil` where it is hidden.
  private(set) var owners: [Int64?]

  /// Groups the clusters, names the groups, and gives them their numbers.
  ///
  /// `isTaken` tells whether an entity outside the neighbourhood has a number.
  init(
    _ neighbourhood: Neighbourhood, under judgements: [Judgement], _ db: Database,
    isTaken: (Int64) throws -> Bool
  ) throws {
    let clusters = neighbourhood.clusters
    let constraints = try Self.constraints(judgements, on: neighbourhood.clusters, db)
    let groups = ClusterGrouping(
      weights: clusters.map(\.cluster.mentionCount), links: neighbourhood.links
    )
    .groups(under: constraints)
    var shown: [(group: [Int], sketch: EntitySketch, articles: Data)] = []
    for group in groups {
      let articles = try Self.articles(of: group, neighbourhood, constraints)
      // An entity that is hidden in each of its articles is nowhere.
      guard !articles.isEmpty else { continue }
      let sketch = EntitySketch(of: group.map { clusters[$0].cluster })
      shown.append((group, sketch, articles))
    }
    constraints.apply(to: &shown)

    owners = Array(repeating: nil, count: clusters.count)
    var entityOfCluster = [Int](repeating: -1, count: clusters.count)
    for (place, entity) in shown.enumerated() {
      for cluster in entity.group { entityOfCluster[cluster] = place }
    }
    let overlaps = Self.overlaps(neighbourhood.shares, entityOfCluster)
    let numbers = try EntityNumbering.numbers(
      for: shown.map(\.sketch), overlaps: overlaps, isTaken: isTaken)
    for (number, entity) in zip(numbers, shown) {
      for cluster in entity.group { owners[cluster] = number }
      entities.append(EntityRow(entity.sketch, id: number, articles: entity.articles))
    }
    entities.sort { $0.id < $1.id }
  }

  private struct Pair: Hashable {
    var entity: Int
    var former: Int64
  }

  /// How much of each entity was of each former one.
  private static func overlaps(
    _ shares: [Neighbourhood.Share], _ entityOfCluster: [Int]
  ) -> [EntityNumbering.Overlap] {
    var weights: [Pair: Int] = [:]
    for share in shares where entityOfCluster[share.cluster] >= 0 {
      let pair = Pair(entity: entityOfCluster[share.cluster], former: share.entity)
      weights[pair, default: 0] += share.weight
    }
    return weights.map { .init(entity: $0.key.entity, former: $0.key.former, weight: $0.value) }
  }

  private static func constraints(
    _ judgements: [Judgement], on clusters: [StoredCluster], _ db: Database
  ) throws -> ClusterConstraints {
    guard !judgements.isEmpty else { return ClusterConstraints() }
    let judged = Set(judgements.flatMap(\.names).map(NameOfKind.init))
    var named: [NameOfKind: [Int]] = [:]
    for (place, stored) in clusters.enumerated() {
      let name = NameOfKind(stored.cluster)
      if judged.contains(name) { named[name, default: []].append(place) }
    }
    let store = ClusterStore(db: db)
    return try ClusterConstraints(
      judgements, clusters: { named[NameOfKind($0)] ?? [] },
      articles: { try store.articles(of: $0) },
      isIn: { try !$1.isDisjoint(with: clusters[$0].postings()) })
  }

  /// The articles that mention a group, but for those in which its clusters are hidden.
  private static func articles(
    of group: [Int], _ neighbourhood: Neighbourhood, _ constraints: ClusterConstraints
  ) throws -> Data {
    let clusters = neighbourhood.clusters
    if let entity = clusters[group[0]].entity, let growth = neighbourhood.growths[entity] {
      return try Postings.adding(growth.more, to: growth.articles)
    }
    if group.count == 1, constraints.hiddenArticles[group[0]] == nil {
      return clusters[group[0]].articles
    }
    var articles: [Int64] = []
    for cluster in group {
      let own = try clusters[cluster].postings()
      if let hidden = constraints.hiddenArticles[cluster] {
        articles += own.filter { !hidden.contains($0) }
      } else {
        articles += own
      }
    }
    let sorted = articles.sorted()
    return Data(
      Postings.packed(
        sorted.indices.lazy.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }))
  }
}

extension ClusterConstraints {
  /// Gives entities the names and kinds that the reader gave them, the latest judgement of several.
  fileprivate func apply(
    to entities: inout [(group: [Int], sketch: EntitySketch, articles: Data)]
  ) {
    guard !shown.isEmpty || !kinds.isEmpty else { return }
    var owners: [Int: Int] = [:]
    for (place, entity) in entities.enumerated() {
      for cluster in entity.group { owners[cluster] = place }
    }
    for judged in kinds {
      if let place = owners[judged.cluster] { entities[place].sketch.kind = judged.kind }
    }
    var names: [Int: String] = [:]
    for judged in shown {
      if let place = owners[judged.cluster] { names[place] = judged.name }
    }
    for (place, name) in names { entities[place].sketch.show(as: name) }
  }
}

extension EntitySketch {
  /// Puts a name before all others of its script.
  fileprivate mutating func show(as text: String) {
    let count = names.first { $0.text == text }?.count ?? 0
    names.removeAll { $0.text == text }
    let form = NameForm(text: text, count: count)
    names.insert(form, at: names.firstIndex { $0.script == form.script } ?? names.count)
  }
}
