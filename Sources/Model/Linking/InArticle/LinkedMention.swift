/// A mention and the entity it names.
public struct LinkedMention: Hashable, Sendable {
  /// The mention.
  public var mention: Mention
  /// What it names.
  public var entity: EntityID

  /// Makes a linked mention.
  public init(mention: Mention, entity: EntityID) {
    self.mention = mention
    self.entity = entity
  }
}
