/// All of an article that the screen shows.
public struct ArticleContent: Hashable, Sendable {
  /// What the list shows of it.
  public var summary: ArticleSummary
  /// The article.
  public var article: Article
  /// Its mentions, ascending; none while an import has yet to resolve them.
  public var mentions: [LinkedMention]
  /// The entities they name, the most mentioned first, then by first mention.
  public var entities: [ArticleEntity]

  /// Makes a content.
  public init(
    summary: ArticleSummary, article: Article, mentions: [LinkedMention] = [],
    entities: [ArticleEntity] = []
  ) {
    self.summary = summary
    self.article = article
    self.mentions = mentions
    self.entities = entities
  }
}

/// An entity as one article has it.
public struct ArticleEntity: Hashable, Sendable {
  /// The entity.
  public var entity: Entity
  /// How many of the article's mentions name it.
  public var count: Int
  /// The first of them: an index into the article's mentions.
  public var firstMention: Int

  /// Makes an article's entity.
  public init(entity: Entity, count: Int, firstMention: Int) {
    self.entity = entity
    self.count = count
    self.firstMention = firstMention
  }
}
