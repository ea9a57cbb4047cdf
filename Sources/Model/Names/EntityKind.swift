/// What sort of thing an entity is.
public enum EntityKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A human being.
  case person
  /// A country, a town, a region, a site: also where a country or capital acts.
  case place
  /// A body of people: a state organ, company, party, armed group, agency, club.
  case organization

  /// The number by which the kind is stored; it never changes once it was released.
  var code: UInt8 {
    switch self {
    case .person: 0
    case .place: 1
    case .organization: 2
    }
  }

  /// The kind that is stored by a number.
  init?(code: UInt8) {
    guard let kind = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = kind
  }
}
