/// The mentions of one article that have one name.
struct LocalCluster {
  /// The name.
  var name: ParsedName
  /// What it names: what most of its mentions say.
  var kind: EntityKind
  /// The well-known entity it stands for, where that is one alone.
  var known: KnownEntity?
  /// Whether it stands for one entity of many that share the name, as "Foreign Ministry" does.
  var isGeneric = false
  /// Indices of the mentions, ascending.
  var mentions: [Int]
}
