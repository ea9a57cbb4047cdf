/// An entity of a library that a watched name may be.
public struct WatchMatch: Hashable, Sendable {
  /// What keeps a match from being sure.
  public enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
    /// A word of one name has no counterpart in the other.
    case openWord
    /// The names just pass for one.
    case barely
    /// Its words are so common that many people have the name.
    case commonName
    /// A single word, which is a surname of many.
    case loneName
  }

  /// The entity.
  public var entity: EntityID
  /// The name of the entity that matched, as articles have it.
  public var spelling: String
  /// The name of the list that it matched.
  public var listed: String
  /// Why they are one.
  public var reason: LinkReason
  /// How sure that is, from 0 to 1.
  public var confidence: Double
  /// What keeps it from being sure.
  public var doubts: [Doubt]

  /// Creates a match.
  public init(
    entity: EntityID, spelling: String, listed: String, reason: LinkReason, confidence: Double,
    doubts: [Doubt] = []
  ) {
    self.entity = entity
    self.spelling = spelling
    self.listed = listed
    self.reason = reason
    self.confidence = confidence
    self.doubts = doubts
  }

  /// Whether a person should look at it before it is taken for true.
  public var isDoubtful: Bool { !doubts.isEmpty }
}

extension NameAgreement {
  /// Whether it speaks for one entity more than another agreement does.
  func isBetter(than other: NameAgreement) -> Bool {
    if doubts.isEmpty != other.doubts.isEmpty { return doubts.isEmpty }
    return confidence > other.confidence
  }
}

/// How a name of a list agrees with a name of an entity.
struct NameAgreement: Hashable {
  /// Why they are one.
  var reason: LinkReason
  /// How sure that is by the names alone, from 0 to 1.
  var confidence: Double
  /// What keeps it from being sure.
  var doubts: [WatchMatch.Doubt] = []
}
