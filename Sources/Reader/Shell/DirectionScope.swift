import Model

/// What a forced direction holds for.
enum DirectionScope: Hashable, Sendable {
  /// One article.
  case article(ArticleID)
  /// Every article of a source.
  case source(String)
}
