import Foundation
import GRDB

/// The names that articles have in doubt, by their folded forms.
///
/// Whether such a name is one is for the other articles to say: it has to be clear in as many as it is
/// in doubt in.
struct Doubts {
  /// A name that an article has in doubt, as it is written.
  struct DoubtRow: Hashable {
    var key: String
    var article: Int64
    /// Whether the other articles speak for it.
    var isAdmitted: Bool
  }

  let db: Database

  /// The rows of the records in doubt, of which some were admitted; each name of an article once.
  static func rows(of records: [LocalEntityRecord], admitted: Set<Int64>) -> [DoubtRow] {
    var rows: [DoubtRow] = []
    for record in records where record.isDoubtful {
      for key in Set(record.names.map { NameKey.key(of: $0.text) }) {
        rows.append(
          DoubtRow(key: key, article: record.article, isAdmitted: admitted.contains(record.key)))
      }
    }
    rows.sort { precedes($0, $1) || !precedes($1, $0) && $0.isAdmitted && !$1.isAdmitted }
    return rows.indices.filter { $0 == 0 || precedes(rows[$0 - 1], rows[$0]) }.map { rows[$0] }
  }

  private static func precedes(_ left: DoubtRow, _ right: DoubtRow) -> Bool {
    (left.key, left.article) < (right.key, right.article)
  }

  /// Writes the rows of the whole library that differ; they come as ``rows(of:admitted:)`` gives them.
  func write(_ rows: [DoubtRow]) throws {
    let stored = try Row.fetchCursor(
      db, sql: "SELECT key, article, isAdmitted FROM doubt ORDER BY key, article"
    ).map {
      try DoubtRow(
        key: $0.decode(atIndex: 0), article: $0.decode(atIndex: 1),
        isAdmitted: $0.decode(atIndex: 2))
    }
    let difference = try RowDifference(rows, from: stored, by: Self.precedes)
    for row in difference.gone {
      try db.cachedStatement(sql: "DELETE FROM doubt WHERE key = ? AND article = ?")
        .execute(arguments: [row.key, row.article])
    }
    try add(difference.changed.map { rows[$0.wanted] } + difference.new.map { rows[Int($0)] })
  }

  /// Writes the rows of a few articles.
  func add(_ rows: [DoubtRow]) throws {
    for row in rows {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO doubt (key, article, isAdmitted) VALUES (?, ?, ?)"
      ).execute(arguments: [row.key, row.article, row.isAdmitted])
    }
  }

  // MARK: - New articles

  /// What the articles, new ones among them, say of the names that new articles have in doubt, and of
  /// those that older ones have in doubt and new ones in clear: the kinds of those that are names.
  func verdicts(on records: [LocalEntityRecord]) throws -> [String: EntityKind] {
    var clear: [String: KindCounts] = [:]
    var doubts: [String: Int] = [:]
    for record in records {
      for name in record.names where record.isDoubtful || name.count > 0 {
        let key = NameKey.key(of: name.text)
        if record.isDoubtful {
          doubts[key, default: 0] += 1
        } else {
          clear[key, default: KindCounts()][record.kind] += 1
        }
      }
    }
    var verdicts: [String: EntityKind] = [:]
    for key in Set(clear.keys).union(doubts.keys) where !key.isEmpty {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*), count(nullif(isAdmitted, 0)) FROM doubt WHERE key = ?"),
        arguments: [key])
      let known = try row?.decode(Int.self, atIndex: 0) ?? 0
      let admitted = try row?.decode(Int.self, atIndex: 1) ?? 0
      guard known > 0 || doubts[key] != nil else { continue }
      var kinds = clear[key] ?? KindCounts()
      let statement = try db.cachedStatement(
        sql: "SELECT kind, articles FROM cluster WHERE key = ?")
      for row in try Row.fetchAll(statement, arguments: [key]) {
        guard let kind = EntityKind(rawValue: try row.decode(atIndex: 0)) else { continue }
        kinds[kind] += Postings.count(in: try row.decode(Data.self, atIndex: 1))
      }
      if kinds.total - admitted >= max(1, known + (doubts[key] ?? 0)) {
        verdicts[key] = kinds.leading
      }
    }
    return verdicts
  }

  /// The older articles that have a name in doubt which was not admitted before.
  func articles(with key: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT article FROM doubt WHERE key = ? AND NOT isAdmitted"),
      arguments: [key])
  }
}
