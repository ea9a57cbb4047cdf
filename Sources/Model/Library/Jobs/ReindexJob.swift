import Foundation
import GRDB

/// Makes anew all that a library can make of its articles: the text index, the names found in each
/// article, and which of them are one.
///
/// What was read and what the reader did is left as it is. Each step is a short transaction: others
/// read meanwhile, nothing is lost where the work is broken off, and what was done stays done.
public struct ReindexJob: Sendable {
  private typealias Pipeline = ImportPipeline<[StoredNames], [FoundNames]>

  /// How many articles are handed to a core at a time, and how many findings are stored at a time.
  private static let stride = 32

  let library: Library
  let tagger: any Tagger
  let resolver: any Resolver

  /// Makes a job.
  public init(library: Library, tagger: any Tagger, resolver: any Resolver) {
    self.library = library
    self.tagger = tagger
    self.resolver = resolver
  }

  /// Rebuilds everything that is extracted from the articles.
  ///
  /// It blocks, and ends early where its task is cancelled.
  ///
  /// - Parameter report: Called from this thread after each step.
  /// - Returns: In how many articles other names were found than before.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  @discardableResult
  public func run(progress report: (ReindexProgress) -> Void = { _ in }) throws -> Int {
    var progress = ReindexProgress()
    var pace = WorkPace()
    func step(_ articles: Int, of total: Int) {
      (progress.articles, progress.total) = (articles, total)
      pace.note(articles: articles, done: articles, of: total, at: .now)
      (progress.articlesPerSecond, progress.timeLeft) = (pace.articlesPerSecond, pace.timeLeft)
      report(progress)
    }
    report(progress)
    try IndexRebuild(library: library).run(progress: step)
    progress = ReindexProgress()
    progress.phase = .naming
    pace = WorkPace()
    if tagger.isQuick {
      try library.write { db in
        try db.execute(sql: "INSERT OR IGNORE INTO hasty SELECT id FROM article")
      }
    }
    let changed: Int
    do {
      changed = try findNames(progress: step)
    } catch let error as CancellationError {
      // Articles whose names are others now have none until they are joined.
      try EntityStore(library: library, resolver: resolver).resolve()
      throw error
    }
    progress.phase = .linking
    report(progress)
    try library.write { db in
      // Indexes of tables are what `reader check` may find wrong, and quick to make.
      try db.execute(sql: "REINDEX; UPDATE tally SET isStale = 1")
    }
    try EntityStore(library: library, resolver: resolver).resolve()
    progress.phase = .finished
    report(progress)
    return changed
  }

  private func findNames(progress: (_ articles: Int, _ total: Int) -> Void) throws -> Int {
    let ids = try library.read { try Int64.fetchAll($0, sql: "SELECT id FROM article ORDER BY id") }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let pipeline = Pipeline(capacity: 4 * cores)
    let failure = FirstFailure()
    let threads = DispatchGroup()
    WorkThread.start(in: threads) {
      failure.catching { try read(ids, into: pipeline) }
      pipeline.complete()
    }
    for _ in 0..<cores {
      WorkThread.start(in: threads) { pipeline.work { $0.map { $0.found(by: tagger, resolver) } } }
    }
    defer {
      pipeline.stop()
      threads.wait()
    }
    var (seen, changed) = (0, 0)
    while let findings = pipeline.receive() {
      changed += try store(findings)
      seen += findings.count
      progress(seen, ids.count)
    }
    try failure.rethrow()
    guard !Task.isCancelled else { throw CancellationError() }
    return changed
  }

  private func read(_ ids: [Int64], into pipeline: Pipeline) throws {
    for start in Swift.stride(from: 0, to: ids.count, by: Self.stride) {
      let some = ids[start..<min(start + Self.stride, ids.count)]
      let stored = try library.read { db in
        let spans = try JudgedSpans(db)
        return try some.compactMap { try StoredNames($0, spans, db) }
      }
      guard pipeline.submit(stored) else { return }
    }
  }

  /// Stores what is other than before, and says how much that was.
  ///
  /// The article's links go, since they count its local entities as they were.
  private func store(_ findings: [FoundNames]) throws -> Int {
    let changed = findings.filter { $0.changed != nil }
    guard !changed.isEmpty else { return 0 }
    return try library.write { db in
      var count = 0
      for finding in changed {
        // An article that was replaced meanwhile had its names found then.
        try db.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO extraction (article, mentions, locals)
            SELECT id, ?, ? FROM article WHERE id = ? AND digest = ?
            """
        ).execute(arguments: [
          finding.changed?.mentions, finding.changed?.locals, finding.article, finding.digest,
        ])
        guard db.changesCount > 0 else { continue }
        count += 1
        try db.cachedStatement(sql: "DELETE FROM link WHERE article = ?")
          .execute(arguments: [finding.article])
      }
      if count > 0 {
        try db.execute(
          sql: "UPDATE tally SET generation = generation + 1, isStale = 1")
      }
      return count
    }
  }
}
