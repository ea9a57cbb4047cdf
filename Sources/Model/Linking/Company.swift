import Foundation

/// Which entities are named in the same articles, and how telling that is.
///
/// An entity that few articles name tells more of what an article is about than one that many name.
struct Company {
  /// The entities of each article.
  private var entities: [Int64: [Int]] = [:]
  /// The articles of each entity.
  private var articles: [Int: [Int64]] = [:]

  /// Articles that a small library is taken to have besides its own, so that its common names do not
  /// count as rare.
  private static let prior = 30.0
  /// An entity's company is read off this many of its articles at most.
  private static let sample = 64

  /// Notes that an article names an entity; each pair is noted once.
  mutating func note(entity: Int, in article: Int64) {
    entities[article, default: []].append(entity)
    articles[entity, default: []].append(article)
  }

  /// Puts what was noted in an order of its own, by what the articles hold.
  mutating func settle(signatures: [Int64: UInt64]) {
    for (entity, list) in articles {
      articles[entity] = list.sorted {
        (signatures[$0] ?? 0, $0) < (signatures[$1] ?? 0, $1)
      }
    }
  }

  /// How telling it is that two articles both name an entity.
  private func weight(of entity: Int) -> Double {
    let all = Double(entities.count) + Self.prior
    return max(0, log(all / Double((articles[entity]?.count ?? 0) + 1)))
  }

  /// How often each entity is in the articles of `entity`, as a share of them.
  func profile(of entity: Int) -> [Int: Double] {
    let own = (articles[entity] ?? []).prefix(Self.sample)
    var shares: [Int: Double] = [:]
    for article in own {
      for other in entities[article] ?? [] where other != entity {
        shares[other, default: 0] += 1 / Double(own.count)
      }
    }
    return shares
  }

  /// How much two entities' company has in common; `left` and `right` are their profiles.
  func support(_ left: [Int: Double], _ right: [Int: Double]) -> Double {
    let (few, many) = left.count <= right.count ? (left, right) : (right, left)
    // Summed in the order of the entities: floating-point sums depend on it.
    return few.keys.sorted().reduce(0) { sum, entity in
      guard let x = few[entity], let y = many[entity] else { return sum }
      return sum + weight(of: entity) * min(x, y).squareRoot()
    }
  }
}
