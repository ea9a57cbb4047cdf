/// Which entities are named in the same articles, and how telling that is.
///
/// An entity that few articles name tells more of what an article is about than one that many name.
struct Company {
  /// The entities of each article, in the order in which they were noted.
  private var entities: [[Int32]]
  /// How many articles each entity has.
  private var counts: [Int32]
  /// The first few articles of each entity, ascending.
  private var articles: [[Int32]]
  /// How telling each entity is, where that was asked for.
  private var weights: [Double?]
  /// How many articles there are, those of which nothing is noted among them.
  private let total: Int

  /// Articles that a small library is taken to have besides its own, so that its common names do not
  /// count as rare.
  private static let prior = 30.0
  /// An entity's company is read off this many of its articles at most.
  static let sample = 64

  /// How many articles of an entity are compared one by one with another's.
  private static let compared = 48
  /// What an article's entities weigh at least, in nats, so that agreement in one or two is not all of it.
  private static let leastWeight = 12.0

  /// Makes the company of `articleCount` articles in which nobody was noted yet.
  ///
  /// Of `unseen` articles beside them only the entities' counts are known.
  init(articleCount: Int, entityCount: Int, unseen: Int = 0) {
    total = articleCount + unseen
    entities = Array(repeating: [], count: articleCount)
    counts = Array(repeating: 0, count: entityCount)
    articles = Array(repeating: [], count: entityCount)
    weights = Array(repeating: nil, count: entityCount)
  }

  /// Notes the articles that name an entity, in any order; entities come ascending.
  mutating func note(entity: Int, in articles: [Int32]) {
    var last: Int32?
    for article in articles.sorted() where article != last {
      entities[Int(article)].append(Int32(entity))
      counts[entity] += 1
      if counts[entity] <= Self.sample { self.articles[entity].append(article) }
      last = article
    }
  }

  /// Notes what a library knows of an entity: its articles among those that are looked at, those that
  /// its company is read off, and the number of all.
  ///
  /// Entities come ascending, articles too; the entity may have been noted in others before.
  mutating func note(entity: Int, in articles: [Int32], sample: [Int32], count: Int) {
    for article in articles where entities[Int(article)].last != Int32(entity) {
      entities[Int(article)].append(Int32(entity))
    }
    counts[entity] += Int32(clamping: count)
    self.articles[entity] = Array((self.articles[entity] + sample).prefix(Self.sample))
  }

  /// Whether an article names an entity.
  func names(_ entity: Int, in article: Int) -> Bool {
    entities[article].contains(Int32(entity))
  }

  /// What part of its company the entity with fewer articles shares with the other, from 0 to 1: of each of
  /// its articles what the other's most similar one has in common with it.
  ///
  /// It does not grow with the number of articles, and is the same both ways.
  ///
  /// Complexity: O(*n* · *m*) comparisons of articles, at most 2,304.
  mutating func share(_ left: Int, _ right: Int) -> Double {
    let x = articles[left].prefix(Self.compared).map { weighed($0, without: left, right) }
    let y = articles[right].prefix(Self.compared).map { weighed($0, without: left, right) }
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    var best = (
      x: [Double](repeating: 0, count: x.count), y: [Double](repeating: 0, count: y.count)
    )
    for (i, own) in x.enumerated() where own.weight > 0 {
      for (j, other) in y.enumerated() where other.weight > 0 {
        let shared = shared(own.article, other.article, without: left, right)
        let share = shared / max(min(own.weight, other.weight), Self.leastWeight)
        best.x[i] = max(best.x[i], share)
        best.y[j] = max(best.y[j], share)
      }
    }
    let means = [best.x, best.y].map { $0.reduce(0, +) / Double($0.count) }
    return x.count == y.count ? max(means[0], means[1]) : means[x.count < y.count ? 0 : 1]
  }

  /// An article, and what the entities in it weigh but for two of them.
  private mutating func weighed(
    _ article: Int32, without left: Int, _ right: Int
  ) -> (article: Int, weight: Double) {
    var sum = 0.0
    for entity in entities[Int(article)] where entity != left && entity != right {
      sum += weight(of: Int(entity))
    }
    return (Int(article), sum)
  }

  /// What the entities weigh that two articles name, but for two of them.
  private mutating func shared(_ x: Int, _ y: Int, without left: Int, _ right: Int) -> Double {
    var sum = 0.0
    var (i, j) = (0, 0)
    let count = (entities[x].count, entities[y].count)
    while i < count.0, j < count.1 {
      let (a, b) = (entities[x][i], entities[y][j])
      if a < b {
        i += 1
      } else if b < a {
        j += 1
      } else {
        if a != left, a != right { sum += weight(of: Int(a)) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return sum
  }

  /// How telling it is that two articles both name an entity.
  private mutating func weight(of entity: Int) -> Double {
    if let known = weights[entity] { return known }
    let weight = Rareness.information(
      count: Int(counts[entity]), of: total, prior: Self.prior)
    weights[entity] = weight
    return weight
  }
}
