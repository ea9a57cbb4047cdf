import Foundation
import GRDB

/// Reads the names of articles again, carefully, that an import read quickly.
///
/// A lot of articles at a time is read outside of any transaction; from time to time what was found is stored
/// and its names are joined. What was done stays done where the work is broken off, and others read meanwhile.
public struct CarefulReading: Sendable {
  /// How far it is.
  public struct Progress: Hashable, Sendable {
    /// How many articles were read again.
    public var articles = 0
    /// How many wait.
    public var waiting = 0
  }

  /// How many articles are read before somebody is asked what to read first.
  private static let lot = 24

  let library: Library
  let tagger: any Tagger
  let resolver: any Resolver
  private let only: Set<Int64>?

  /// Makes a job that reads some articles, all that wait where none are given; `tagger` reads carefully.
  public init(
    library: Library, tagger: any Tagger, resolver: any Resolver, only articles: [ArticleID]? = nil
  ) {
    only = articles.map { Set($0.map(\.rawValue)) }
    self.library = library
    self.tagger = tagger
    self.resolver = resolver
  }

  /// Reads all articles again that wait for it, the newest first.
  ///
  /// It blocks, and ends early where it is cancelled.
  ///
  /// - Parameters:
  ///   - threads: How many articles are read at a time.
  ///   - first: Asked before each lot for an article that somebody reads now.
  ///   - isCancelled: Whether to end; by default where the task is cancelled.
  ///   - report: Called from this thread each time that what was found is stored.
  /// - Throws: ``LibraryError``.
  public func run(
    threads: Int = 1, first: () -> ArticleID? = { nil },
    isCancelled: () -> Bool = { Task.isCancelled },
    progress report: (Progress) -> Void = { _ in }
  ) throws {
    var progress = Progress(waiting: try library.hastyCount())
    guard progress.waiting > 0 else { return }
    report(progress)
    var open: ArticleID?
    // Ordered once, and again for what came meanwhile; asking for the newest each time would pass over
    // all that was read.
    var queue = try hasty()[...]
    var hasRead = false
    // What was found and is not stored yet, under what the reader had said.
    var found: [FoundNames] = []
    var said = JudgedSpans([])
    var clock = StoringClock()

    func storeFound() throws {
      let count = found.count
      let isStored = try clock.time { try store(found, under: said) }
      if !isStored { queue = found.map(\.article) + queue }
      found = []
      guard isStored else { return }
      progress.articles += count
      progress.waiting = try library.hastyCount()
      report(progress)
      hasRead = true
    }

    while !isCancelled(), !queue.isEmpty {
      let wanted = first()
      // The article that was just opened is read by itself, so that it need not wait for others.
      let alone = [wanted?.rawValue].compactMap(\.self).filter { only?.contains($0) ?? true }
      var lot = try wanted != open ? waiting(alone) : []
      let isAlone = !lot.isEmpty
      open = wanted
      if !isAlone {
        lot = try waiting(queue.prefix(Self.lot))
        queue = queue.dropFirst(Self.lot)
      }
      let (spans, stored) = try library.read { db in
        let spans = try JudgedSpans(db)
        return try (spans, lot.compactMap { try StoredNames($0, spans, db) })
      }
      if spans != said, !found.isEmpty { try storeFound() }
      said = spans
      let names = read(stored, threads: threads)
      guard names.count == stored.count else { break }
      found += names
      if !found.isEmpty, isAlone || queue.isEmpty || clock.isDue { try storeFound() }
      if queue.isEmpty, hasRead {
        queue = try hasty()[...]
        hasRead = false
      }
    }
    if !found.isEmpty { try storeFound() }
  }

  /// Tells when to store again what was found: storing makes all who ask the library ask anew, and joining
  /// takes its time, so neither is done more often than a twentieth of the time allows.
  private struct StoringClock {
    private var next = ContinuousClock.now

    var isDue: Bool { ContinuousClock.now >= next }

    mutating func time<Result>(_ body: () throws -> Result) rethrows -> Result {
      let start = ContinuousClock.now
      let result = try body()
      let took = ContinuousClock.now - start
      next = ContinuousClock.now + min(took * 20, Duration.seconds(60))
      return result
    }
  }

  /// Stores what was found, and joins its names; false where the reader said meanwhile what was not heeded.
  private func store(_ found: [FoundNames], under spans: JudgedSpans) throws -> Bool {
    let isStored = try library.write { db in
      guard try JudgedSpans(db) == spans else { return false }
      for names in found { try store(names, db) }
      try db.execute(sql: "UPDATE tally SET generation = generation + 1")
      return true
    }
    guard isStored else { return false }
    library.giveWay()
    try EntityStore(library: library, resolver: resolver).resolve()
    return true
  }

  /// The articles that wait, the newest first.
  private func hasty() throws -> [Int64] {
    try library.read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM hasty JOIN article ON article = id ORDER BY age, id"
      )
      .filter { only?.contains($0) ?? true }
    }
  }

  /// Those of some articles that still wait.
  private func waiting(_ articles: some Collection<Int64>) throws -> [Int64] {
    try library.read { db in
      let statement = try db.cachedStatement(sql: "SELECT article FROM hasty WHERE article = ?")
      return try articles.compactMap { try Int64.fetchOne(statement, arguments: [$0]) }
    }
  }

  /// What is found in articles now, in their order; fewer where the task is cancelled.
  private func read(_ stored: [StoredNames], threads: Int) -> [FoundNames] {
    typealias Pipeline = ImportPipeline<[StoredNames], [FoundNames]>
    let pipeline = Pipeline(capacity: stored.count)
    for names in stored { _ = pipeline.submit([names]) }
    pipeline.complete()
    let group = DispatchGroup()
    for _ in 0..<max(1, threads) {
      WorkThread.start(in: group) {
        pipeline.work { $0.map { $0.found(by: tagger, resolver) } }
      }
    }
    defer {
      pipeline.stop()
      group.wait()
    }
    var found: [FoundNames] = []
    while let names = pipeline.receive() { found += names }
    return found
  }

  private func store(_ names: FoundNames, _ db: Database) throws {
    // An article that was replaced meanwhile waits for its own turn.
    let isCurrent = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ? AND digest = ?"),
      arguments: [names.article, names.digest])
    guard isCurrent == true else { return }
    try db.cachedStatement(sql: "DELETE FROM hasty WHERE article = ?")
      .execute(arguments: [names.article])
    guard let changed = names.changed else { return }
    try ArticleStore(db: db, keepsCopies: true).replaceNames(
      of: names.article, mentions: changed.mentions, locals: changed.locals)
  }
}

extension Library {
  /// How many articles were read quickly only.
  public func hastyCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM hasty") ?? 0 }
  }
}
