import Model

/// What going back has to restore of the article beside the one shown.
struct BesideLocation: Hashable, Sendable {
  /// The article.
  var article: ArticleID
  /// The side it was on.
  var side: ArticlePair.Side
}
