import Foundation
import GRDB

/// Keeps lists of names to watch for, each under a name.
struct WatchListStore {
  let db: Database

  /// The lists in the order of their names, with how many names each has.
  func all() throws -> [KeptWatchList] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT list.name, count(entry.position)
        FROM watch_list AS list LEFT JOIN watch_name AS entry ON entry.list = list.name
        GROUP BY list.name ORDER BY list.name
        """
    ).map { KeptWatchList(name: $0[0], count: $0[1]) }
  }

  /// The names of a list, in their order.
  func names(of list: String) throws -> [WatchedName] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, kind, names FROM watch_name WHERE list = ? ORDER BY position",
      arguments: [list])
    var names: [WatchedName] = []
    while let row = try rows.next() {
      let kind: String? = row[1]
      let texts: String = row[2]
      let name = WatchedName(
        id: row[0], names: texts.split(separator: "\n").map(String.init),
        kind: kind.flatMap(EntityKind.init))
      if let name { names.append(name) }
    }
    return names
  }

  /// Keeps a list under a name, in place of the one that had it.
  func write(_ list: WatchList, as name: String) throws {
    try remove(name)
    try db.execute(sql: "INSERT INTO watch_list (name) VALUES (?)", arguments: [name])
    let statement = try db.cachedStatement(
      sql: "INSERT INTO watch_name (list, position, id, kind, names) VALUES (?, ?, ?, ?, ?)")
    for (position, entry) in list.names.enumerated() {
      try statement.execute(arguments: [
        name, position, entry.id, entry.kind?.rawValue, entry.names.joined(separator: "\n"),
      ])
    }
    try noteChange()
  }

  /// Removes a list, and says whether there was one of that name.
  @discardableResult
  func remove(_ name: String) throws -> Bool {
    try db.execute(sql: "DELETE FROM watch_list WHERE name = ?", arguments: [name])
    let isGone = db.changesCount > 0
    if isGone { try noteChange() }
    return isGone
  }

  /// What is derived of lists is of a generation of the library.
  private func noteChange() throws {
    try db.execute(sql: "UPDATE tally SET generation = generation + 1")
  }
}

/// A list that a library keeps.
public struct KeptWatchList: Hashable, Sendable {
  /// The name that it is kept under.
  public var name: String
  /// How many names it has.
  public var count: Int
}

extension Library {
  /// The lists of names that the library keeps, in the order of their names.
  public func watchLists() throws -> [KeptWatchList] {
    try read { try WatchListStore(db: $0).all() }
  }

  /// A list that is kept under a name; `nil` where none is.
  public func watchList(named name: String) throws -> WatchList? {
    try read { db in
      let names = try WatchListStore(db: db).names(of: CleanText.displayed(name))
      return names.isEmpty ? nil : WatchList(names: names)
    }
  }

  /// Keeps a list under a name, in place of the one that had it.
  public func keep(_ list: WatchList, as name: String) throws {
    try write { try WatchListStore(db: $0).write(list, as: CleanText.displayed(name)) }
  }

  /// Removes a list that is kept, and says whether there was one of that name.
  public func removeWatchList(named name: String) throws -> Bool {
    try write { try WatchListStore(db: $0).remove(CleanText.displayed(name)) }
  }
}
