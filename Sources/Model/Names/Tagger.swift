/// Finds the names in an article.
///
/// What a tagger finds depends on the article and the tagger's tables alone.
public protocol Tagger: Sendable {
  /// The mentions in the title and body of `article`, in ascending order, none overlapping another.
  func mentions(in article: Article) -> [Mention]

  /// The mentions, and where else a name may stand.
  func names(in article: Article) -> TaggedNames
}

extension Tagger {
  /// The mentions, and no doubt.
  public func names(in article: Article) -> TaggedNames {
    TaggedNames(mentions: mentions(in: article))
  }
}
