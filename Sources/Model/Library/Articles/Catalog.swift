import GRDB

/// One order of all articles: which stands at a row, and at which row one stands.
struct RowOrder: Sendable {
  /// By row of the order, the row in order of import.
  let imported: [Int32]
  /// By row in order of import, the row of the order.
  let rows: [Int32]

  /// Reads an order of the articles of a library, whose numbers are given ascending.
  init(_ order: ArticleOrder, of ids: [Int64], _ db: Database) throws {
    let sorted = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY \(order.sorting)")
    imported = sorted.map { Int32(truncatingIfNeeded: Catalog.row(of: $0, in: ids) ?? 0) }
    var rows = [Int32](repeating: 0, count: ids.count)
    for (row, article) in imported.enumerated() {
      rows[Int(article)] = Int32(truncatingIfNeeded: row)
    }
    self.rows = rows
  }
}

/// The orders of the list that were asked for beside the usual ones, at one edition.
private struct FurtherOrders: Sendable {
  var titles: RowOrder?
  var sources: RowOrder?
}

/// The articles' numbers in their orders, at one edition of the library: reading names again leaves it as
/// it is.
///
/// Rows at any depth, and the row of any article, are found with it at once. By title and by source
/// it sorts where it was asked for that order; see ``Library/catalog(_:_:)``.
struct Catalog: Sendable {
  /// The generation of the library that it was asked for at.
  fileprivate(set) var generation: Int64
  /// The edition of the library that it is of.
  let edition: Int64
  /// The articles in order of import, which is ascending.
  let ids: [Int64]
  private let newest: RowOrder
  fileprivate var titles: RowOrder?
  fileprivate var sources: RowOrder?

  /// Reads the catalog of a library.
  fileprivate init(_ db: Database, _ tally: Tally) throws {
    (generation, edition) = (tally.generation, tally.edition)
    ids = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id")
    newest = try RowOrder(.newestFirst, of: ids, db)
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
    rows(of: order).map { Int($0.rows[row]) } ?? row
  }

  /// The row in order of import of the article at `row` of an order.
  func importRow(at row: Int, order: ArticleOrder) -> Int {
    rows(of: order).map { Int($0.imported[row]) } ?? row
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

  /// The rows of an order; `nil` for that of import.
  private func rows(of order: ArticleOrder) -> RowOrder? {
    switch order {
    case .path: nil
    case .newestFirst: newest
    case .title: titles
    case .source: sources
    }
  }

  fileprivate static func row(of id: Int64, in ids: [Int64]) -> Int? {
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
    let tally = try Tally(db)
    var catalog = try derived[Catalog.self].value(at: tally.edition) { try Catalog(db, tally) }
    catalog.generation = tally.generation
    return catalog
  }

  /// The catalog of the library as `db` sees it, with an order.
  func catalog(_ db: Database, _ order: ArticleOrder) throws -> Catalog {
    let catalog = try catalog(db)
    if let known = known(catalog, with: order) { return known }
    let made = try RowOrder(order, of: catalog.ids, db)
    derived[FurtherOrders.self].update(at: catalog.edition, from: FurtherOrders()) { orders in
      if order == .title { orders.titles = made } else { orders.sources = made }
    }
    return known(catalog, with: order) ?? catalog
  }

  /// The catalog where it is known already, with the order.
  func knownCatalog(_ db: Database, _ order: ArticleOrder) throws -> Catalog? {
    let tally = try Tally(db)
    guard var catalog = derived[Catalog.self].value(at: tally.edition) else { return nil }
    catalog.generation = tally.generation
    return known(catalog, with: order)
  }

  private func known(_ catalog: Catalog, with order: ArticleOrder) -> Catalog? {
    var catalog = catalog
    let further = derived[FurtherOrders.self].value(at: catalog.edition)
    catalog.titles = further?.titles
    catalog.sources = further?.sources
    switch order {
    case .path, .newestFirst: return catalog
    case .title: return catalog.titles == nil ? nil : catalog
    case .source: return catalog.sources == nil ? nil : catalog
    }
  }

  static func generation(_ db: Database) throws -> Int64 { try Tally(db).generation }
}

/// Which state a library is in.
private struct Tally {
  /// Grows with every change of the articles or their entities.
  var generation: Int64 = 0
  /// Grows with every change of the articles alone.
  var edition: Int64 = 0

  init(_ db: Database) throws {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT generation, edition FROM tally"))
    guard let row else { return }
    generation = try row.decode(atIndex: 0)
    edition = try row.decode(atIndex: 1)
  }
}
