/// An article that tells of what another one tells of.
public struct RelatedArticle: Hashable, Sendable {
  /// The article.
  public var article: ArticleID
  /// How much the two have in common: from 0, nothing, towards 1, all they are known by.
  public var score: Double
  /// The entities that both name, those that explain most first.
  public var shared: [EntityID]

  /// Makes a related article.
  public init(article: ArticleID, score: Double, shared: [EntityID] = []) {
    self.article = article
    self.score = score
    self.shared = shared
  }
}
