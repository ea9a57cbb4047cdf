/// Some mentions of an entity, each in its line of text.
public struct Concordance: Hashable, Sendable {
  /// How many mentions there are in all.
  public var total: Int
  /// The mentions asked for, in the order of their articles and there in that of the text.
  public var lines: [ConcordanceLine]

  /// Makes a concordance.
  public init(total: Int, lines: [ConcordanceLine]) {
    self.total = total
    self.lines = lines
  }
}
