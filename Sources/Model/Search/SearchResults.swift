/// What a search found.
public struct SearchResults: Sendable {
  /// The hits asked for: those in titles and names first, then those in text, then
  /// those that a typing error found, each in list order.
  public var hits: [SearchHit]
  /// How many articles were found in all.
  public var total: Int
  /// The people, places and organizations that were found by name, in this order; kinds of which
  /// none was found are left out.
  public var names: [NameGroup]
  /// The entities that a name of theirs found, by whichever of the query's words.
  public var entities: Set<EntityID>
  /// Marks what was found, as the hits have it, in other texts.
  public var matcher: QueryMatcher

  /// Makes results.
  public init(
    hits: [SearchHit], total: Int, names: [NameGroup] = [], entities: Set<EntityID> = [],
    matcher: QueryMatcher
  ) {
    self.hits = hits
    self.total = total
    self.names = names
    self.entities = entities
    self.matcher = matcher
  }
}

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
