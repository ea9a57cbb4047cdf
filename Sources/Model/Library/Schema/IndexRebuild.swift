import GRDB

/// Makes the full-text indexes anew from the articles and entities, beside those in use, and then
/// puts them in their place.
///
/// Each step is a short transaction, so that others read and write meanwhile; a rebuild that is broken
/// off leaves the old indexes as they were.
struct IndexRebuild {
  /// What is added to the names of indexes that are being made.
  private static let suffix = "_next"
  /// How many articles a transaction takes in.
  private static let stride = 500

  /// An article that is in the new indexes.
  private struct Indexed: Equatable {
    var id: Int64
    var digest: Int64
  }

  let library: Library

  /// Makes them.
  ///
  /// - Parameter progress: Called with how many articles are in, of how many.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  func run(progress: (_ articles: Int, _ total: Int) -> Void = { _, _ in }) throws {
    let total = try library.write { db in
      try makeEmpty(db)
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    }
    var indexed: [Indexed] = []
    indexed.reserveCapacity(total)
    while true {
      guard !Task.isCancelled else {
        try library.write(drop)
        throw CancellationError()
      }
      let some = try library.write { try index(after: indexed.last?.id, limit: Self.stride, $0) }
      indexed += some
      progress(indexed.count, max(total, indexed.count))
      library.giveWay()
      if some.count < Self.stride { break }
    }
    try library.write { db in
      indexed += try index(after: indexed.last?.id, limit: .max, db)
      try putInPlace(indexed, db)
    }
  }

  private func makeEmpty(_ db: Database) throws {
    // One that was broken off may have left its own.
    try drop(db)
    for name in Schema.textIndexes.keys {
      try db.execute(sql: Schema.textIndex(name, as: name + Self.suffix))
    }
  }

  private func drop(_ db: Database) throws {
    for name in Schema.textIndexes.keys {
      try db.execute(sql: "DROP TABLE IF EXISTS \(name)\(Self.suffix)")
    }
  }

  private func index(after id: Int64?, limit: Int, _ db: Database) throws -> [Indexed] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, digest, text, layout FROM article JOIN body ON body.article = article.id
        WHERE id > ? ORDER BY id LIMIT ?
        """, arguments: [id ?? Int64.min, limit])
    var indexed: [Indexed] = []
    while let row = try rows.next() {
      let article = try Indexed(id: row.decode(atIndex: 0), digest: row.decode(atIndex: 1))
      try IndexStore(db: db, suffix: Self.suffix)
        .insert(
          article: article.id,
          IndexedFields(storedText: row.decode(atIndex: 2), layout: row.decode(atIndex: 3)))
      indexed.append(article)
    }
    return indexed
  }

  private func putInPlace(_ indexed: [Indexed], _ db: Database) throws {
    let now = try Row.fetchCursor(
      db, sql: "SELECT id, digest FROM article JOIN body ON body.article = article.id ORDER BY id")
    guard
      try Array(
        now.map {
          try Indexed(id: $0.decode(atIndex: 0), digest: $0.decode(atIndex: 1))
        }) == indexed
    else {
      // The words of what was replaced meanwhile can't be taken out again: they are gone.
      try drop(db)
      throw LibraryError.locked(path: library.path)
    }
    let entities = try Row.fetchCursor(db, sql: "SELECT id, names FROM entity")
    while let row = try entities.next() {
      try IndexStore(db: db, suffix: Self.suffix).insert(
        entity: row.decode(atIndex: 0), names: row.decode(atIndex: 1))
    }
    for name in Schema.textIndexes.keys {
      try db.execute(
        sql: "DROP TABLE \(name); ALTER TABLE \(name)\(Self.suffix) RENAME TO \(name)")
    }
    try db.execute(
      sql: "UPDATE tally SET folding = ?, generation = generation + 1",
      arguments: [Folding.version])
  }
}
