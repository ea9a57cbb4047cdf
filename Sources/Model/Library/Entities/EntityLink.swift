/// A link between two names: one that was made, or one that is proposed to the reader.
public struct EntityLink: Hashable, Sendable {
  /// One name.
  public var left: JudgedName
  /// The entity that it is of.
  public var leftEntity: EntityID
  /// The other name.
  public var right: JudgedName
  /// The entity that it is of; the same where the link holds.
  public var rightEntity: EntityID
  /// Why they are one, or might be.
  public var reason: LinkReason
  /// How sure that is, from 0 to 1.
  public var confidence: Double
  /// What the reader said of the two names, where they did.
  public var judgement: Judgement?

  /// Makes a link.
  public init(
    left: JudgedName, leftEntity: EntityID, right: JudgedName, rightEntity: EntityID,
    reason: LinkReason, confidence: Double, judgement: Judgement? = nil
  ) {
    self.left = left
    self.leftEntity = leftEntity
    self.right = right
    self.rightEntity = rightEntity
    self.reason = reason
    self.confidence = confidence
    self.judgement = judgement
  }

  /// Whether its names are one entity now.
  public var holds: Bool { leftEntity == rightEntity }
}
