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
  /// Profiles that were asked for before, of entities with several articles.
  private var profiles: [[Share]?]
  /// The last profile asked for of an entity with one article: they are many, and asked for in a row.
  private var latest: (entity: Int, profile: [Share])?
  /// How telling each entity is, where that was asked for.
  private var weights: [Double?]
  /// How many articles there are, those of which nothing is noted among them.
  private let total: Int

  /// How often an entity is in some articles: the root of its share of them.
  private struct Share {
    var entity: Int32
    var share: Double
  }

  /// Articles that a small library is taken to have besides its own, so that its common names do not
  /// count as rare.
  private static let prior = 30.0
  /// An entity's company is read off this many of its articles at most.
  static let sample = 64

  /// From this many times as long on, a profile is searched instead of read through.
  private static let few = 8

  /// Makes the company of `articleCount` articles in which nobody was noted yet.
  ///
  /// - Parameter unseen: The number of articles beside them of which only the entities' counts are known.
  init(articleCount: Int, entityCount: Int, unseen: Int = 0) {
    total = articleCount + unseen
    entities = Array(repeating: [], count: articleCount)
    counts = Array(repeating: 0, count: entityCount)
    articles = Array(repeating: [], count: entityCount)
    profiles = Array(repeating: nil, count: entityCount)
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

  /// How much the company of two entities has in common.
  mutating func support(_ left: Int, _ right: Int) -> Double {
    let x = profile(of: left)
    let y = profile(of: right)
    if x.count * Self.few < y.count { return support(few: x, many: y) }
    if y.count * Self.few < x.count { return support(few: y, many: x) }
    var sum = 0.0
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if x[i].entity < y[j].entity {
        i += 1
      } else if y[j].entity < x[i].entity {
        j += 1
      } else {
        sum += weight(of: Int(x[i].entity)) * min(x[i].share, y[j].share)
        (i, j) = (i + 1, j + 1)
      }
    }
    return sum
  }

  /// How much two profiles have in common of which one is far longer: the shorter one's are looked up.
  private mutating func support(few: [Share], many: [Share]) -> Double {
    var sum = 0.0
    var start = 0
    for share in few {
      start = many[start...].partitioningIndex { $0.entity >= share.entity }
      guard start < many.count else { break }
      if many[start].entity == share.entity {
        sum += weight(of: Int(share.entity)) * min(share.share, many[start].share)
      }
    }
    return sum
  }

  /// How often each entity is in the articles of `entity`, in the order of the entities.
  private mutating func profile(of entity: Int) -> [Share] {
    if let known = profiles[entity] { return known }
    if let latest, latest.entity == entity { return latest.profile }
    let own = articles[entity]
    var all: [Int32] = []
    for article in own {
      for other in entities[Int(article)] where other != entity { all.append(other) }
    }
    all.sort()
    var profile: [Share] = []
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end] == all[start] { end += 1 }
      let share = Double(end - start) / Double(own.count)
      profile.append(Share(entity: all[start], share: share.squareRoot()))
      start = end
    }
    if own.count > 1 { profiles[entity] = profile } else { latest = (entity, profile) }
    return profile
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
