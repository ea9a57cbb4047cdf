import Foundation
import GRDB

extension Library {
  /// Looks for damage in every part of the library: the file's pages and indexes, references
  /// between tables, the full-text indexes, and what the program alone can read.
  ///
  /// It changes nothing, and takes about as long as reading the whole file.
  ///
  /// - Parameter progress: Called with how many articles were looked at, of how many.
  /// - Returns: What is wrong, the worst first.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  public func check(
    progress: (_ articles: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [LibraryFault] {
    var faults: [LibraryFault] = []
    do {
      faults += try read(Self.pageFaults)
      faults += try read(Self.referenceFaults)
      // Others may write meanwhile: all of this sees the library as it was at one time.
      faults += try read { try Self.contentFaults($0, progress: progress) }
      faults += try indexFaults()
    } catch LibraryError.damaged {
      faults.append(
        LibraryFault(
          what: "Some of the file can't be read at all", meaning: "what stands there is lost",
          remedy: .recover))
    }
    return faults.filter { $0.remedy == .recover } + faults.filter { $0.remedy != .recover }
  }

  /// What SQLite finds wrong with pages, rows and the indexes of tables.
  private static func pageFaults(_ db: Database) throws -> [LibraryFault] {
    let rows = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    // The first row may hold many lines, under a heading that names the database.
    let lines = rows.flatMap { $0.split(separator: "\n").map(String.init) }
    return lines.filter { $0 != "ok" && !$0.hasPrefix("***") }.map { line in
      // SQLite: an index of a table can be made anew of the table.
      let isIndex = line.contains(" index ") && !line.contains("malformed")
      return LibraryFault(
        what: "SQLite says: \(line)",
        meaning: isIndex
          ? "lists and searches may miss what is there"
          : "some of what was read or decided can't be found or is not what it was",
        remedy: isIndex ? .reindex : .recover)
    }
  }

  /// Rows that speak of others that are not there.
  private static func referenceFaults(_ db: Database) throws -> [LibraryFault] {
    var counts: [String: Int] = [:]
    let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try rows.next() {
      counts[try row.decode(atIndex: 0), default: 0] += 1
    }
    let made: Set = ["doubt", "extraction", "link", "waiting"]
    return counts.sorted { $0.key < $1.key }.map { table, count in
      LibraryFault(
        what: "\(count) rows of the table \(table) speak of articles or files that are not there",
        meaning: made.contains(table)
          ? "names may be missing, or lead nowhere"
          : "articles, or what you did with them, are lost",
        remedy: made.contains(table) ? .reindex : .recover)
    }
  }

  /// What is missing or can't be read of the articles and entities.
  private static func contentFaults(
    _ db: Database, progress: (_ articles: Int, _ total: Int) -> Void
  ) throws -> [LibraryFault] {
    var faults: [LibraryFault] = []
    func note(
      _ count: Int, _ what: String, _ meaning: String, _ remedy: LibraryFault.Remedy
    ) {
      guard count > 0 else { return }
      faults.append(LibraryFault(what: "\(count) \(what)", meaning: meaning, remedy: remedy))
    }
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id")
    var (textless, nameless, unlinked) = (0, 0, 0)
    for (index, id) in ids.enumerated() {
      if index % 500 == 0 {
        progress(index, ids.count)
        guard !Task.isCancelled else { throw CancellationError() }
      }
      let length = try readable { try summary(of: id, db).flatMap { try article($0, db) } }
      guard let length = length?.text.count else {
        textless += 1
        continue
      }
      switch try readable({ try hasNames(id, length: length, db) }) {
      case nil: nameless += 1
      case false?: unlinked += 1
      case true?: continue
      }
    }
    progress(ids.count, ids.count)
    note(
      textless, "articles have a text, or a place, that can't be read", "they can't be opened",
      .recover)
    note(
      nameless, "articles have names that can't be read", "no names are shown in them", .reindex)
    note(
      unlinked, "articles have names that were never joined", "these names lead nowhere yet",
      .import)
    note(
      try damagedEntities(db), "entities can't be read", "they have no page and are not found",
      .reindex)
    let counted = try articleCount(db)
    note(
      max(counted, ids.count) - max(0, min(counted, ids.count)),
      "articles too many or too few are counted", "the list ends too late or too early", .recover)
    return faults
  }

  /// Whether an article's names are joined; they are read to see whether they can be.
  private static func hasNames(_ id: Int64, length: Int, _ db: Database) throws -> Bool? {
    let statement = try db.cachedStatement(
      sql: "SELECT mentions, locals FROM extraction WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    _ = try PackedMention.all(in: row.decode(atIndex: 0), count: length)
    var reader = try PackedReader(row.decode(atIndex: 1))
    let locals = try reader.readCount()
    for _ in 0..<locals {
      _ = try PackedLocal(code: reader.readByte())
      _ = try reader.readNames()
    }
    let links = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT clusters FROM link WHERE article = ?"), arguments: [id])
    return try links.map { try ClusterStore.clusters(in: $0).count == locals } ?? (locals == 0)
  }

  private static func damagedEntities(_ db: Database) throws -> Int {
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT kind, names, articles FROM entity")
    while let row = try rows.next() {
      let isSound = try readable {
        var names = try PackedReader(row.decode(atIndex: 1))
        _ = try names.readNames()
        _ = try Postings.articles(in: row.decode(atIndex: 2))
        return try EntityKind(rawValue: row.decode(String.self, atIndex: 0)) != nil
      }
      if isSound != true { count += 1 }
    }
    return count
  }

  /// What `body` gives; `nil` where what it reads is damaged.
  private static func readable<Value>(_ body: () throws -> Value?) throws -> Value? {
    do {
      return try body()
    } catch is PackedReader.Damaged {
      return nil
    } catch is RowDecodingError {
      return nil
    }
  }

  /// What FTS5 finds wrong with the full-text indexes.
  private func indexFaults() throws -> [LibraryFault] {
    guard !isReadOnly else { return [] }
    return try Schema.textIndexes.keys.sorted().compactMap { name in
      do {
        // FTS5: asking for the check has the form of a change.
        try write {
          try $0.execute(sql: "INSERT INTO \(name) (\(name)) VALUES ('integrity-check')")
        }
        return nil
      } catch LibraryError.damaged {
        return LibraryFault(
          what: "The full-text index \(name) is damaged",
          meaning: "searches may fail, or miss articles that have the words", remedy: .reindex)
      }
    }
  }
}
