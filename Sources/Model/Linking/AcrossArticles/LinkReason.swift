/// Why two names are taken for one entity.
public enum LinkReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// Both are known names of the same well-known entity.
  case alias
  /// They are one name, titles and the kind that a text gave it apart.
  case sameName
  /// They are spellings of one name in one script.
  case spelling
  /// One article has both for the same.
  case article
  /// One abbreviates the other.
  case acronym
  /// A list of places has both for the same place.
  case gazetteer
  /// They sound or translate alike across scripts.
  case sound
  /// They may be one by their letters, and they keep the same company.
  case company
  /// A reader said so.
  case judgement
}
