import Foundation
import GRDB

/// The local entities of all articles at one generation of the library.
struct RecordSnapshot {
  /// The generation.
  let generation: Int64
  /// The local entities, article by article in ascending order; the key of each is its place.
  private(set) var records: [LocalEntityRecord] = []

  /// Reads the snapshot.
  init(_ db: Database) throws {
    generation = try Library.generation(db)
    // An array that grows takes up to twice what it needs, and of these there may be millions.
    records.reserveCapacity(try Self.count(db))
    // Most names come up in many articles: equal bytes share one array.
    var shared: [Data: [NameForm]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT article, locals FROM extraction ORDER BY article")
    while let row = try rows.next() {
      try Self.append(
        row.decode(atIndex: 1), of: row.decode(atIndex: 0), sharing: &shared, to: &records)
    }
  }

  private static func count(_ db: Database) throws -> Int {
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT locals FROM extraction")
    while let row = try rows.next() {
      var reader = try PackedReader(row.decode(atIndex: 0))
      count += try reader.readCount()
    }
    return count
  }

  /// Hands the local entities over, so that they are kept no longer than whoever takes them needs.
  mutating func takeRecords() -> [LocalEntityRecord] {
    defer { records = [] }
    return records
  }

  /// Appends the local entities in some bytes.
  static func append(
    _ locals: Data, of article: Int64, sharing shared: inout [Data: [NameForm]],
    to records: inout [LocalEntityRecord]
  ) throws {
    var reader = PackedReader(locals)
    for _ in 0..<(try reader.readCount()) {
      let local = try PackedLocal(code: reader.readByte())
      let names = try reader.readNames(sharing: &shared)
      records.append(
        LocalEntityRecord(
          key: Int64(records.count), article: article, kind: local.kind, names: names,
          isDoubtful: local.isDoubtful))
    }
  }
}
