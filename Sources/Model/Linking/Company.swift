import Foundation

/// Which entities are named in the same articles, and how telling that is.
///
/// An entity that few articles name tells more of what an article is about than one that many name.
struct Company {
  /// The entities of each article.
  private var entities: [[Int]]
  /// The articles of each entity, ascending.
  private var articles: [Int: [Int]] = [:]
  /// Profiles that were asked for before.
  private var profiles: [Int: [Share]] = [:]

  /// How often an entity is in some articles, as a share of them.
  private struct Share {
    var entity: Int
    var share: Double
  }

  /// Articles that a small library is taken to have besides its own, so that its common names do not
  /// count as rare.
  private static let prior = 30.0
  /// An entity's company is read off this many of its articles at most.
  private static let sample = 64

  /// Makes the company of `articleCount` articles in which nobody was noted yet.
  init(articleCount: Int) {
    entities = Array(repeating: [], count: articleCount)
  }

  /// Notes the articles, ascending, that name an entity.
  mutating func note(entity: Int, in articles: [Int]) {
    for article in articles { entities[article].append(entity) }
    self.articles[entity] = articles
  }

  /// How much the company of two entities has in common.
  mutating func support(_ left: Int, _ right: Int) -> Double {
    let x = profile(of: left)
    let y = profile(of: right)
    var sum = 0.0
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if x[i].entity < y[j].entity {
        i += 1
      } else if y[j].entity < x[i].entity {
        j += 1
      } else {
        sum += weight(of: x[i].entity) * min(x[i].share, y[j].share).squareRoot()
        (i, j) = (i + 1, j + 1)
      }
    }
    return sum
  }

  /// How often each entity is in the articles of `entity`, in the order of the entities.
  private mutating func profile(of entity: Int) -> [Share] {
    if let known = profiles[entity] { return known }
    let own = (articles[entity] ?? []).prefix(Self.sample)
    var counts: [Int: Int] = [:]
    for article in own {
      for other in entities[article] where other != entity { counts[other, default: 0] += 1 }
    }
    let profile = counts.sorted { $0.key < $1.key }.map {
      Share(entity: $0.key, share: Double($0.value) / Double(own.count))
    }
    profiles[entity] = profile
    return profile
  }

  /// How telling it is that two articles both name an entity.
  private func weight(of entity: Int) -> Double {
    let all = Double(entities.count) + Self.prior
    return max(0, log(all / Double((articles[entity]?.count ?? 0) + 1)))
  }
}
