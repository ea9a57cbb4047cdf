import Foundation
import GRDB

/// Reads the names of articles again, carefully, that an import read quickly.
///
/// A lot of articles at a time is read outside of any transaction, stored, and its names joined; what was
/// done stays done where the work is broken off, and others read meanwhile.
public struct CarefulReading: Sendable {
  /// How far it is.
  public struct Progress: Hashable, Sendable {
    /// How many articles were read again.
    public var articles = 0
    /// How many wait.
    public var waiting = 0
  }

  /// How many articles are read, stored and joined together.
  private static let lot = 24

  let library: Library
  let tagger: any Tagger
  let resolver: any Resolver

  /// Makes a job; `tagger` reads carefully.
  public init(library: Library, tagger: any Tagger, resolver: any Resolver) {
    self.library = library
    self.tagger = tagger
    self.resolver = resolver
  }

  /// Reads all articles again that wait for it, the newest first.
  ///
  /// It blocks, and ends early where its task is cancelled.
  ///
  /// - Parameters:
  ///   - threads: How many articles are read at a time.
  ///   - first: Asked before each lot for an article that somebody reads now.
  ///   - progress: Called from this thread after each lot.
  /// - Throws: ``LibraryError``.
  public func run(
    threads: Int = 1, first: () -> ArticleID? = { nil },
    progress report: (Progress) -> Void = { _ in }
  ) throws {
    var progress = Progress(waiting: try library.hastyCount())
    guard progress.waiting > 0 else { return }
    report(progress)
    var open: ArticleID?
    while !Task.isCancelled {
      let wanted = first()
      let stored = try library.read { db in
        // The article that was just opened is read by itself, so that it need not wait for others.
        let ids = try wanted != open ? Self.hasty(wanted, db) : []
        return try (ids.isEmpty ? Self.hasty(db) : ids).compactMap { try StoredNames($0, db) }
      }
      open = wanted
      guard !stored.isEmpty else { return }
      let found = read(stored, threads: threads)
      guard found.count == stored.count else { return }
      try library.write { db in
        for names in found { try store(names, db) }
        try db.execute(sql: "UPDATE tally SET generation = generation + 1")
      }
      try EntityStore(library: library, resolver: resolver).resolve()
      progress.articles += found.count
      progress.waiting = try library.hastyCount()
      report(progress)
    }
  }

  private static func hasty(_ article: ArticleID?, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT article FROM hasty WHERE article = ?"),
      arguments: [article?.rawValue])
  }

  private static func hasty(_ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT hasty.article FROM article CROSS JOIN hasty ON hasty.article = article.id
          ORDER BY article.age LIMIT ?
          """), arguments: [lot])
  }

  /// What is found in articles now, in their order; fewer where the task is cancelled.
  private func read(_ stored: [StoredNames], threads: Int) -> [StoredNames] {
    typealias Pipeline = ImportPipeline<[StoredNames], [StoredNames]>
    let pipeline = Pipeline(capacity: stored.count)
    for names in stored { _ = pipeline.submit([names]) }
    pipeline.complete()
    let group = DispatchGroup()
    for _ in 0..<max(1, threads) {
      ImportJob.start(in: group, quality: .utility) {
        pipeline.work { $0.map { $0.found(by: tagger, resolver) } }
      }
    }
    defer {
      pipeline.stop()
      group.wait()
    }
    var found: [StoredNames] = []
    while let names = pipeline.receive() { found += names }
    return found
  }

  private func store(_ names: StoredNames, _ db: Database) throws {
    // An article that was replaced meanwhile waits for its own turn.
    let isCurrent = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ? AND digest = ?"),
      arguments: [names.article.rawValue, names.digest])
    guard isCurrent == true else { return }
    try db.cachedStatement(sql: "DELETE FROM hasty WHERE article = ?")
      .execute(arguments: [names.article.rawValue])
    guard names.isChanged else { return }
    try ArticleStore(db: db, keepsCopies: true).replaceNames(
      of: names.article.rawValue, mentions: names.mentions, locals: names.locals)
  }
}

/// An article of a library, and the names found in it.
private struct StoredNames: Sendable {
  let article: ArticleID
  let digest: Int64
  var mentions: Data
  var locals: Data
  /// Whether other names were found than are stored.
  var isChanged = false
  private let content: Article

  init?(_ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql:
        "SELECT digest, mentions, locals FROM article JOIN extraction ON article = id WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]),
      let summary = try Library.summary(of: id, db),
      let content = try Library.article(summary, db)
    else { return nil }
    article = ArticleID(rawValue: id)
    (digest, mentions, locals) = (row[0], row[1], row[2])
    self.content = content
  }

  func found(by tagger: any Tagger, _ resolver: any Resolver) -> StoredNames {
    let extracted = ExtractedArticle(content, tagger: tagger, resolver: resolver)
    var names = self
    (names.mentions, names.locals) = (
      Data(extracted.packedMentions()), Data(extracted.packedLocals())
    )
    names.isChanged = names.mentions != mentions || names.locals != locals
    return names
  }
}

extension Library {
  /// How many articles were read quickly only.
  public func hastyCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM hasty") ?? 0 }
  }
}
