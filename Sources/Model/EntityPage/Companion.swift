/// An entity that appears in the same articles as another.
public struct Companion: Hashable, Sendable {
  /// The entity.
  public var entity: Entity
  /// How many articles name both.
  public var articles: Int

  /// Makes a companion.
  public init(entity: Entity, articles: Int) {
    self.entity = entity
    self.articles = articles
  }
}
