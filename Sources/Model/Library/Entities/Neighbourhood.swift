import Foundation
import GRDB

/// Clusters that are regrouped together, with their links and the entities that they were before.
///
/// Connected components are independent, so a neighbourhood of whole components gives the entities that
/// regrouping the whole library would give.
struct Neighbourhood {
  /// What a cluster was of an entity before.
  struct Share {
    /// The cluster: an index.
    var cluster: Int
    /// The entity's number.
    var entity: Int64
    /// How much of the cluster was of it.
    var weight: Int
  }

  /// An entity that keeps its clusters and is in more articles than before.
  struct Growth {
    /// The articles that it was in, packed.
    var articles: Data
    /// The articles that are new, ascending.
    var more: [Int64]
  }

  /// The clusters, ascending by number.
  var clusters: [StoredCluster] = []
  /// The links that join them.
  var links: [ClusterLink] = []
  /// What they were before.
  var shares: [Share] = []
  /// The entities that only grew, by their numbers; their clusters come without articles.
  var growths: [Int64: Growth] = [:]
}

extension Neighbourhood {
  /// Gathers the clusters that are connected with some by links that join, by judgements, or by being
  /// one entity up to now.
  ///
  /// The judgements are those that hold, and those that held when the entities were made.
  init(of seeds: [StoredCluster], judgements: [Judgement], _ db: Database) throws {
    let store = ClusterStore(db: db)
    var partners: [NameOfKind: [JudgedName]] = [:]
    for case .same(let left, let right) in judgements {
      partners[NameOfKind(left), default: []].append(right)
      partners[NameOfKind(right), default: []].append(left)
    }
    var found: [Int64: StoredCluster] = [:]
    var entities: Set<Int64> = []
    var links: Set<ClusterStore.LinkRow> = []
    var queue = seeds
    var asked: Set<JudgedName> = []
    while let next = queue.popLast() {
      guard found.updateValue(next, forKey: next.cluster.id) == nil else { continue }
      if let entity = next.entity, entities.insert(entity).inserted {
        queue += try store.clusters(of: entity)
      }
      for link in try store.links(of: next.cluster.id) where link.isMade {
        links.insert(link)
        let other = link.left == next.cluster.id ? link.right : link.left
        if found[other] == nil, let cluster = try store.cluster(other) { queue.append(cluster) }
      }
      for name in partners[NameOfKind(next.cluster)] ?? [] where asked.insert(name).inserted {
        queue += try store.clusters(named: name)
      }
    }
    clusters = found.values.sorted { $0.cluster.id < $1.cluster.id }
    shares = clusters.enumerated().compactMap { place, stored in
      stored.entity.map {
        Share(cluster: place, entity: $0, weight: Postings.count(in: stored.articles))
      }
    }
    self.links = Self.links(links, of: clusters)
  }

  /// Links as those of clusters in an order.
  static func links(
    _ rows: some Sequence<ClusterStore.LinkRow>, of clusters: [StoredCluster]
  ) -> [ClusterLink] {
    // Rows stand twice where a page of the library is damaged.
    let places = Dictionary(clusters.enumerated().map { ($1.cluster.id, $0) }) { first, _ in first }
    return rows.compactMap { link in
      guard let left = places[link.left], let right = places[link.right],
        let reason = LinkReason(rawValue: link.reason)
      else { return nil }
      return ClusterLink(left: left, right: right, reason: reason, confidence: link.share)
    }
  }

  /// Adds an entity that keeps its clusters and is in more articles than before.
  mutating func add(growing entity: Int64, in more: [Int64], _ db: Database) throws {
    guard let former = try EntityRow.fetch(entity, db) else { return }
    let own = try ClusterStore(db: db).fetch(
      "SELECT \(StoredCluster.columnsWithoutArticles) FROM cluster WHERE entity = ? ORDER BY id",
      [entity])
    let first = clusters.count
    clusters += own
    growths[entity] = Growth(articles: former.articles, more: more)
    shares.append(
      Share(cluster: first, entity: entity, weight: Postings.count(in: former.articles)))
    for place in clusters.indices[first...].dropFirst() {
      // One already: whatever links it is made of, nothing changed in them.
      links.append(ClusterLink(left: first, right: place, reason: .sameName, confidence: 1))
    }
  }
}
