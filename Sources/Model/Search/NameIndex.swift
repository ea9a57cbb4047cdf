import GRDB

/// The entities of a library as searches need them: which articles mention each, and the words of their names.
///
/// It is built for the first search of a generation, and takes some 30 bytes an entity in addition
/// to the stored data.
struct NameIndex: Sendable {
  /// The words of the entities' names.
  let vocabulary: NameVocabulary
  /// The entities by ascending number.
  private var ids: [Int64] = []
  private var kinds: [EntityKind] = []
  /// How many articles mention each entity.
  private(set) var counts: [Int32] = []
  /// The packed articles of all entities, one after another, and where each one's end.
  private var postings: [UInt8] = []
  private var postingEnds: [Int] = []
  /// The packed names likewise.
  private var names: [UInt8] = []
  private var nameEnds: [Int] = []

  /// Reads the index of a library.
  init(_ db: Database, matcher: NameMatcher) throws {
    vocabulary = try NameVocabulary(db, matcher: matcher)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, kind, names, articles FROM entity ORDER BY id")
    while let row = try rows.next() {
      guard let kind = EntityKind(rawValue: try row.decode(atIndex: 1)) else { continue }
      ids.append(try row.decode(atIndex: 0))
      kinds.append(kind)
      try row.withUnsafeData(atIndex: 2) { names.append(contentsOf: $0 ?? .init()) }
      nameEnds.append(names.count)
      let start = postings.count
      try row.withUnsafeData(atIndex: 3) { postings.append(contentsOf: $0 ?? .init()) }
      postingEnds.append(postings.count)
      counts.append(Int32(truncatingIfNeeded: Postings.count(in: postings[start...])))
    }
  }

  /// How many entities there are.
  var entityCount: Int { ids.count }

  /// The number of the entity in a row.
  func id(_ row: Int) -> Int64 { ids[row] }

  /// The kind of the entity in a row.
  func kind(_ row: Int) -> EntityKind { kinds[row] }

  /// How many articles mention the entity in a row.
  func count(_ row: Int) -> Int { Int(counts[row]) }

  /// The row of an entity.
  ///
  /// Complexity: O(log *n*).
  func row(of id: Int64) -> Int? {
    let row = ids.partitioningIndex { $0 >= id }
    return row < ids.count && ids[row] == id ? row : nil
  }

  /// The names of the entity in a row.
  func names(_ row: Int) throws -> [NameForm] {
    let start = row == 0 ? 0 : nameEnds[row - 1]
    var reader = PackedReader(names[start..<nameEnds[row]])
    return try reader.readNames()
  }

  /// Whether the entity in a row has one name alone.
  func hasOneName(_ row: Int) -> Bool {
    let start = row == 0 ? 0 : nameEnds[row - 1]
    return start < nameEnds[row] && names[start] == 1
  }

  /// Puts the articles that mention the entity in a row into a set.
  func insertArticles(of row: Int, into set: inout ArticleSet, _ catalog: Catalog) throws {
    let start = row == 0 ? 0 : postingEnds[row - 1]
    try Postings.forEach(in: postings[start..<postingEnds[row]]) { article in
      if let row = catalog.importRow(of: article) { set.insert(row) }
    }
  }
}

extension Library {
  /// The names of the library as `db` sees them.
  func nameIndex(_ db: Database, matcher: NameMatcher) throws -> NameIndex {
    try derived(db) { _ in try NameIndex(db, matcher: matcher) }
  }

  /// The matcher of names across scripts; its tables are opened once.
  func openNameMatcher() throws -> NameMatcher {
    // It depends on the program's tables alone, whatever the library's generation.
    try derived[NameMatcher.self].value(at: 0) { try NameMatcher() }
  }
}
