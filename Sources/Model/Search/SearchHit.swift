/// An article that a search found.
public struct SearchHit: Hashable, Sendable {
  /// What the list shows of it.
  public var summary: ArticleSummary
  /// Its row in the order that was asked for.
  public var row: Int
  /// Every place in its cleaned text that matches, ascending: the query's words, and the mentions of
  /// an entity one of whose names has them.
  public var ranges: [TextRange]
  /// The text around the first hit below the title.
  public var snippet: Snippet

  /// Makes a hit.
  public init(summary: ArticleSummary, row: Int, ranges: [TextRange], snippet: Snippet) {
    self.summary = summary
    self.row = row
    self.ranges = ranges
    self.snippet = snippet
  }
}
