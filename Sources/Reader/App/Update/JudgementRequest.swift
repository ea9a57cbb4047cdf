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

  /// What is said once it has been done.
  var notice: String {
    switch self {
    case .verdict(.same, let link): "\(link.left.text) and \(link.right.text) are the same"
    case .verdict(.different, let link): "\(link.left.text) and \(link.right.text) are different"
    case .verdict(.unsure, let link):
      "Nobody can tell \(link.left.text) from \(link.right.text); it is not asked again"
    case .rename(_, let name): "Shown as \(name)"
    case .kind(_, let kind): "A \(kind.rawValue) from now on"
    case .hide(_, nil): "No name, in any article"
    case .hide: "No name, in this article"
    case .merge: "Both are one from now on"
    case .split(let name, _): "\(name) is someone else from now on"
    }
  }
}
