import GRDB

/// All people, places and organizations of a library, or those that a filter leaves in, as they were
/// when they were listed.
public struct NameList: Sendable {
  /// What the entities are sorted by, the most first.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// How often they are mentioned.
    case mentions
    /// How many articles mention them.
    case articles
  }

  /// What is listed, and in what order.
  public struct Request: Hashable, Sendable {
    /// The words that one of the names must have, the last of which may go on; in any spelling and
    /// script.
    public var text: String
    /// The kind; `nil` lists all.
    public var kind: EntityKind?
    /// The order.
    public var order: Order

    /// A request for all entities, or for some.
    public init(text: String = "", kind: EntityKind? = nil, order: Order = .mentions) {
      self.text = text
      self.kind = kind
      self.order = order
    }
  }

  /// How many entities there are.
  public var count: Int { rows.count }

  private let index: NameIndex
  /// The rows of the entities in the index, in their order.
  private let rows: [Int32]

  fileprivate init(index: NameIndex, rows: [Int32]) {
    self.index = index
    self.rows = rows
  }

  /// The entities at some places of the list; places that do not exist are left out.
  public func entities(in range: Range<Int>) throws -> [FoundEntity] {
    try rows[range.clamped(to: 0..<rows.count)].map { row in
      let row = Int(row)
      return FoundEntity(
        entity: Entity(
          id: EntityID(rawValue: index.id(row)), kind: index.kind(row),
          names: try index.names(row)),
        articles: index.count(row))
    }
  }
}

/// How often each entity is mentioned, by its row in the index of names.
private struct MentionTotals: Sendable {
  var counts: [Int32]
}

extension Library {
  /// Lists the people, places and organizations of the library.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entities listed.
  public func names(_ request: NameList.Request) throws -> NameList {
    let matcher = try openNameMatcher()
    return try read { db in
      let search = try ArticleSearch(library: self, db: db, matcher: matcher)
      let index = search.names
      let found = try search.rows(named: request.text, kind: request.kind)
      let totals: [Int32]
      switch request.order {
      case .articles: totals = index.counts
      case .mentions:
        totals = try derived(db) { _ in
          MentionTotals(
            counts: try (0..<index.entityCount).map { row in
              Int32(clamping: try index.names(row).reduce(0) { $0 + $1.count })
            })
        }.counts
      }
      return NameList(
        index: index,
        rows: found.sorted { (totals[Int($1)], $0) < (totals[Int($0)], $1) })
    }
  }
}

extension ArticleSearch {
  /// The rows of the entities that have a name with all words of a text; all where it has none.
  fileprivate func rows(named text: String, kind: EntityKind?) throws -> [Int32] {
    let terms = SearchQuery(text).wanted
    guard !terms.isEmpty else {
      return (0..<Int32(names.entityCount)).filter { kind == nil || names.kind(Int($0)) == kind }
    }
    let found = try named(terms, kind: kind, .anySpelling)
    return found.entities.isEmpty
      ? try Array(named(terms, kind: kind, .oneEdit).entities) : Array(found.entities)
  }
}
