/// The records of one identity, before identities are joined.
struct LinkNode {
  /// What it is.
  var kind: EntityKind
  /// The well-known entity it is.
  var known: KnownEntity?
  /// The name that identifies it: an index of the resolver's names.
  var name: Int
  /// Whether the name is a person's surname or first name alone.
  var isLone = false
  /// Indices of its records, ascending.
  var records: [Int32] = []
  /// The different forms of its records, ascending.
  var forms: [Int32] = []
  /// How many mentions its records have.
  var mentionCount = 0
}

/// What joins two nodes, or might.
struct NodeLink {
  /// One node: an index.
  var left: Int
  /// The other.
  var right: Int
  /// Why they are one.
  var reason: LinkReason
  /// How sure that is, from 0 to 1.
  var confidence: Double
}
