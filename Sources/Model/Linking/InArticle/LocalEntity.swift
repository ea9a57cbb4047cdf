/// An entity as far as one article alone tells: the mentions that are the same there.
public struct LocalEntity: Hashable, Sendable {
  /// What it is.
  public var kind: EntityKind
  /// The different names it has in the article, the fullest first.
  public var names: [NameForm]
  /// Which of the article's mentions are its own: indices, ascending.
  public var mentions: [Int]
  /// Whether the article alone does not show that it is named there.
  public var isDoubtful: Bool

  /// Makes a local entity.
  public init(kind: EntityKind, names: [NameForm], mentions: [Int], isDoubtful: Bool = false) {
    self.kind = kind
    self.names = names
    self.mentions = mentions
    self.isDoubtful = isDoubtful
  }

  /// The local entities of doubtful mentions, the first of which is number `first` of the article's:
  /// those written alike are one.
  static func doubtful(
    _ mentions: [Mention], from first: Int, in article: Article
  ) -> [LocalEntity] {
    var entities: [LocalEntity] = []
    var places: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      let text = ParsedName.spaced(article.text[mention.range])
      if let place = places[text] {
        entities[place].mentions.append(first + index)
        entities[place].names[0].count += 1
      } else {
        places[text] = entities.count
        entities.append(
          LocalEntity(
            kind: mention.kind, names: [NameForm(text: text)], mentions: [first + index],
            isDoubtful: true))
      }
    }
    return entities
  }
}

/// The mentions of one article that have one name.
struct LocalCluster {
  /// The name.
  var name: ParsedName
  /// What it names: what most of its mentions say.
  var kind: EntityKind
  /// The well-known entity it stands for, where that is one alone.
  var known: KnownEntity?
  /// Whether it stands for one entity of many that share the name, as "Foreign Ministry" does.
  var isGeneric = false
  /// Indices of the mentions, ascending.
  var mentions: [Int]
}
