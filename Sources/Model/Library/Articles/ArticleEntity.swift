/// An entity as one article has it.
public struct ArticleEntity: Hashable, Sendable {
  /// The entity.
  public var entity: Entity
  /// How many of the article's mentions name it.
  public var count: Int
  /// The first of them: an index into the article's mentions.
  public var firstMention: Int

  /// Makes an article's entity.
  public init(entity: Entity, count: Int, firstMention: Int) {
    self.entity = entity
    self.count = count
    self.firstMention = firstMention
  }
}
