import Foundation
import GRDB

/// Joins the local entities of all articles and stores what comes of it.
///
/// Joining all of them anew gives the same entities in whatever order the articles came. In a large
/// library a few new articles are joined provisionally (``ProvisionalJoining``) and the whole later,
/// by ``settle()``.
struct EntityStore {
  /// When names are joined provisionally.
  struct Policy: Sendable {
    /// In a library of fewer articles all names are joined anew at once: that takes less than a second.
    var small = 10_000
    /// More than one article in this many may not be joined provisionally.
    var share = 100
  }

  let library: Library
  let resolver: any Resolver
  var policy = Policy()

  /// Resolves where articles changed since it was last done.
  func resolve() throws {
    guard try library.read({ try Self.isUnresolved($0) }) else { return }
    if try !joinProvisionally() { try joinAll() }
  }

  /// Joins all names anew where some are joined provisionally.
  func settle() throws {
    if try library.read({ try Self.isUnresolved($0) || Self.isProvisional($0) }) { try joinAll() }
  }

  private static func isUnresolved(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT isUnresolved FROM tally") ?? false
  }

  static func isProvisional(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT provisional FROM tally") ?? false
  }

  /// Joins all names anew.
  ///
  /// The resolver works outside of any transaction, so that nobody waits for it.
  private func joinAll() throws {
    var snapshot = try library.read(RecordSnapshot.init)
    let articles = snapshot.records.map(\.article)
    let resolution = resolver.resolution(of: resolver.admitted(snapshot.takeRecords()))
    var update = try library.read { try EntityUpdate(resolution, of: articles, $0) }
    try library.write { db in
      // The reader may have judged meanwhile.
      if try !update.isCurrent(db) {
        update = try EntityUpdate(resolution, of: articles, db)
      }
      try update.write(db)
      // Articles that came meanwhile wait for the next time.
      try db.execute(
        sql: """
          UPDATE tally SET generation = generation + 1, provisional = 0,
            isUnresolved = CASE WHEN generation = ? THEN 0 ELSE 2 END
          """, arguments: [snapshot.generation])
    }
  }

  /// Joins the names of the articles that were added, where they are few beside the others and nothing
  /// else changed; says whether it did.
  private func joinProvisionally() throws -> Bool {
    let added = try library.read { db -> [Int64]? in
      let row = try Row.fetchOne(
        db, sql: "SELECT isUnresolved, articles, provisional FROM tally")
      guard let row, row[0] == 1, row[1] >= policy.small else { return nil }
      let added = try ProvisionalJoining.articles(db)
      let provisional: Int = row[2]
      return (provisional + added.count) * policy.share <= row[1] ? added : nil
    }
    guard let added else { return false }
    try library.write { db in
      var joining = try ProvisionalJoining(db: db, resolver: resolver)
      for article in added { try joining.join(article: article) }
      try joining.finish()
      try db.execute(
        sql: """
          UPDATE tally SET generation = generation + 1, isUnresolved = 0,
            provisional = provisional + ?
          """, arguments: [added.count])
    }
    return true
  }
}
