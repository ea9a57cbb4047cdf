import Foundation

/// Resolves names in Arabic and English news: within an article by name, surname, acronym and short
/// form; across articles and languages by known aliases, by full names and by how names sound, with
/// the company a name keeps to settle what is doubtful.
public struct NewsResolver: Resolver {
  private let tables: LinkingTables

  /// Opens the tables of the running program.
  ///
  /// - Throws: What finding and reading the tables throws.
  public init() throws {
    try self.init(folder: ResourceFolder.locate())
  }

  /// Opens the tables in a folder.
  ///
  /// - Throws: What reading the tables throws.
  public init(folder: URL) throws {
    tables = try LinkingTables(folder: folder)
  }

  /// Tells which people of a library a new one might be.
  public var comparison: ClusterComparison? { ClusterComparison(tables: tables) }

  /// Groups the mentions of one article; every mention belongs to exactly one group.
  ///
  /// Groups come in the order of their first mentions.
  public func localEntities(of mentions: [Mention], in article: Article) -> [LocalEntity] {
    var resolver = LocalResolver(tables: tables, article: article, mentions: mentions)
    return resolver.resolve()
  }

  /// The records in no doubt, and those of the others that other articles speak for.
  ///
  /// Complexity: O(*n*) in the number of records, apart from the comparisons of doubtful names with
  /// the names that share a phonetic key.
  public func admitted(_ records: consuming [LocalEntityRecord]) -> [LocalEntityRecord] {
    guard records.contains(where: \.isDoubtful) else { return records }
    var evidence = LibraryEvidence(tables: tables, records: copy records)
    let kinds = evidence.kinds()
    // A large library has them once only, so the evidence has to let go of them before they change.
    _ = consume evidence
    var kept = 0
    for index in records.indices {
      var record = records[index]
      if record.isDoubtful {
        guard let kind = kinds[index] else { continue }
        record.kind = kind
        record.isDoubtful = false
      }
      records[kept] = record
      kept += 1
    }
    records.removeLast(records.count - kept)
    return records
  }

  /// Joins the local entities of all articles.
  ///
  /// Complexity: O(*n* log *n*) in the number of records, apart from the comparisons of the names
  /// that share a phonetic key.
  public func resolution(of records: consuming [LocalEntityRecord]) -> Resolution {
    resolution(of: records) { _, _ in }
  }

  /// Joins the local entities of all articles, and tells how many steps of it are done, of how many.
  public func resolution(
    of records: consuming [LocalEntityRecord], progress: (_ done: Int, _ steps: Int) -> Void
  ) -> Resolution {
    var resolver = LibraryResolver(tables: tables, records: records)
    return resolver.resolve(progress: progress)
  }

  /// Joins the local entities of a few articles to one another and to the clusters of a library.
  ///
  /// Complexity: as that of joining all, in the records and the clusters of the context.
  public func resolution(
    of records: [LocalEntityRecord], beside context: LibraryContext
  ) -> Resolution {
    var resolver = LibraryResolver(tables: tables, records: records, context: context)
    return resolver.resolve()
  }

  /// What the article calls the people it names by office, for that article alone.
  ///
  /// Complexity: O(*n*) in the length of the text, apart from the looking up of titles.
  public func roles(in article: Article, mentions: [LinkedMention]) -> [EntityRole] {
    RoleFinder(titles: tables.titles, article: article).roles(of: mentions)
  }
}
