/// The articles that match a filter, in an order, as they were when it was applied.
///
/// It does not change while the user marks articles, so none vanishes from under the cursor.
public struct ArticleList: Sendable {
  /// The generation of the library that it is of.
  public let generation: Int64
  private let catalog: Catalog
  /// The order.
  public let order: ArticleOrder
  /// The rows in the list of all articles, ascending.
  private let rows: [Int32]

  /// Creates the list of the articles of a set.
  init(_ articles: ArticleSet, catalog: Catalog, order: ArticleOrder) {
    generation = catalog.generation
    self.catalog = catalog
    self.order = order
    rows = (0..<catalog.count).filter {
      articles.contains(catalog.importRow(at: $0, order: order))
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// How many articles there are.
  public var count: Int { rows.count }

  /// The articles at some rows; rows out of range are left out.
  public func articles(in range: Range<Int>) -> [ArticleID] {
    rows[range.clamped(to: 0..<rows.count)].map {
      ArticleID(rawValue: catalog.ids[catalog.importRow(at: Int($0), order: order)])
    }
  }

  /// The row of an article; `nil` if the filter hides it.
  ///
  /// Complexity: O(log *n*).
  public func row(of article: ArticleID) -> Int? {
    guard let wanted = catalog.row(of: article.rawValue, order: order) else { return nil }
    let index = rows.partitioningIndex { $0 >= wanted }
    return index < rows.count && rows[index] == wanted ? index : nil
  }
}

extension Library {
  /// Lists the articles that match a query; a query of exclusions alone matches all other articles.
  public func list(_ query: SearchQuery, order: ArticleOrder) throws -> ArticleList {
    let matcher = try openNameMatcher()
    return try read { db in
      var search = try ArticleSearch(library: self, db: db, matcher: matcher, order: order)
      return ArticleList(try search.articles(query), catalog: search.catalog, order: order)
    }
  }
}
