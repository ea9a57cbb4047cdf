/// The mentions and names that are one entity candidate: the local entities of one name that are the
/// same by it.
public struct Cluster: Hashable, Sendable {
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
  public var names: [ClusterName]
  /// The number of its mentions by the kind that they were tagged.
  public var kinds: KindCounts
  /// The keys of its records, ascending.
  public var members: [Int64]
  /// The keys under which it is found by how it sounds, ascending; none where another cluster of the
  /// same entity stands for it.
  public var sounds: [Int64] = []

  /// Creates a cluster.
  public init(
    id: Int64, kind: EntityKind, key: String, known: String? = nil, isLone: Bool = false,
    names: [ClusterName], kinds: KindCounts, members: [Int64]
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

  /// The number of its mentions.
  var mentionCount: Int { kinds.total }
}

/// A name of a cluster, with what ranks it among an entity's names.
public struct ClusterName: Hashable, Sendable {
  /// The name.
  public var form: NameForm
  /// The number of its words.
  public var words: Int
  /// The number of its words that count as a person's name.
  public var personWords: Int

  /// Creates a cluster's name.
  public init(form: NameForm, words: Int, personWords: Int) {
    self.form = form
    self.words = words
    self.personWords = personWords
  }
}

/// What joins two clusters.
public struct ClusterLink: Hashable, Sendable {
  /// One cluster: an index.
  public var left: Int
  /// The other.
  public var right: Int
  /// Why they are one.
  public var reason: LinkReason
  /// How sure that is, from 0 to 1.
  public var confidence: Double

  /// From this confidence on a link is made; below, it is proposed to the reader.
  public static let bound = 0.5

  /// Creates a link.
  public init(left: Int, right: Int, reason: LinkReason, confidence: Double) {
    self.left = left
    self.right = right
    self.reason = reason
    self.confidence = confidence
  }

  /// Whether it joins its clusters, if no reader's judgement keeps them apart.
  public var isMade: Bool { confidence >= Self.bound }
}

/// The result of resolving records, before readers' judgements: clusters, and links between them.
public struct Resolution: Hashable, Sendable {
  /// The clusters, ascending by number; every record is in exactly one.
  ///
  /// Clusters of the library, and only they, may have no record.
  public var clusters: [Cluster]
  /// The links, each pair once.
  public var links: [ClusterLink]

  /// Creates a resolution.
  public init(clusters: [Cluster], links: [ClusterLink]) {
    self.clusters = clusters
    self.links = links
  }
}

/// The entities of a library that the names of a few new articles may be.
public struct LibraryContext: Sendable {
  /// An entity of the library.
  public struct Entity: Sendable {
    /// Clusters of it, not always all; the best attested of each script among them.
    public var clusters: [Cluster]
    /// The number of articles that name it.
    public var articleCount: Int
    /// The articles that its company is read off, ascending.
    public var sample: [Int64]
    /// The articles of any entity's sample that name it, ascending.
    public var articles: [Int64]

    /// Creates an entity of the context.
    public init(clusters: [Cluster], articleCount: Int, sample: [Int64], articles: [Int64]) {
      self.clusters = clusters
      self.articleCount = articleCount
      self.sample = sample
      self.articles = articles
    }
  }

  /// The entities.
  public var entities: [Entity]
  /// The number of articles in the library.
  public var articleCount: Int

  /// Creates a context.
  public init(entities: [Entity] = [], articleCount: Int = 0) {
    self.entities = entities
    self.articleCount = articleCount
  }

  /// The most articles that an entity's company is read off.
  public static let sampleLimit = Company.sample
}
