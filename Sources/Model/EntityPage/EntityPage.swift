/// Everything a library knows about one entity.
public struct EntityPage: Hashable, Sendable {
  /// The entity; its names are those of each script by rank, with how many mentions have each.
  public var entity: Entity
  /// How many mentions name it.
  public var mentionCount: Int
  /// The articles that name it, in the requested order.
  public var articles: [ArticlePlace]
  /// How many of them are in each language; languages with none are left out.
  public var articleCounts: [Language: Int]
  /// When it is first named: the least date that an article states, else that a file was changed.
  public var firstSeen: ArticleDate?
  /// When it is last named, likewise.
  public var lastSeen: ArticleDate?
  /// The articles over time.
  public var histogram: DateHistogram
  /// The entities it co-occurs with, the most significant first.
  public var companions: [Companion]

  /// Creates a page from counts and dates of the articles.
  public init(
    entity: Entity, mentionCount: Int, articles: [ArticlePlace] = [],
    articleCounts: [Language: Int] = [:], firstSeen: ArticleDate? = nil,
    lastSeen: ArticleDate? = nil, histogram: DateHistogram = DateHistogram(),
    companions: [Companion] = []
  ) {
    self.entity = entity
    self.mentionCount = mentionCount
    self.articles = articles
    self.articleCounts = articleCounts
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.histogram = histogram
    self.companions = companions
  }
}

/// An entity that appears in the same articles as another.
public struct Companion: Hashable, Sendable {
  /// The entity.
  public var entity: Entity
  /// How many articles name both.
  public var articles: Int

  /// Creates a companion with the number of shared articles.
  public init(entity: Entity, articles: Int) {
    self.entity = entity
    self.articles = articles
  }
}

extension Entity {
  /// How many mentions name it.
  public var mentionCount: Int { names.reduce(0) { $0 + $1.count } }
}
