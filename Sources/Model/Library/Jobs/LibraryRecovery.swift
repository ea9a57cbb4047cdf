import Foundation
import GRDB

/// Saves what can still be read of a damaged library to a new one.
///
/// What the reader did and decided is saved first, then the articles; all else is made again of these.
/// The damaged file is read only.
public struct LibraryRecovery {
  /// What was saved.
  public struct Report: Hashable, Sendable {
    /// How many articles were saved.
    public var articles = 0
    /// How many articles are known of whose text could not be read.
    public var lostArticles = 0
    /// How many judgements, marks, stars, saved searches and articles read were saved.
    public var decisions = 0
    /// Whether parts of the file could not be read, or hold what they should not.
    public var hasDamage = false
  }

  private let damaged: URL
  private let new: URL

  /// Makes a job that leaves the one file as it is and makes the other.
  public init(of damaged: URL, to new: URL) {
    (self.damaged, self.new) = (damaged, new)
  }

  /// Saves what can be read; names are then to be found again (``ReindexJob``).
  ///
  /// - Parameter progress: Called with how many articles were saved.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled, and then nothing is
  ///   left of the new library.
  public func run(progress: (Int) -> Void = { _ in }) throws -> Report {
    guard !FileManager.default.fileExists(atPath: new.path) else {
      throw LibraryError.exists(path: new.path)
    }
    let source = try Library.wrapping(damaged.path) {
      var configuration = Library.configuration()
      // SQLite: what is wrong with one table then does not keep it from reading the others.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
      return try LibraryOpening(path: damaged.path, configuration: configuration).asItIs()
    }
    do {
      _ = try Library(at: new)
      return try Library.wrapping(new.path) { try save(source, progress) }
    } catch {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: new.path + suffix)
      }
      throw error
    }
  }

  private func save(_ source: any DatabaseReader, _ progress: (Int) -> Void) throws -> Report {
    var configuration = Configuration()
    // What the reader did with articles is written before these are there.
    configuration.foreignKeysEnabled = false
    let target = try DatabaseQueue(path: new.path, configuration: configuration)
    var report = Report()
    try source.unsafeRead { db in
      for table in SalvagedTable.decisions {
        report.decisions += try save(table, db, target, &report)
      }
      _ = try save(.file, db, target, &report)
      _ = try save(.article, db, target, &report)
      report.articles = try save(.body, db, target, &report, progress)
      for table in SalvagedTable.places { _ = try save(table, db, target, &report) }
    }
    try target.write { try tidy($0, &report) }
    try target.close()
    guard report.articles + report.decisions > 0 else {
      throw LibraryError.damaged(path: damaged.path)
    }
    return report
  }

  /// Copies the rows of a table that can be read, and says how many these are.
  private func save(
    _ table: SalvagedTable, _ db: Database, _ target: DatabaseQueue, _ report: inout Report,
    _ progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    var count = 0
    var walk = SalvagingWalk(table, db)
    try walk.forEach { rows in
      guard !Task.isCancelled else { throw CancellationError() }
      try target.write { new in
        for row in rows where table.isSound(row) {
          let statement = try new.cachedStatement(sql: table.insertion)
          try statement.execute(arguments: StatementArguments(row.databaseValues))
          count += new.changesCount
        }
      }
      progress(count)
    }
    if walk.hasDamage { report.hasDamage = true }
    return count
  }

  /// Takes out what speaks of articles that were lost, and leaves the rest as an import would.
  private func tidy(_ db: Database, _ report: inout Report) throws {
    let textless = try Int64.fetchAll(
      db, sql: "SELECT id FROM article WHERE id NOT IN (SELECT article FROM body)")
    report.lostArticles = textless.count
    report.hasDamage = report.hasDamage || !textless.isEmpty
    for id in textless { try KeptReading(db: db).keep(article: id) }
    // Articles without a place of their own get one, since a list names it.
    try db.execute(
      sql: """
        DELETE FROM article WHERE id NOT IN (SELECT article FROM body);
        DELETE FROM body WHERE article NOT IN (SELECT id FROM article);
        DELETE FROM place WHERE article NOT IN (SELECT id FROM article)
          OR file NOT IN (SELECT id FROM file);
        INSERT INTO file (path)
          SELECT 'recovered' WHERE EXISTS (
            SELECT 1 FROM article WHERE id NOT IN (SELECT article FROM place));
        INSERT INTO place (file, line, article)
          SELECT (SELECT max(id) FROM file), id, id FROM article
          WHERE id NOT IN (SELECT article FROM place);
        """)
    for table in ["reading", "star", "mark"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE article NOT IN (SELECT id FROM article)")
    }
    try db.execute(
      sql: """
        UPDATE tally SET articles = (SELECT count(*) FROM article), generation = 1, isStale = 1;
        INSERT OR IGNORE INTO hasty SELECT id FROM article;
        """)
    report.articles = try Library.articleCount(db)
  }
}
