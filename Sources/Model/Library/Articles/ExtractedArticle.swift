/// An article with what was found in it alone, ready to be stored.
public struct ExtractedArticle: Hashable, Sendable {
  /// The article.
  public var article: Article
  /// Its mentions, ascending; after them those that are in doubt, likewise.
  public var mentions: [Mention]
  /// The entities that the mentions name, as far as the article alone tells.
  public var localEntities: [LocalEntity]

  /// Finds the names in an article; `spans` are where the reader says that some stand.
  init(
    _ article: Article, tagger: some Tagger, resolver: some Resolver, spans: JudgedSpans
  ) {
    self.article = article
    let names = spans.corrected(tagger.names(in: article), in: article)
    mentions = names.mentions + names.doubtful
    localEntities =
      resolver.localEntities(of: names.mentions, in: article)
      + LocalEntity.doubtful(names.doubtful, from: names.mentions.count, in: article)
  }
}
