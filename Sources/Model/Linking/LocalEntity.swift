/// An entity as far as one article alone tells: the mentions that are the same there.
public struct LocalEntity: Hashable, Sendable {
  /// What it is.
  public var kind: EntityKind
  /// The different names it has in the article, the fullest first.
  public var names: [NameForm]
  /// Which of the article's mentions are its own: indices, ascending.
  public var mentions: [Int]

  /// Makes a local entity.
  public init(kind: EntityKind, names: [NameForm], mentions: [Int]) {
    self.kind = kind
    self.names = names
    self.mentions = mentions
  }
}
