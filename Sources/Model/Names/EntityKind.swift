/// What sort of thing an entity is.
public enum EntityKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A human being.
  case person
  /// A country, a town, a region, a site: also where a country or capital acts.
  case place
  /// A body of people: a state organ, company, party, armed group, agency, club.
  case organization
}
