/// What an article calls a person by office: "the Iraqi Prime Minister".
///
/// It holds for that article alone, since offices change hands, and is never a mention.
public struct EntityRole: Hashable, Sendable {
  /// Whose office it is.
  public var entity: EntityID
  /// The office as the article writes it first.
  public var text: String
  /// Where the article writes it, ascending; beside the name and elsewhere.
  public var ranges: [TextRange]

  /// Makes a role.
  public init(entity: EntityID, text: String, ranges: [TextRange]) {
    self.entity = entity
    self.text = text
    self.ranges = ranges
  }
}
