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
