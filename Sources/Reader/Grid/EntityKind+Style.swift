import Model

extension EntityKind {
  /// The ink in which names of this kind are drawn.
  var ink: Style.Ink {
    switch self {
    case .person: return .person
    case .place: return .place
    case .organization: return .organization
    }
  }

  /// The heading of the kind in the panel of names.
  var heading: String {
    switch self {
    case .person: return "People"
    case .place: return "Places"
    case .organization: return "Organizations"
    }
  }
}
