import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Everything extracted from articles can be rebuilt") struct ReindexTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("One\n\nAl-Kazemi spoke of the ferry.\n", to: "a.txt")
    try folder.write("Two\n\nتحدث الكاظمي في بغداد.\n", to: "b.txt")
    try folder.write("Three\n\nNobody spoke.\n", to: "c.txt")
  }

  private func filled() throws -> Library {
    let library = try Library(at: folder.libraryFile)
    try folder.fill(library)
    return library
  }

  private func job(_ library: Library, names: [String: EntityKind]? = nil) -> ReindexJob {
    ReindexJob(
      library: library, tagger: names.map(FakeTagger.init(names:)) ?? TestFolder.tagger,
      resolver: TestFolder.resolver)
  }

  /// All that is stored, but for the pages of the full-text indexes.
  private func contents(of library: Library) throws -> [String: [Row]] {
    try library.read { db in
      var contents: [String: [Row]] = [:]
      for table in ["article", "place", "body", "reading", "extraction", "link", "entity"] {
        contents[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
      }
      return contents
    }
  }

  @Test("An undamaged library stays the same, stars and judgements included")
  func changesNothing() throws {
    let library = try filled()
    let id = try #require(library.summaries(in: 0..<1, order: .path).first?.id)
    try library.setRead(true, article: id)
    try library.setPosition(7, article: id)
    let before = try contents(of: library)
    var steps: [ReindexProgress] = []
    #expect(try job(library).run { steps.append($0) } == 0)
    #expect(try contents(of: library) == before)
    #expect(try library.found("kazemi") == ["One", "Two"])
    #expect(try library.found("ferry") == ["One"])
    #expect(try library.found("three") == ["Three"])
    #expect(steps.last?.phase == .finished)
    #expect(steps.contains { $0.phase == .naming && $0.articles == 3 && $0.total == 3 })
    #expect(try library.check() == [])
  }

  @Test("Names that another version of the program finds take the place of the old ones")
  func findsNamesAnew() throws {
    let library = try filled()
    #expect(try job(library, names: ["ferry": .place]).run() == 1 + 1)
    #expect(try library.check() == [])
    let first = try #require(library.summaries(in: 0..<1, order: .path).first?.id)
    #expect(try library.content(of: first)?.entities.map(\.entity.names.first?.text) == ["ferry"])
    #expect(try job(library).run() == 2)
    #expect(try library.found("kazemi") == ["One", "Two"])
  }

  @Test("Damage to what can be rebuilt is reported, and repaired")
  func mendsDamage() throws {
    let library = try filled()
    try library.write { db in
      try db.execute(sql: "UPDATE body_index_data SET block = x'00' WHERE id > 10")
      try db.execute(sql: "DELETE FROM extraction WHERE article = 1")
      try db.execute(sql: "UPDATE extraction SET mentions = x'FF' WHERE article = 2")
      try db.execute(sql: "UPDATE entity SET names = x'FFFF'")
    }
    let faults = try library.check()
    #expect(faults.count == 3)
    for fault in faults { #expect(fault.description.contains("reader reindex")) }
    try library.write { try $0.execute(sql: "DELETE FROM entity") }
    try job(library).run()
    #expect(try library.check() == [])
    #expect(try library.found("kazemi") == ["One", "Two"])
  }

  @Test("An interrupted run leaves a consistent library, and the next one does the rest")
  func stops() async throws {
    let library = try filled()
    let job = job(library, names: ["ferry": .place])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      _ = try job.run()
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try library.check() == [])
    #expect(try library.found("ferry") == ["One"])
    let left = "SELECT count(*) FROM sqlite_master WHERE name LIKE '%index_next%'"
    #expect(try library.read { try Int.fetchOne($0, sql: left) } == 0)
  }

  @Test("Articles that come while the text is indexed are in the index too")
  func takesInNewArticles() throws {
    let library = try filled()
    var isFirst = true
    try IndexRebuild(library: library).run { _, _ in
      guard isFirst else { return }
      isFirst = false
      #expect(throws: Never.self) {
        try folder.write("Four\n\nA late ferry.\n", to: "d.txt")
        try folder.fill(Library(at: folder.libraryFile))
      }
    }
    #expect(try library.found("ferry") == ["One", "Four"])
    #expect(try library.check() == [])
  }

  @Test("If articles are replaced meanwhile, the old index stays, and the error says why")
  func refusesReplacedArticles() throws {
    let library = try filled()
    var isFirst = true
    #expect(throws: LibraryError.locked(path: folder.libraryFile.path)) {
      try IndexRebuild(library: library).run { _, _ in
        guard isFirst else { return }
        isFirst = false
        #expect(throws: Never.self) {
          try folder.write("One\n\nNo such thing.\n", to: "a.txt", day: 2)
          try folder.fill(Library(at: folder.libraryFile))
        }
      }
    }
    #expect(try library.found("ferry").isEmpty)
    #expect(try library.found("thing") == ["One"])
    #expect(try library.check() == [])
  }

  @Test("An import that ended before names were joined is distinguished from damage")
  func tellsOfUnjoinedNames() throws {
    let library = try filled()
    try library.write { try $0.execute(sql: "DELETE FROM link") }
    let faults = try library.check()
    #expect(faults.map(\.remedy) == [.import])
    #expect(faults.first?.description.contains("reader import") == true)
  }

  @Test("Damage to stored articles is reported, with what to do")
  func tellsOfDamage() throws {
    let library = try filled()
    try library.write { db in
      try db.execute(sql: "UPDATE body SET layout = x'7F' WHERE article = 1")
      try db.execute(sql: "UPDATE tally SET articles = 7")
    }
    let faults = try library.check()
    #expect(faults.map(\.remedy) == [.recover, .recover])
    for fault in faults { #expect(fault.description.contains("reader recover")) }
  }
}
