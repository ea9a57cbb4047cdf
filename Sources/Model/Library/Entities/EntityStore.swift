import Foundation
import GRDB

/// Which names wait to be joined.
enum JoiningState: Hashable {
  /// None.
  case current
  /// Those of articles that were added, and those to be taken back of articles that changed or went.
  case waiting(added: [Int64], withdrawn: [Int64])
  /// All.
  case stale

  /// Reads the state of a library.
  init(_ db: Database) throws {
    if try Bool.fetchOne(db, sql: "SELECT isStale FROM tally") ?? true {
      self = .stale
      return
    }
    let added = try Int64.fetchAll(db, sql: "SELECT article FROM waiting ORDER BY article")
    let withdrawn = try Int64.fetchAll(db, sql: "SELECT article FROM withdrawn ORDER BY article")
    self =
      added.isEmpty && withdrawn.isEmpty ? .current : .waiting(added: added, withdrawn: withdrawn)
  }
}

/// Joins the local entities of articles across the library and stores the entities.
///
/// The names of a few new articles are joined to those that the library knows (``ArticleJoining``),
/// touching only these. Joining all of them together (``WholeJoining``) gives the same entities in
/// whatever order the articles came.
struct EntityStore {
  /// When all names are joined together.
  struct Policy: Sendable {
    /// In a library of fewer articles it is done with each import: that takes a fraction of a second.
    var small = 2_000
    /// More than one new article in this many has the whole joined: at once where an import brings them
    /// all, in the background where several did.
    var share = 10
    /// The number of articles that are joined in one transaction.
    var lot = 100
  }

  let library: Library
  let resolver: any Resolver
  var policy = Policy()

  /// Called with how much is done, in hundredths.
  typealias Progress = (_ percent: Int) -> Void

  /// Joins the names of articles that changed since it was last done.
  func resolve(progress: Progress = { _ in }) throws {
    let (state, count) = try library.read { db in
      (try JoiningState(db), try Library.articleCount(db))
    }
    switch state {
    case .current: return
    case .stale: try joinAll(progress: progress)
    case .waiting(let added, let withdrawn):
      let isFew = (added.count + withdrawn.count) * policy.share <= count
      if count >= policy.small, isFew {
        try join(added, withdrawn, progress)
      } else {
        try joinAll(progress: progress)
      }
    }
  }

  /// Joins all names together where articles changed, or many came in small lots.
  func settle() throws {
    if try library.read({ try Self.isUnsettled($0, policy) }) { try joinAll() }
  }

  /// Whether ``settle()`` has something to do.
  static func isUnsettled(_ db: Database, _ policy: Policy = Policy()) throws -> Bool {
    let isWaiting = try JoiningState(db) != .current
    let row = try Row.fetchOne(db, sql: "SELECT recent, articles FROM tally")
    guard let row, !isWaiting else { return isWaiting }
    let recent: Int = try row.decode(atIndex: 0)
    let articles: Int = try row.decode(atIndex: 1)
    return recent > articles / policy.share
  }

  /// Joins all names together.
  ///
  /// The resolver works outside of any transaction, so that nobody waits for it.
  func joinAll(progress: Progress = { _ in }) throws {
    var snapshot = try library.read(RecordSnapshot.init)
    let articles = snapshot.records.map(\.article)
    let doubtful = snapshot.records.filter(\.isDoubtful)
    let admitted = resolver.admitted(snapshot.takeRecords())
    let keys = Set(doubtful.map(\.key))
    let doubts = Doubts.rows(
      of: doubtful, admitted: Set(admitted.lazy.map(\.key).filter(keys.contains)))
    let resolution = resolver.resolution(of: consume admitted) { done, steps in
      progress(80 * done / max(1, steps))
    }
    progress(80)
    var joining = WholeJoining(consume resolution, of: articles)
    try library.read { try joining.regroup($0) }
    progress(90)
    try library.write { db in
      // The reader may have judged meanwhile.
      if try !joining.isCurrent(db) { try joining.regroup(db) }
      try joining.write(db)
      try Doubts(db: db).write(doubts)
      // Articles that came meanwhile wait for the next time.
      try db.execute(
        sql: """
          DELETE FROM waiting WHERE (SELECT generation FROM tally) = :known;
          DELETE FROM withdrawn;
          UPDATE tally SET generation = generation + 1, recent = 0, isStale = generation <> :known
          """, arguments: ["known": snapshot.generation])
    }
  }

  /// Joins the names of a few articles to those that the library knows, after taking others back.
  private func join(_ added: [Int64], _ withdrawn: [Int64], _ progress: Progress) throws {
    let total = max(1, added.count + withdrawn.count)
    var done = 0
    for lot in withdrawn.lots(of: policy.lot) {
      try write(count: lot.count) { try ArticleJoining(db: $0, resolver: resolver).withdraw(lot) }
      done += lot.count
      progress(100 * done / total)
    }
    for lot in added.lots(of: policy.lot) {
      try write(count: lot.count) { try ArticleJoining(db: $0, resolver: resolver).join(lot) }
      done += lot.count
      progress(100 * done / total)
    }
  }

  private func write(count: Int, _ body: (Database) throws -> Void) throws {
    try library.write { db in
      try body(db)
      try db.execute(
        sql: "UPDATE tally SET generation = generation + 1, recent = recent + ?",
        arguments: [count])
    }
    library.giveWay()
  }
}

extension [Int64] {
  /// Lots of at most some elements.
  fileprivate func lots(of count: Int) -> [ArraySlice<Int64>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}

extension Library {
  /// Whether names wait to be joined with all others, so that ``ImportJob/settle()`` has something to do.
  public func isUnsettled() throws -> Bool {
    try read { try EntityStore.isUnsettled($0) }
  }
}
