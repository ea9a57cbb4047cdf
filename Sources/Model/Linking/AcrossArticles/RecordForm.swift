/// What equal records have in common, looked at once for all of them.
struct RecordForm {
  /// What they are.
  var kind: EntityKind
  /// Their names, the fullest first: indices of the resolver's names.
  var names: [Int]
  /// How many mentions have each name.
  var counts: [Int]
  /// How many mentions each record has.
  var mentionCount: Int
  /// The names and their counts in one number.
  var hash: UInt64
  /// The well-known entity that they are by name alone: an index of the resolver's.
  var known: Int?
  /// Whether a name has several readings, so that the article decides.
  var isDoubtful = false
}
