import Model

/// What the reader says of names, as it is asked of the library.
enum JudgementRequest: Hashable, Sendable {
  /// What can be said of two names.
  enum Verdict: Hashable, Sendable {
    case same
    case different
    case unsure
  }

  /// The two names of a link are the same entity, are not, or nobody can tell.
  case verdict(Verdict, EntityLink)
  /// The entity is shown by another name.
  case rename(EntityID, to: String)
  /// The entity is of another kind.
  case kind(EntityID, EntityKind)
  /// The entity's mentions name nothing, in one article or everywhere.
  case hide(EntityID, in: ArticleID?)
  /// Two entities are one.
  case merge(EntityID, EntityID)
  /// One name of an entity is someone else's.
  case split(String, from: EntityID)
}
