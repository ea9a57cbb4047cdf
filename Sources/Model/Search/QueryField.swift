/// A field of a query, by the name before the colon.
enum QueryField: String, CaseIterable {
  case person
  case place
  case org
  case lang
  case source
  case after
  case before
  case `is`
  case watch
  case note

  /// The kind of entity that the field names, where it names one.
  var kind: EntityKind? {
    switch self {
    case .person: .person
    case .place: .place
    case .org: .organization
    case .lang, .source, .after, .before, .is, .watch, .note: nil
    }
  }

  /// The field that names entities of a kind.
  init(_ kind: EntityKind) {
    switch kind {
    case .person: self = .person
    case .place: self = .place
    case .organization: self = .org
    }
  }
}
