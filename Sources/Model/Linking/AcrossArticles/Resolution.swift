/// The local entities that have one name and are the same by it: the least that is ever parted again.
public struct ResolvedPart: Hashable, Sendable {
  /// Its number; positive, below 2⁵³, made of what it is alone.
  public var id: Int64
  /// What it is.
  public var kind: EntityKind
  /// The folded form of its fullest name.
  public var key: String
  /// The English name of the well-known entity that it is.
  public var known: String?
  /// Whether it is a lone name of one article, which no other article's is taken for by name alone.
  public var isLone: Bool
  /// Its names with their counts.
  public var names: [PartName]
  /// How many mentions were tagged each kind, in the order of the kinds.
  public var kinds: [Int]
  /// The keys of its records, ascending.
  public var members: [Int64]
  /// The keys under which it is found by how it sounds, ascending; none where another part of the
  /// same entity stands for it.
  public var sounds: [Int64] = []

  /// Makes a part.
  public init(
    id: Int64, kind: EntityKind, key: String, known: String? = nil, isLone: Bool = false,
    names: [PartName], kinds: [Int], members: [Int64]
  ) {
    self.id = id
    self.kind = kind
    self.key = key
    self.known = known
    self.isLone = isLone
    self.names = names
    self.kinds = kinds
    self.members = members
  }

  /// How many mentions it has.
  var mentionCount: Int { kinds.reduce(0, +) }
}

/// A name of a part, with what ranks it among an entity's names.
public struct PartName: Hashable, Sendable {
  /// The name.
  public var form: NameForm
  /// How many words it has.
  public var words: Int
  /// How many words of it count as a person's name.
  public var personWords: Int

  /// Makes a part's name.
  public init(form: NameForm, words: Int, personWords: Int) {
    self.form = form
    self.words = words
    self.personWords = personWords
  }
}

/// What joins two parts.
public struct PartLink: Hashable, Sendable {
  /// One part: an index.
  public var left: Int
  /// The other.
  public var right: Int
  /// Why they are one.
  public var reason: LinkReason
  /// How sure that is, from 0 to 1.
  public var confidence: Double

  /// From this confidence on a link is made; below, it is proposed to the reader.
  public static let bound = 0.5

  /// Makes a link.
  public init(left: Int, right: Int, reason: LinkReason, confidence: Double) {
    self.left = left
    self.right = right
    self.reason = reason
    self.confidence = confidence
  }

  /// Whether it joins its parts, if no reader's judgement parts them.
  public var isMade: Bool { confidence >= Self.bound }
}

/// What resolving all records comes to, before readers' judgements: parts, and links between them.
public struct Resolution: Hashable, Sendable {
  /// The parts, ascending by number; every record is in exactly one.
  public var parts: [ResolvedPart]
  /// The links, each pair once.
  public var links: [PartLink]

  /// Makes a resolution.
  public init(parts: [ResolvedPart], links: [PartLink]) {
    self.parts = parts
    self.links = links
  }
}
