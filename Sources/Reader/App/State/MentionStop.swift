import Model

/// One of the mentions of a name in an article.
struct MentionStop: Hashable, Sendable {
  /// The article.
  var article: ArticleID
  /// The name's entity.
  var entity: EntityID
  /// The mention's number among the entity's, counted from 0.
  var number: Int
}
