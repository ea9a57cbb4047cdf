/// Finds the names in an article.
///
/// What a tagger finds depends on the article and the tagger's tables alone.
public protocol Tagger: Sendable {
  /// The mentions in the title and body of `article`, in ascending order, none overlapping another.
  func mentions(in article: Article) -> [Mention]

  /// The mentions, and where else a name may stand.
  func names(in article: Article) -> TaggedNames

  /// Whether another tagger reads more carefully, so that articles should be read again.
  var isQuick: Bool { get }
}

extension Tagger {
  /// That there is none more careful.
  public var isQuick: Bool { false }

  /// The mentions, and no doubt.
  public func names(in article: Article) -> TaggedNames {
    TaggedNames(mentions: mentions(in: article))
  }
}

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

/// A span of an article's text that names a person, a place or an organization.
public struct Mention: Hashable, Sendable, Codable {
  /// Where the name stands in the article's cleaned text: the name alone, without title, quotes,
  /// leading "the", possessive or Arabic clitics.
  public var range: TextRange
  /// What is named.
  public var kind: EntityKind
  /// How sure the tagger is, from 0 to 1.
  public var confidence: Double

  /// Makes a mention.
  public init(range: TextRange, kind: EntityKind, confidence: Double = 1) {
    self.range = range
    self.kind = kind
    self.confidence = confidence
  }
}
