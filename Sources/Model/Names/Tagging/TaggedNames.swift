/// What a tagger finds in an article.
public struct TaggedNames: Hashable, Sendable {
  /// The mentions it is sure enough of, in ascending order, none overlapping another.
  public var mentions: [Mention]
  /// Where a name may stand that the article alone does not show, in ascending order, none
  /// overlapping another or a mention; what other articles name decides on them.
  public var doubtful: [Mention]

  /// Makes what a tagger found.
  public init(mentions: [Mention], doubtful: [Mention] = []) {
    self.mentions = mentions
    self.doubtful = doubtful
  }
}
