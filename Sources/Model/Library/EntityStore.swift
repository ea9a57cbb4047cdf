import Foundation
import GRDB

/// Joins the local entities of all articles and stores what comes of it.
struct EntityStore {
  let library: Library
  let resolver: any Resolver

  /// Resolves where articles changed since it was last done.
  ///
  /// The resolver works outside of any transaction, so that nobody waits for it.
  func resolve() throws {
    guard let snapshot = try library.read(RecordSnapshot.init(ifNeeded:)) else { return }
    let resolution = resolver.resolution(of: resolver.admitted(snapshot.records))
    var update = try library.read { try EntityUpdate(resolution, of: snapshot.records, $0) }
    try library.write { db in
      // The reader may have judged meanwhile.
      if try !update.isCurrent(db) {
        update = try EntityUpdate(resolution, of: snapshot.records, db)
      }
      try update.write(db)
      // Articles that came meanwhile wait for the next time.
      try db.execute(
        sql: """
          UPDATE tally SET generation = generation + 1,
            isUnresolved = isUnresolved AND generation <> ?
          """, arguments: [snapshot.generation])
    }
  }
}
