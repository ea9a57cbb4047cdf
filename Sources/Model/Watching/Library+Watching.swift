import Foundation
import GRDB
import Synchronization

/// The entities that the lists of a library surely name, at one generation.
struct WatchedEntities: Sendable {
  /// A list, with its entities ascending.
  struct List: Sendable {
    var name: String
    var entities: [Int64]
  }

  /// The lists in the order of their names.
  var lists: [List]
}

/// What was found of the lists of a library, by the entities as they were: of one generation and the next
/// only the entities that changed are compared.
struct KnownMatches: Sendable {
  /// The names of all lists.
  let names: [WatchedName]
  /// A number made of each entity's names.
  var digests: [EntityID: UInt64] = [:]
  /// The names that were found, by entity.
  var found: [EntityID: [WatchMatcher.Found]] = [:]

  /// A number made of an entity's packed names and its kind.
  static func digest(of names: Data, kind: EntityKind) -> UInt64 {
    StableHash.of(StableHash.of(bytes: names), UInt64(kind.code))
  }

  /// Notes what was found.
  mutating func note(_ found: [WatchMatcher.Found]) {
    for one in found { self.found[one.match.entity, default: []].append(one) }
  }
}

/// How many of some articles name someone on a list.
public struct WatchCount: Hashable, Sendable {
  /// The name of the list.
  public var list: String
  /// The number of articles.
  public var articles: Int
}

extension Library {
  /// The entities that lists of the library surely name, each with the names of its lists.
  ///
  /// It compares all names of the library with those of the lists, once for each generation.
  public func watchedEntities() throws -> [EntityID: [String]] {
    try read { db in
      var watched: [EntityID: [String]] = [:]
      for list in try watchedEntities(db).lists {
        for entity in list.entities.map(EntityID.init(rawValue:)) {
          watched[entity, default: []].append(list.name)
        }
      }
      return watched
    }
  }

  /// For each list of the library, how many of the articles that were added after one name someone on it.
  ///
  /// - Parameter last: The article that was the last one before; `nil` counts all.
  public func watchCounts(after last: ArticleID?) throws -> [WatchCount] {
    try read { db in
      try watchedEntities(db).lists.map { list in
        var articles: Set<Int64> = []
        for entity in list.entities {
          for article in try Self.articles(mentioning: entity, db)
          where article > last?.rawValue ?? 0 {
            articles.insert(article)
          }
        }
        return WatchCount(list: list.name, articles: articles.count)
      }
    }
  }

  /// The article that was added last.
  public func lastArticle() throws -> ArticleID? {
    try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM article") }
      .map(ArticleID.init(rawValue:))
  }

  /// The entities that the lists surely name, in the library as `db` sees it.
  func watchedEntities(_ db: Database) throws -> WatchedEntities {
    try derived(db) { _ in
      let store = WatchListStore(db: db)
      let lists = try store.all().map { ($0.name, try store.names(of: $0.name)) }
      let names = lists.flatMap(\.1)
      let slot = derived[KnownMatches.self]
      var known = slot.value(at: 0).flatMap { $0.names == names ? $0 : nil }
      let matches = try matches(of: names, beside: &known, db)
      if let known { slot.update(at: 0, from: known) { $0 = known } }
      var first = 0
      return WatchedEntities(
        lists: lists.map { name, own in
          let range = first..<first + own.count
          first = range.upperBound
          let sure = matches.filter { range.contains($0.watched) && !$0.match.isDoubtful }
          return WatchedEntities.List(
            name: name, entities: Set(sure.map(\.match.entity.rawValue)).sorted())
        })
    }
  }

  // MARK: - Matching

  /// How many entities are compared at a time.
  private static let lot = 4096

  /// The entities that watched names may be, ascending.
  func matches(of names: [WatchedName], _ db: Database) throws -> [WatchMatcher.Found] {
    var known: KnownMatches?
    return try matches(of: names, beside: &known, db)
  }

  /// The entities that watched names may be, ascending; those that were compared before are known, and
  /// those that are now are noted.
  private func matches(
    of names: [WatchedName], beside known: inout KnownMatches?, _ db: Database
  ) throws -> [WatchMatcher.Found] {
    guard !names.isEmpty else { return [] }
    let matcher = WatchMatcher(names, comparison: try nameComparison())
    var now = KnownMatches(names: names)
    var lot: [Entity] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, kind, names FROM entity ORDER BY id")
    while let row = try rows.next() {
      guard let kind = EntityKind(rawValue: row[1]) else { continue }
      let id = EntityID(rawValue: row[0])
      let packed: Data = row[2]
      now.digests[id] = KnownMatches.digest(of: packed, kind: kind)
      if let known, known.digests[id] == now.digests[id] {
        if let found = known.found[id] { now.found[id] = found }
        continue
      }
      var reader = PackedReader(packed)
      lot.append(Entity(id: id, kind: kind, names: try reader.readNames()))
      guard lot.count == Self.lot else { continue }
      now.note(Self.matches(of: lot, by: matcher))
      lot.removeAll(keepingCapacity: true)
    }
    now.note(Self.matches(of: lot, by: matcher))
    known = now
    return now.found.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// What names are compared by; its tables are opened once.
  func nameComparison() throws -> NameComparison {
    // It depends on the program's tables alone, whatever the library's generation.
    try derived[NameComparison.self].value(at: 0) {
      NameComparison(tables: try LinkingTables(folder: ResourceFolder.locate()))
    }
  }

  /// Compares some entities on all cores.
  private static func matches(
    of entities: [Entity], by matcher: WatchMatcher
  ) -> [WatchMatcher.Found] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let found = Mutex<[WatchMatcher.Found]>([])
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      var work = matcher.workspace()
      let own = stride(from: core, to: entities.count, by: cores).flatMap {
        matcher.matches(of: entities[$0], &work)
      }
      found.withLock { $0 += own }
    }
    return found.withLock { $0 }
  }
}
