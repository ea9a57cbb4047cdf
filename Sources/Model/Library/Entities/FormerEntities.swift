import Foundation
import GRDB

/// What entities the articles' names were before they are resolved anew.
struct FormerEntities {
  private let db: Database
  private let moved: [Int64: Int64]

  /// Prepares to read what is stored.
  init(_ db: Database) throws {
    self.db = db
    moved = try PartStore(db: db).movedParts()
  }

  private struct Pair: Hashable {
    var entity: Int32
    var former: Int64
  }

  /// How many records of each new entity were of each former one.
  ///
  /// - Parameters:
  ///   - records: The article of each record, in ascending order.
  ///   - parts: The part of each record; below 0 where it is of none.
  ///   - entities: The entity of each part; below 0 where it is hidden.
  func overlaps(
    of records: [Int64], parts: [Int32], entities: [Int32]
  ) throws -> [EntityNumbering.Overlap] {
    var weights: [Pair: Int] = [:]
    var start = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT article, entities FROM link ORDER BY article")
    while let row = try rows.next() {
      let article: Int64 = row[0]
      while start < records.count, records[start] < article { start += 1 }
      var reader = PackedReader(row[1])
      let count = try reader.readCount()
      guard start + count <= records.count, count > 0, records[start] == article,
        records[start + count - 1] == article
      else { continue }
      for place in start..<start + count {
        let part = try reader.readSigned()
        let former = moved[part] ?? part
        guard parts[place] >= 0, former != 0 else { continue }
        let entity = entities[Int(parts[place])]
        guard entity >= 0 else { continue }
        weights[Pair(entity: entity, former: former), default: 0] += 1
      }
      start += count
    }
    return weights.map { pair, weight in
      EntityNumbering.Overlap(entity: Int(pair.entity), former: pair.former, weight: weight)
    }
  }
}
