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
    /// How many judgements, marks, stars, notes, saved searches and articles read were saved.
    public var decisions = 0
    /// Whether parts of the file could not be read, or hold what they should not.
    public var hasDamage = false
  }

  /// SQLite's header at the start of a file, and the size of a library's pages.
  private static let headerLength = 100
  private static let pageLength = 4096

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
    let patched = new.appendingPathExtension("patched")
    defer { try? FileManager.default.removeItem(at: patched) }
    do {
      return try Library.wrapping(damaged.path) { try run(patching: patched, progress) }
    } catch {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: new.path + suffix)
      }
      throw error
    }
  }

  private func run(patching patched: URL, _ progress: (Int) -> Void) throws -> Report {
    _ = try Library(at: new)
    let start = try Data(contentsOf: new).prefix(Self.pageLength)
    // Where nothing can be read, the way to everything may be what is damaged: the file's header, or
    // the page with the list of tables. Those of a new library lead to the same places.
    for length in [0, Self.headerLength, Self.pageLength] {
      var file = damaged
      if length > 0 {
        try patch(damaged, with: start.prefix(length), to: patched)
        file = patched
      }
      if let report = try saved(of: file, isPatched: length > 0, progress) { return report }
    }
    throw LibraryError.unreadable(path: damaged.path)
  }

  /// What can be saved of a file; `nil` where that is nothing.
  private func saved(
    of file: URL, isPatched: Bool, _ progress: (Int) -> Void
  ) throws -> Report? {
    var configuration = Library.configuration()
    // SQLite: what is wrong with one table then does not keep it from reading the others.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    do {
      let source = try LibraryOpening(path: file.path, configuration: configuration).asItIs()
      var report = try save(source, progress)
      report.hasDamage = report.hasDamage || isPatched
      return report.articles + report.decisions > 0 ? report : nil
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
    {
      return nil
    }
  }

  /// Copies a damaged file, with the start of a whole one.
  private func patch(_ damaged: URL, with start: Data, to copy: URL) throws {
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(at: damaged, to: copy)
    let file = try FileHandle(forUpdating: copy)
    defer { try? file.close() }
    let pages = UInt32(clamping: try file.seekToEnd() / UInt64(Self.pageLength))
    var start = start
    // SQLite: bytes 28 to 31 of the header are the number of pages, the highest byte first.
    for (place, shift) in zip(28..., [24, 16, 8, 0]) {
      start[start.startIndex + place] = UInt8(truncatingIfNeeded: pages >> UInt32(shift))
    }
    try file.seek(toOffset: 0)
    try file.write(contentsOf: start)
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
    return report
  }

  /// Copies the rows of a table that can be read, and says how many these are.
  private func save(
    _ table: SalvagedTable, _ db: Database, _ target: DatabaseQueue, _ report: inout Report,
    _ progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    var count = 0
    var walk = SalvagingWalk(table, db)
    try walk.visit { rows in
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
    for table in ["reading", "star", "mark", "article_note"] {
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
