/// Some mentions of an entity, each in its line of text.
public struct Concordance: Hashable, Sendable {
  /// How many mentions there are in all.
  public var total: Int
  /// The requested mentions, in the order of their articles and within an article of its text.
  public var lines: [ConcordanceLine]

  /// Creates a concordance from some of its lines.
  public init(total: Int, lines: [ConcordanceLine]) {
    self.total = total
    self.lines = lines
  }
}

/// A mention of an entity in its line of text.
public struct ConcordanceLine: Hashable, Sendable {
  /// Its index among all mentions of the entity, counted from 0.
  public var number: Int
  /// The article and its row in the list.
  public var place: ArticlePlace
  /// The language of the article.
  public var language: Language
  /// The day it is from.
  public var date: ArticleDate?
  /// Where it comes from.
  public var source: String?
  /// The mention; its range is that of the article's text.
  public var mention: Mention
  /// The text around it on one line; its one range is the mention's.
  public var snippet: Snippet

  /// Creates a line for a mention.
  public init(
    number: Int, place: ArticlePlace, language: Language, date: ArticleDate? = nil,
    source: String? = nil, mention: Mention, snippet: Snippet
  ) {
    self.number = number
    self.place = place
    self.language = language
    (self.date, self.source) = (date, source)
    self.mention = mention
    self.snippet = snippet
  }
}
