/// The people, places or organizations that a search found by name.
public struct NameGroup: Hashable, Sendable {
  /// The kind of the entities.
  public var kind: EntityKind
  /// How many there are in all.
  public var total: Int
  /// Whether no name matches as typed, and these match with one edit.
  public var areForgiven: Bool
  /// Those that the most articles mention, at most ``limit``, the most mentioned first.
  public var entities: [FoundEntity]

  /// The most entities that a group lists.
  public static let limit = 4

  /// Creates a group of entities of a kind.
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

  /// Creates an entity with the number of its articles.
  public init(entity: Entity, articles: Int) {
    self.entity = entity
    self.articles = articles
  }
}
