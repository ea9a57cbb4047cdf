/// A row of tokens that names something, before it becomes a mention.
struct NameSpan: Hashable, Sendable {
  /// The tokens of the analysis it covers.
  var tokens: Range<Int>
  /// What is named.
  var kind: EntityKind
  /// How sure it is, from 0 to 1.
  var confidence: Double
}
