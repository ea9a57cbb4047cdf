import GRDB

/// Goes through the rows of a damaged table in the order of its key, and round what can't be read.
///
/// Where the way on is closed, it looks behind the damage at distances that double, and goes back from
/// there to the damage's other side: a damaged spot costs about a hundred look-ups.
struct SalvagingWalk {
  /// How a stretch of rows ended.
  private enum Ending {
    case limit
    case end
    case damage
  }

  /// How many rows are handed out at a time.
  private let limit: Int
  private let table: SalvagedTable
  private let db: Database
  /// Whether something could not be read.
  private(set) var hasDamage = false

  /// Prepares to go through a table.
  init(_ table: SalvagedTable, _ db: Database) {
    (self.table, self.db) = (table, db)
    limit = table.name == SalvagedTable.body.name ? 32 : 500
  }

  private var key: String { table.columns[0] }

  /// Hands the rows that can be read to `body`, some at a time; a row may come twice.
  mutating func visit(_ body: ([Row]) throws -> Void) throws {
    guard table.isNumbered else {
      // Such tables are small: what both ends reach is all that is tried.
      for order in ["ASC", "DESC"] where hasDamage || order == "ASC" {
        let (rows, ending) = try rows("ORDER BY \(key) \(order)", [], limit: .max)
        if ending == .damage { hasDamage = true }
        try body(rows)
      }
      return
    }
    var low = Int64.min
    var hasRow = false
    while true {
      let (rows, ending) = try rows("WHERE \(key) > ? ORDER BY \(key)", [low], limit: limit)
      let keys = try rows.map { try $0.decode(Int64.self, atIndex: 0) }
      try body(rows)
      if let key = keys.last { (low, hasRow) = (key, true) }
      switch ending {
      case .limit: continue
      case .end: return
      case .damage: hasDamage = true
      }
      let landing = try landing(behind: hasRow ? low : nil)
      try goBack(from: landing, to: low, body)
      guard let landing else { return }
      (low, hasRow) = (landing - 1, true)
    }
  }

  /// The first key that can be read some way behind damage; `nil` where there is none.
  private func landing(behind low: Int64?) throws -> Int64? {
    let steps = (0..<63).map { Int64(1) << $0 }
    let points =
      low.map { low in steps.compactMap { step in low.addingIfPossible(step) } }
      ?? steps.reversed().map { -$0 } + [0] + steps
    for point in points {
      let (rows, ending) = try rows("WHERE \(key) > ? ORDER BY \(key)", [point], limit: 1)
      if let row = rows.first { return try row.decode(Int64.self, atIndex: 0) }
      if ending == .end { return nil }
    }
    return nil
  }

  /// Hands out the rows between damage and a key, or the table's end, as far as they can be read.
  private func goBack(
    from landing: Int64?, to low: Int64, _ body: ([Row]) throws -> Void
  ) throws {
    var high = landing
    while true {
      let before = high == nil ? "" : "AND \(key) < ?"
      let (rows, ending) = try rows(
        "WHERE \(key) > ? \(before) ORDER BY \(key) DESC", [low] + (high.map { [$0] } ?? []),
        limit: limit)
      try body(rows)
      guard ending == .limit, let last = rows.last else { return }
      high = try last.decode(Int64.self, atIndex: 0)
    }
  }

  /// Rows of the table up to a limit, to their end, or to the first that can't be read.
  private func rows(
    _ condition: String, _ arguments: [Int64], limit: Int
  ) throws -> ([Row], Ending) {
    var found: [Row] = []
    do {
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) \(condition)",
        arguments: StatementArguments(arguments))
      while found.count < limit {
        guard let row = try cursor.next() else { return (found, .end) }
        if table.isNumbered {
          let key = try row.decode(Int64.self, atIndex: 0)
          // In a damaged tree a way may lead in a circle.
          if let last = try found.last?.decode(Int64.self, atIndex: 0) {
            guard condition.hasSuffix("DESC") ? key <= last : key >= last else {
              return (found, .damage)
            }
          }
        }
        found.append(row.copy())
      }
      return (found, .limit)
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR].contains(
        error.resultCode)
    {
      return (found, .damage)
    } catch is RowDecodingError {
      return (found, .damage)
    }
  }
}

extension Int64 {
  /// The sum, where there is one.
  fileprivate func addingIfPossible(_ other: Int64) -> Int64? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }
}
