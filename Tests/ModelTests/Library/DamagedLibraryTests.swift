import Foundation
import GRDB
import Testing

@testable import Model

/// Libraries with flipped bytes: whatever is asked of them gives an answer or a `LibraryError`.
@Suite("A damaged library is reported, never trapped on, and what can be read of it is saved")
struct DamagedLibraryTests {
  private let folder: TestFolder
  private var copy: URL { folder.url.appending(path: "damaged.sqlite") }
  private var recovered: URL { folder.url.appending(path: "recovered.sqlite") }
  private static let articles = 60
  private static let pageSize = 4096

  init() throws {
    folder = try TestFolder()
    for number in 0..<Self.articles {
      let filler = String(repeating: "Officials said little on day \(number). ", count: 40)
      let names = number % 2 == 0 ? "Al-Kazemi flew to Baghdad." : "وصل الكاظمي إلى بغداد."
      try folder.write("Title \(number)\n\n\(names) \(filler)\n", to: "\(number).txt")
    }
    let library = try Library(at: folder.libraryFile)
    try folder.fill(library)
    let ids = try library.allArticles()
    for id in ids.prefix(20) { _ = try library.apply(.star(true, [id])) }
    let notes = ids.prefix(20).map { Note("Of \($0.rawValue)", on: .article($0)) }
    _ = try library.apply(
      .notes(notes + [Note("A minister", on: .name(JudgedName(kind: .person, text: "Al-Kazemi")))]))
    for id in ids.prefix(30) { _ = try library.setRead(true, article: id) }
    try library.setLastPlace(PlaceMark(article: ids[3], position: 7))
    let name = JudgedName(kind: .place, text: "Peking")
    _ = try library.judge(JudgementChange(adding: [.rename(name, to: "Beijing")]))
    try (library.database as? DatabasePool)?.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// The library's bytes after `change`, in a file of their own.
  private func damage(_ change: (inout Data) -> Void) throws {
    var bytes = try Data(contentsOf: folder.libraryFile)
    change(&bytes)
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: copy.path + suffix)
    }
    try bytes.write(to: copy)
  }

  /// Asks everything of the damaged library; errors have to be the library's own.
  private func askEverything(reindexing: Bool = true) {
    func ask(_ body: () throws -> Void) {
      do {
        try body()
      } catch {
        #expect(error is LibraryError, "\(error)")
      }
    }
    guard let library = try? Library(at: copy) else { return ask { _ = try Library(at: copy) } }
    ask { _ = try library.check() }
    ask { _ = try library.titles(.newestFirst) }
    ask { try library.prepare() }
    ask { _ = try library.found("kazemi") }
    ask { _ = try library.found("person:kazemi title is:starred") }
    ask { _ = try library.found("note:minister -is:noted") }
    ask { try library.forEachArticle { _, _ in } }
    ask {
      var known: Set<ArticleID> = []
      try library.forEachOrigin { id, _ in #expect(known.insert(id).inserted) }
    }
    ask {
      for id in try library.allArticles().prefix(5) {
        ask { _ = try library.related(to: id, limit: 5) }
      }
    }
    ask { _ = try library.proposals(limit: 5) }
    ask { _ = try library.judgements() }
    ask { _ = try library.savedSearches() }
    guard reindexing else { return }
    ask {
      try ReindexJob(library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver)
        .run()
    }
  }

  /// Saves what can be read, and says what that was; `nil` where it was nothing.
  private func recover() throws -> LibraryRecovery.Report? {
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: recovered.path + suffix)
      }
    }
    do {
      let report = try LibraryRecovery(of: copy, to: recovered).run()
      let library = try Library(at: recovered)
      try ReindexJob(library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver)
        .run()
      #expect(try library.check() == [])
      #expect(try library.articleCount() == report.articles)
      #expect(try library.titles(.path).count == report.articles)
      return report
    } catch {
      #expect(error is LibraryError, "\(error)")
      return nil
    }
  }

  @Test("Every page in turn has eight bytes flipped")
  func flippedPages() throws {
    let pages = try Data(contentsOf: folder.libraryFile).count / Self.pageSize
    var generator = SeededRandom(seed: 16)
    for page in 0..<pages {
      try damage { bytes in
        for _ in 0..<8 {
          let place = page * Self.pageSize + Int.random(in: 0..<Self.pageSize, using: &generator)
          bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        }
      }
      askEverything(reindexing: page % 5 == 0)
    }
  }

  @Test("Every page in turn stands in the place of the next, so that rows are there twice")
  func doubledPages() throws {
    let pages = try Data(contentsOf: folder.libraryFile).count / Self.pageSize
    for page in 1..<pages - 1 {
      try damage { bytes in
        let start = page * Self.pageSize
        let next = start + Self.pageSize
        bytes.replaceSubrange(next..<next + Self.pageSize, with: Data(bytes[start..<next]))
      }
      askEverything(reindexing: page % 10 == 0)
    }
  }

  @Test("A page that is gone costs no more than what stood on it")
  func lostPages() throws {
    let pages = try Data(contentsOf: folder.libraryFile).count / Self.pageSize
    var lost = 0
    // Without the first page there is no way to the others.
    for page in stride(from: 1, to: pages, by: 3) {
      try damage { bytes in
        let start = page * Self.pageSize
        bytes.replaceSubrange(
          start..<start + Self.pageSize, with: Data(repeating: 0xA5, count: Self.pageSize))
      }
      let report = try recover()
      if (report?.articles ?? 0) < Self.articles / 2 { lost += 1 }
    }
    // The roots of the tables of articles and texts.
    #expect(lost <= 4)
  }

  @Test("Without its header, or its first page, a library is still saved")
  func lostStart() throws {
    for length in [100, Self.pageSize] {
      try damage { $0.replaceSubrange(0..<length, with: Data(repeating: 0xA5, count: length)) }
      #expect(try recover()?.articles == Self.articles, "\(length)")
    }
  }

  @Test("A row with nothing where something has to be is damage, not a trap")
  func emptyColumns() throws {
    try damage { _ in }
    let tables = [
      "article": "title", "extraction": "mentions", "entity": "names", "cluster": "key",
    ]
    try DatabaseQueue(path: copy.path).writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      for (table, column) in tables {
        try db.execute(
          sql: """
            UPDATE sqlite_master SET sql = replace(sql, '\(column) TEXT NOT NULL', '\(column) TEXT')
            WHERE name = '\(table)';
            UPDATE sqlite_master SET sql = replace(sql, '\(column) BLOB NOT NULL', '\(column) BLOB')
            WHERE name = '\(table)';
            """)
      }
    }
    try DatabaseQueue(path: copy.path).write { db in
      for (table, column) in tables { try db.execute(sql: "UPDATE \(table) SET \(column) = NULL") }
    }
    askEverything()
  }

  @Test("What the user did is saved, and comes back with an article that was lost")
  func savesDecisions() throws {
    try damage { _ in }
    let lost = try Library(at: copy).allArticles()[0]
    try DatabaseQueue(path: copy.path).write { db in
      try db.execute(
        sql: "UPDATE body SET layout = x'7F' WHERE article = ?", arguments: [lost.rawValue])
    }
    let report = try LibraryRecovery(of: copy, to: recovered).run()
    #expect(report.articles == Self.articles - 1 && report.lostArticles == 1 && report.hasDamage)
    let library = try Library(at: recovered)
    #expect(try library.judgements().count == 1)
    #expect(try library.lastPlace()?.position == 7)
    let starred = "SELECT count(*) FROM star"
    #expect(try library.read { try Int.fetchOne($0, sql: starred) } == 19)
    #expect(try library.list(SearchQuery("is:noted"), order: .path).count == 19)
    try folder.fill(library)
    #expect(try library.articleCount() == Self.articles)
    #expect(try library.read { try Int.fetchOne($0, sql: starred) } == 20)
    #expect(try library.list(SearchQuery("is:noted"), order: .path).count == 20)
    #expect(try library.notedEntities().values.flatMap { $0 }.map(\.text) == ["A minister"])
  }

  @Test("A backup of a library in use is whole; restored, it takes the library's place")
  func backsUp() throws {
    let library = try Library(at: folder.libraryFile)
    let backup = folder.url.appending(path: "backup.sqlite")
    let writer = try Library(at: folder.libraryFile)
    let article = try library.allArticles()[40]
    try LibraryBackup.make(of: library, at: backup) { _ in
      #expect(throws: Never.self) { _ = try writer.setRead(true, article: article) }
    }
    #expect(throws: LibraryError.exists(path: backup.path)) {
      try LibraryBackup.make(of: library, at: backup)
    }
    #expect(throws: LibraryError.locked(path: folder.libraryFile.path)) {
      _ = try LibraryBackup.restore(backup, to: folder.libraryFile)
    }
    let other = folder.url.appending(path: "other/library.sqlite")
    do {
      _ = try Library(at: other)
    }
    let former = try LibraryBackup.restore(backup, to: other)
    #expect(former.map { FileManager.default.fileExists(atPath: $0.path) } == true)
    let restored = try Library(at: other)
    #expect(try restored.articleCount() == Self.articles)
    #expect(try restored.check() == [])
    try Data("no library".utf8).write(to: backup)
    #expect(throws: LibraryError.notALibrary(path: backup.path)) {
      _ = try LibraryBackup.restore(backup, to: other)
    }
    #expect(try restored.articleCount() == Self.articles)
  }
}
