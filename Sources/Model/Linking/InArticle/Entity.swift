/// The number by which an entity is known in a library.
public struct EntityID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The number itself.
  public var rawValue: Int64

  /// Makes an identifier of a number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// Orders identifiers by their numbers.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A person, place or organization, with all the names it goes by.
public struct Entity: Hashable, Sendable {
  /// Its number.
  public var id: EntityID
  /// What it is.
  public var kind: EntityKind
  /// Its names in all scripts: the best name of each script comes before that script's others.
  public var names: [NameForm]

  /// Makes an entity.
  public init(id: EntityID, kind: EntityKind, names: [NameForm]) {
    self.id = id
    self.kind = kind
    self.names = names
  }

  /// The best name in a script, where there is one.
  public func name(in script: Script) -> String? {
    names.first { $0.script == script }?.text
  }

  /// The name to show to someone who reads `script` first: the best in it, else the best of all.
  public func displayName(preferring script: Script) -> String {
    name(in: script) ?? names.first?.text ?? ""
  }
}
