import GRDB

/// The articles' numbers in their orders, at one generation of the library.
///
/// Rows at any depth, and the row of any article, are found with it at once.
struct Catalog: Sendable {
  /// The generation of the library that it is of.
  let generation: Int64
  /// The articles in order of import, which is ascending.
  let ids: [Int64]
  /// By row of the list that shows the newest first, the row in order of import.
  let newest: [Int32]
  /// By row in order of import, the row of the list that shows the newest first.
  let newestRows: [Int32]

  /// Reads the catalog of a library.
  init(_ db: Database, generation: Int64) throws {
    self.generation = generation
    let byAge = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY age, id")
    let ids = byAge.sorted()
    self.ids = ids
    newest = byAge.map { Int32(truncatingIfNeeded: Self.row(of: $0, in: ids) ?? 0) }
    var rows = [Int32](repeating: 0, count: ids.count)
    for (row, article) in newest.enumerated() {
      rows[Int(article)] = Int32(truncatingIfNeeded: row)
    }
    newestRows = rows
  }

  /// How many articles there are.
  var count: Int { ids.count }

  /// The row of an article in order of import.
  func importRow(of id: Int64) -> Int? {
    Self.row(of: id, in: ids)
  }

  /// The row of an article in an order.
  func row(of id: Int64, order: ArticleOrder) -> Int? {
    importRow(of: id).map { row(ofImported: $0, order: order) }
  }

  /// The row in an order of the article at a row in order of import.
  func row(ofImported row: Int, order: ArticleOrder) -> Int {
    switch order {
    case .path: row
    case .newestFirst: Int(newestRows[row])
    }
  }

  /// The row in order of import of the article at `row` of an order.
  func importRow(at row: Int, order: ArticleOrder) -> Int {
    switch order {
    case .path: row
    case .newestFirst: Int(newest[row])
    }
  }

  /// The articles at some rows of an order; rows there are none of are left out.
  func ids(in rows: Range<Int>, order: ArticleOrder) -> [Int64] {
    rows.clamped(to: 0..<count).map { ids[importRow(at: $0, order: order)] }
  }

  /// The places of the articles at some rows in order of import, by row of an order.
  func places(ofImported rows: [Int], order: ArticleOrder) -> [ArticlePlace] {
    // A bit for every row sorts them in time that grows with the library alone.
    var set = ArticleSet(count: count)
    for row in rows { set.insert(self.row(ofImported: row, order: order)) }
    return set.rows.map { row in
      ArticlePlace(id: ArticleID(rawValue: ids[importRow(at: row, order: order)]), index: row)
    }
  }

  private static func row(of id: Int64, in ids: [Int64]) -> Int? {
    guard let first = ids.first, let last = ids.last, first <= id, id <= last else { return nil }
    // Without gaps, as most libraries are, the number tells the row.
    if last - first == Int64(ids.count - 1) { return Int(id - first) }
    let row = ids.partitioningIndex { $0 >= id }
    return row < ids.count && ids[row] == id ? row : nil
  }
}

extension Library {
  /// The catalog of the library as `db` sees it.
  func catalog(_ db: Database) throws -> Catalog {
    try derived(db) { try Catalog(db, generation: $0) }
  }

  /// The catalog where it is known already.
  func knownCatalog(_ db: Database) throws -> Catalog? {
    derived[Catalog.self].value(at: try Self.generation(db))
  }

  static func generation(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT generation FROM tally")) ?? 0
  }
}
