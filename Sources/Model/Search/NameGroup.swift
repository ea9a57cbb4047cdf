/// The people, places or organizations that a search found by name.
public struct NameGroup: Hashable, Sendable {
  /// What they are.
  public var kind: EntityKind
  /// How many there are in all.
  public var total: Int
  /// Whether no name has what was typed, and one edit of it found these.
  public var areForgiven: Bool
  /// Those that the most articles mention, at most ``limit``, the most mentioned first.
  public var entities: [FoundEntity]

  /// How many entities a group gives.
  public static let limit = 4

  /// Makes a group.
  public init(kind: EntityKind, total: Int, areForgiven: Bool = false, entities: [FoundEntity]) {
    self.kind = kind
    self.total = total
    self.areForgiven = areForgiven
    self.entities = entities
  }
}

/// An entity that a search found by name.
public struct FoundEntity: Hashable, Sendable {
  /// The entity with all its names.
  public var entity: Entity
  /// How many articles mention it.
  public var articles: Int

  /// Makes what was found.
  public init(entity: Entity, articles: Int) {
    self.entity = entity
    self.articles = articles
  }
}
