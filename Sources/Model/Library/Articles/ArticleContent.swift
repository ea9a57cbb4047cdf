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
