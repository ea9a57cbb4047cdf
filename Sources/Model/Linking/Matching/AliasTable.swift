import Foundation

/// One of the entities of world news that go by several names.
struct KnownEntity: Hashable, Sendable {
  /// What it is.
  var kind: EntityKind
  /// Its English name, which with the kind tells it from all others.
  var name: String

  /// Whether it is the one of its country among several of a name, as "Ministry of Health (Iraq)" is.
  var isOfCountry: Bool { kind == .organization && name.hasSuffix(")") }
}

/// The names of well-known entities, in both languages.
///
/// Some names have two readings: «الجزائر» is Algeria and Algiers.
struct AliasTable: Sendable {
  /// An entity that a name may stand for.
  struct Reading: Hashable, Sendable {
    /// The entity.
    var entity: KnownEntity
    /// Names of entities whose company in an article speaks for this reading.
    var company: [String]
    /// Whether many entities share the name, and which is meant depends on the article.
    var isGeneric = false
  }

  private let table: SortedTable

  /// Opens a table: key, kind, English name and company (parted by `|`) a line.
  init(contentsOf file: URL) throws {
    table = try SortedTable(contentsOf: file)
  }

  /// What a name may stand for, of the kinds that `kind` can be taken for: a place may be tagged an
  /// organization and the other way round, a person is neither.
  ///
  /// Where something of the kind itself has the name, another counts by its company alone: the club of the
  /// town among clubs.
  func readings(of name: ParsedName, kind: EntityKind) -> [Reading] {
    let own = readings(of: name.key, kind: kind)
    guard own.isEmpty, let whole = name.keyWithArticles else { return own }
    return readings(of: whole, kind: kind)
  }

  /// What an organization's folded name may stand for.
  func readings(ofKey key: String) -> [Reading] {
    readings(of: key, kind: .organization)
  }

  /// What a name that many share stands for in a country: a well-known entity, or one named after both.
  func entity(_ shared: KnownEntity, of country: String) -> KnownEntity {
    let key = "\(NameKey.key(of: shared.name)) @ \(NameKey.key(of: country))"
    return readings(of: key, kind: shared.kind).first?.entity
      ?? KnownEntity(kind: shared.kind, name: "\(shared.name) (\(country))")
  }

  private func readings(of key: String, kind: EntityKind) -> [Reading] {
    let all = table.rows(for: key).compactMap(Self.reading)
    let same = all.filter { $0.entity.kind == kind }
    if kind == .person { return same }
    let others = all.filter { $0.entity.kind != .person && $0.entity.kind != kind }
    return same.isEmpty ? others : same + others.filter { !$0.company.isEmpty }
  }

  private static func reading(_ row: [String]) -> Reading? {
    guard row.count == 3, let kind = EntityKind(rawValue: row[0]) else { return nil }
    let entity = KnownEntity(kind: kind, name: row[1])
    if row[2] == "*" { return Reading(entity: entity, company: [], isGeneric: true) }
    return Reading(entity: entity, company: row[2].split(separator: "|").map(String.init))
  }
}
