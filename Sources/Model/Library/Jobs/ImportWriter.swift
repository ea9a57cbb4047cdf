import Foundation
import GRDB

/// Stores what an import's workers made, some hundred articles a transaction.
struct ImportWriter {
  /// What was done so far.
  var report = ImportReport()
  /// How far the import is.
  var progress = ImportProgress()

  private let library: Library
  private var pending: [ImportEntry<PackedArticle>] = []
  private var articles = 0
  private var began = ContinuousClock.now
  private var pace = WorkPace()

  /// Makes the writer of an import of files.
  init(library: Library, files: [SourceFile]) {
    self.library = library
    progress.bytesTotal = files.reduce(0) { $0 + $1.size }
    notePace()
  }

  /// How many articles a transaction stores; whoever reads a library in memory waits for it.
  private var limit: Int { library.isKept ? 1000 : 64 }
  /// How long articles wait at most to be stored, for lists that fill meanwhile.
  private var patience: Duration { library.isKept ? .seconds(1) : .milliseconds(50) }

  /// Takes a batch, and says whether it was stored by now.
  mutating func add(_ batch: [ImportEntry<PackedArticle>]) throws -> Bool {
    if pending.isEmpty { began = .now }
    pending += batch
    for case .article in batch { articles += 1 }
    guard articles >= limit || .now - began >= patience else { return false }
    try flush()
    return true
  }

  /// Stores what waits.
  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    let entries = pending
    pending = []
    articles = 0
    var outcomes: [StoringOutcome: Int] = [:]
    try library.write { db in
      outcomes = [:]
      try Self.store(entries, db, keepsCopies: !library.isKept, outcomes: &outcomes)
    }
    note(entries, outcomes)
  }

  /// Takes out articles whose file has them no more.
  mutating func sweep() throws {
    let removed = try library.write { db in
      let store = ArticleStore(db: db, keepsCopies: !library.isKept)
      let removed = try store.sweep()
      if removed > 0 { try store.noteChange(difference: -removed) }
      return removed
    }
    report.removed += removed
  }

  private static func store(
    _ entries: [ImportEntry<PackedArticle>], _ db: Database, keepsCopies: Bool,
    outcomes: inout [StoringOutcome: Int]
  ) throws {
    let store = ArticleStore(db: db, keepsCopies: keepsCopies)
    var file: (path: String, id: Int64)?
    for entry in entries {
      switch entry {
      case .article(let packed):
        let origin = packed.header.origin
        if file?.path != origin.path || origin.path == "-" {
          file = (origin.path, try store.file(at: origin.path))
        }
        guard let file else { continue }
        outcomes[
          try store.store(packed, file: file.id, line: origin.line ?? 0), default: 0] += 1
      case .end(let source, let lastLine, true):
        try store.finish(source, lastLine: lastLine)
      case .end, .failure, .unchanged, .passed:
        continue
      }
    }
    if outcomes.keys.contains(where: { $0 != .unchanged && $0 != .elsewhere }) {
      try store.noteChange(
        difference: outcomes[.added, default: 0] + outcomes[.displaced, default: 0])
    }
  }

  private mutating func notePace() {
    pace.note(
      articles: progress.articles, done: progress.bytesSeen, of: progress.bytesTotal, at: .now)
    progress.articlesPerSecond = pace.articlesPerSecond
    progress.timeLeft = pace.timeLeft
  }

  private mutating func note(
    _ entries: [ImportEntry<PackedArticle>], _ outcomes: [StoringOutcome: Int]
  ) {
    for (outcome, count) in outcomes {
      switch outcome {
      case .added: report.added += count
      case .replaced, .displaced, .moved: report.replaced += count
      case .updated, .unchanged: report.unchanged += count
      case .elsewhere:
        report.unchanged += count
        report.elsewhere += count
      }
    }
    for entry in entries {
      switch entry {
      case .failure(let failure): report.failures.append(failure)
      case .unchanged(let articles): report.unchanged += articles
      case .passed(let bytes): progress.bytesSeen += bytes
      case .article, .end: continue
      }
    }
    progress.articles = report.added + report.replaced + report.unchanged
    notePace()
  }
}
