/// A local entity of some article, as the second step of resolving sees it.
public struct LocalEntityRecord: Hashable, Sendable {
  /// What tells records apart; the caller chooses it.
  public var key: Int64
  /// The article it is from, to tell which entities keep company.
  public var article: Int64
  /// Its names, the fullest first.
  public var names: [NameForm]
  // A library has millions of records: what takes one byte stands last, for the least padding.
  /// What it is.
  public var kind: EntityKind
  /// Whether its article alone does not show that it is named there.
  public var isDoubtful: Bool

  /// Makes a record.
  public init(
    key: Int64, article: Int64, kind: EntityKind, names: [NameForm], isDoubtful: Bool = false
  ) {
    self.key = key
    self.article = article
    self.kind = kind
    self.names = names
    self.isDoubtful = isDoubtful
  }
}

/// Decides which mentions name the same entity.
///
/// Within an article the first step decides, from that article alone; across articles and languages
/// the second, from all local entities together. The second gives the same entities, with the same
/// identifiers, in whatever order the records come.
public protocol Resolver: Sendable {
  /// Groups the mentions of one article; every mention belongs to exactly one group.
  func localEntities(of mentions: [Mention], in article: Article) -> [LocalEntity]

  /// The records that name something: those in no doubt, and of the others those that articles
  /// besides their own speak for, with the kind that they have there. The order of the records makes
  /// no difference to which.
  func admitted(_ records: consuming [LocalEntityRecord]) -> [LocalEntityRecord]

  /// Joins the local entities of all articles.
  func resolution(of records: consuming [LocalEntityRecord]) -> Resolution

  /// Joins the local entities of all articles, and tells how many steps of it are done, of how many.
  func resolution(
    of records: consuming [LocalEntityRecord], progress: (_ done: Int, _ steps: Int) -> Void
  ) -> Resolution

  /// Joins the local entities of a few articles to one another and to the clusters of a library.
  ///
  /// A cluster that the library has keeps its number; there is no link between two of them.
  func resolution(of records: [LocalEntityRecord], beside context: LibraryContext) -> Resolution

  /// Tells which clusters of a library are worth being in such a context; without one all are that share a
  /// key with a new cluster.
  var comparison: ClusterComparison? { get }
}

extension Resolver {
  /// None: all clusters are looked at.
  public var comparison: ClusterComparison? { nil }

  /// Joins them without saying how far it is.
  public func resolution(
    of records: consuming [LocalEntityRecord], progress: (_ done: Int, _ steps: Int) -> Void
  ) -> Resolution {
    resolution(of: records)
  }

  /// The records in no doubt.
  public func admitted(_ records: consuming [LocalEntityRecord]) -> [LocalEntityRecord] {
    records.filter { !$0.isDoubtful }
  }
}
