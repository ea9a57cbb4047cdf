import Foundation
import GRDB
import Synchronization
import Testing

@testable import Model

@Suite struct LibraryErrorTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test func makesFoldersAndFile() throws {
    let url = folder.url.appending(path: "some/where/new/library.sqlite")
    let library = try Library(at: url)
    #expect(try library.articleCount() == 0)
    #expect(FileManager.default.fileExists(atPath: url.path))
  }

  @Test func isMadeByManyAtOnce() throws {
    for round in 0..<20 {
      let file = folder.url.appending(path: "\(round).sqlite")
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
          _ = try Library(at: file).articleCount()
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 } == [])
    }
  }

  @Test func refusesANewerSchema() throws {
    do {
      _ = try Library(at: folder.libraryFile)
    }
    try DatabaseQueue(path: folder.libraryFile.path).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999: from tomorrow')")
    }
    let error = #expect(throws: LibraryError.self) { try Library(at: folder.libraryFile) }
    #expect(error == .newerSchema(path: folder.libraryFile.path))
    #expect(error?.description.contains(folder.libraryFile.path) ?? false)
  }

  @Test func migrationsLeaveACurrentLibraryAsItIs() throws {
    try folder.write("One\n\nText.\n", to: "a.txt")
    do {
      try folder.fill(Library(at: folder.libraryFile))
    }
    let library = try Library(at: folder.libraryFile)
    #expect(try library.titles(.path) == ["One"])
    #expect(try library.read { try Schema.migrator.hasCompletedMigrations($0) })
    #expect(try pragma("journal_mode", of: library) == "wal")
    #expect(try pragma("foreign_keys", of: library) == "1")
    #expect(try pragma("synchronous", of: library) == "1")
    #expect(try pragma("integrity_check", of: library) == "ok")
  }

  @Test func makesTheIndexAnewWhereFoldingChanged() throws {
    try folder.write("One\n\nAl-Kazemi spoke.\n", to: "a.txt")
    try folder.write("Two\n\nتحدث الكاظمي.\n", to: "b.txt")
    do {
      let library = try Library(at: folder.libraryFile)
      try folder.fill(library)
      try library.write { db in
        for index in ["title_index", "body_index", "name_index"] {
          try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
        }
        try db.execute(sql: "UPDATE tally SET generation = generation + 1")
      }
      #expect(try library.found("kazemi").isEmpty)
      try IndexRebuild(library: library).run()
      #expect(try library.found("kazemi") == ["One", "Two"])
      try library.write { try $0.execute(sql: "UPDATE tally SET folding = -1") }
    }
    let library = try Library(at: folder.libraryFile)
    // Whoever opens it reads at once; the indexes are rebuilt when there is time.
    #expect(try !library.read(IndexStore.isCurrent))
    #expect(try library.summaries(in: 0..<9, order: .path).count == 2)
    try library.refreshIndexes()
    #expect(try library.read(IndexStore.isCurrent))
    #expect(try library.found("one") == ["One"])
    #expect(try library.found("kazemi") == ["One", "Two"])
  }

  private func pragma(_ name: String, of library: Library) throws -> String? {
    try library.write { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }

  @Test func refusesWhatIsNoDatabase() throws {
    let path = try folder.write(
      String(repeating: "This is a letter and no library.\n", count: 500), to: "letter.txt")
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: LibraryError.notALibrary(path: path)) { try Library(at: URL(filePath: path)) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    let url = folder.url.appending(path: "other.sqlite")
    try DatabaseQueue(path: url.path).write { try $0.execute(sql: "CREATE TABLE song (name TEXT)") }
    #expect(throws: LibraryError.notALibrary(path: url.path)) { try Library(at: url) }
  }

  @Test func tellsOfDamage() throws {
    for number in 0..<50 {
      try folder.write("T\(number)\n\nText \(number).\n", to: "\(number).txt")
    }
    do {
      let library = try Library(at: folder.libraryFile)
      try folder.fill(library)
      try library.write { try $0.execute(sql: "UPDATE extraction SET locals = x'FFFF'") }
      #expect(throws: LibraryError.damaged(path: folder.libraryFile.path)) {
        try library.write { try $0.execute(sql: "UPDATE tally SET isStale = 1") }
        try EntityStore(library: library, resolver: TestFolder.resolver).resolve()
      }
      try library.write { try $0.execute(sql: "UPDATE body SET layout = x'7F'") }
      let id = try #require(library.summaries(in: 0..<1, order: .path).first?.id)
      #expect(throws: LibraryError.damaged(path: folder.libraryFile.path)) {
        try library.content(of: id)
      }
    }
    // Overwriting all but the first page damages the tables themselves.
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: folder.libraryFile.path)[.size] as? Int)
    let file = try FileHandle(forWritingTo: folder.libraryFile)
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: size - 4096))
    try file.close()
    #expect(throws: LibraryError.damaged(path: folder.libraryFile.path)) {
      _ = try Library(at: folder.libraryFile).titles(.path)
    }
  }

  @Test func refusesAFolderInPlaceOfAFile() throws {
    let error = #expect(throws: LibraryError.self) { try Library(at: folder.url) }
    #expect(error?.description.contains(folder.url.path) ?? false)
  }

  @Test func refusesAFolderThatMayNotBeWritten() throws {
    // No file can be made below a file, by root either.
    let path = try folder.write("x", to: "file.txt")
    let error = #expect(throws: LibraryError.self) {
      try Library(at: URL(filePath: path).appending(path: "library.sqlite"))
    }
    #expect(error?.description.contains("library.sqlite") ?? false)
  }

  @Test func turnsSQLiteErrorsIntoSentences() {
    let cases: [(ResultCode, LibraryError)] = [
      (.SQLITE_FULL, .diskFull(path: "/l")), (.SQLITE_BUSY, .locked(path: "/l")),
      (.SQLITE_CANTOPEN, .noPermission(path: "/l")), (.SQLITE_READONLY, .readOnly(path: "/l")),
      (.SQLITE_CORRUPT, .damaged(path: "/l")), (.SQLITE_NOTADB, .notALibrary(path: "/l")),
    ]
    for (code, expected) in cases {
      let error = LibraryError(DatabaseError(resultCode: code), path: "/l")
      #expect(error == expected)
      #expect(error.description.hasPrefix("/l") || error.description.contains(" /l "))
      #expect(error.description.hasSuffix("."))
    }
  }
}
