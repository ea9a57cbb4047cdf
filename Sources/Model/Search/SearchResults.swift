/// The results of a search.
public struct SearchResults: Sendable {
  /// The requested hits: those in titles and names first, then those in text, then
  /// those found by correcting a typing error, each in list order.
  public var hits: [SearchHit]
  /// How many articles were found in all.
  public var total: Int
  /// The people, places and organizations that were found by name, in this order; kinds of which
  /// none was found are left out.
  public var names: [NameGroup]

  /// Creates results with some of the hits.
  public init(hits: [SearchHit], total: Int, names: [NameGroup] = []) {
    self.hits = hits
    self.total = total
    self.names = names
  }
}

/// An article that a search found.
public struct SearchHit: Hashable, Sendable {
  /// Its row of the list.
  public var summary: ArticleSummary
  /// Every range of its cleaned text that matches, ascending: the query's words, and mentions of an
  /// entity that has a name with them.
  public var ranges: [TextRange]
  /// The text around the first hit below the title.
  public var snippet: Snippet

  /// Creates a hit with its ranges.
  public init(summary: ArticleSummary, ranges: [TextRange], snippet: Snippet) {
    self.summary = summary
    self.ranges = ranges
    self.snippet = snippet
  }
}
