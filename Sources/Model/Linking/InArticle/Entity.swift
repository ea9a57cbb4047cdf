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

/// One way in which an entity is written, and how often it was found so.
public struct NameForm: Hashable, Sendable, Codable {
  /// The name as it stands in the text.
  public var text: String
  /// The script it is written in.
  public var script: Script
  /// How many mentions have it; 0 for a name that is known and was not found.
  public var count: Int

  /// Makes a name form; the script is that of the text.
  public init(text: String, count: Int = 1) {
    self.text = text
    self.script = Script(of: text)
    self.count = count
  }
}

/// A mention and the entity it names.
public struct LinkedMention: Hashable, Sendable {
  /// The mention.
  public var mention: Mention
  /// What it names.
  public var entity: EntityID

  /// Makes a linked mention.
  public init(mention: Mention, entity: EntityID) {
    self.mention = mention
    self.entity = entity
  }
}
