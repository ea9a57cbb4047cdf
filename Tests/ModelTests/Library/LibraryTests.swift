import Foundation
import GRDB
import Synchronization
import Testing

@testable import Model

@Suite struct LibraryTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "First\n\nAl-Kazemi went to Baghdad. Al-Kazemi came back.\n", to: "a.txt", day: 1)
    try folder.write("ثان\n\nقال الكاظمي إنه عاد.\n", to: "b.txt", day: 3)
    try folder.write("Third\n\nNobody was there.\n", to: "c.txt", day: 2)
    try folder.write("Fourth\n\nA letter from Baghdad.\n", to: "d/d.txt", day: 2)
  }

  private func libraries() throws -> [Library] {
    let libraries = [try Library.inMemory(), try Library(at: folder.libraryFile)]
    for library in libraries { try folder.fill(library) }
    return libraries
  }

  @Test func listsInBothOrders() throws {
    for library in try libraries() {
      #expect(try library.articleCount() == 4)
      #expect(try library.titles(.path) == ["First", "ثان", "Third", "Fourth"])
      #expect(try library.titles(.newestFirst) == ["ثان", "Third", "Fourth", "First"])
      #expect(
        try library.summaries(in: 1..<3, order: .newestFirst).map(\.title) == ["Third", "Fourth"])
      #expect(try library.summaries(in: 3..<9, order: .path).map(\.title) == ["Fourth"])
      #expect(try library.summaries(in: 7..<9, order: .path).isEmpty)
    }
  }

  @Test func listsByTitleAndBySource() throws {
    for library in try libraries() {
      // Before the catalog is known SQLite sorts, then the catalog does.
      for _ in 0..<2 {
        #expect(try library.titles(.title) == ["First", "Fourth", "Third", "ثان"])
        let sources = try library.summaries(in: 0..<9, order: .source).map(\.source)
        let named = sources.compactMap { $0 }
        #expect(named == named.sorted())
        #expect(sources.prefix(named.count).allSatisfy { $0 != nil })
        #expect(try library.row(of: library.allArticles()[0], order: .title) == 0)
      }
    }
  }

  @Test func rowsOfAnOrderAreReadFromAnIndex() throws {
    let library = try Library.inMemory()
    for order in ArticleOrder.allCases {
      let plan = try library.read { db in
        let sql = "EXPLAIN QUERY PLAN SELECT id FROM article ORDER BY \(order.sorting) LIMIT 9"
        return try Row.fetchAll(db, sql: sql).map { $0["detail"] as String }
      }
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(order): \(plan)")
    }
  }

  @Test func knowsTheRowOfAnArticle() throws {
    for library in try libraries() {
      for order in ArticleOrder.allCases {
        for (row, summary) in try library.summaries(in: 0..<4, order: order).enumerated() {
          #expect(try library.row(of: summary.id, order: order) == row)
        }
      }
      #expect(try library.row(of: ArticleID(rawValue: 99), order: .newestFirst) == nil)
      // Now that the catalog is known, lists come from it and must be the same.
      #expect(try library.titles(.newestFirst) == ["ثان", "Third", "Fourth", "First"])
    }
  }

  @Test func givesBackWhatWasRead() throws {
    let path = try folder.write(
      "\u{FEFF}Title\r\n\r\nOne  \u{200F}two Baghdad.\r\n\r\nMore.\r\n", to: "z/e.txt")
    var read: [Article] = []
    let file = try #require(ArticleReader().files(under: [path]).files.first)
    ArticleReader().read(file) { if case .success(let article) = $0 { read.append(article) } }
    for library in try libraries() {
      let id = try #require(library.articles(at: path).first)
      let content = try #require(try library.content(of: id))
      #expect(content.article == read.first)
      #expect(content.summary.origin.path == path)
      #expect(content.mentions.map(\.mention) == TestFolder.tagger.mentions(in: content.article))
    }
  }

  @Test func countsTheEntitiesOfAnArticle() throws {
    for library in try libraries() {
      let first = try #require(library.summaries(in: 0..<1, order: .path).first)
      let content = try #require(try library.content(of: first.id))
      #expect(content.entities.map(\.count) == [2, 1])
      #expect(content.entities.map(\.firstMention) == [0, 1])
      let kazemi = try #require(try library.entity(content.entities[0].entity.id))
      #expect(kazemi.kind == .person)
      #expect(kazemi.name(in: .arabic) == "الكاظمي")
      #expect(kazemi.name(in: .latin) == "Al-Kazemi")
      #expect(try library.entities(content.entities.map(\.entity.id)).count == 2)
    }
  }

  @Test func jumpsToTheNextArticleAndAround() throws {
    for library in try libraries() {
      let ids = try library.summaries(in: 0..<4, order: .path).map(\.id)
      let content = try #require(try library.content(of: ids[0]))
      let (kazemi, baghdad) = (content.entities[0].entity.id, content.entities[1].entity.id)
      let next = try #require(
        try library.nextArticle(mentioning: kazemi, after: ids[0], order: .path))
      #expect(next.place == ArticlePlace(id: ids[1], index: 1))
      #expect(!next.wrapped)
      let around = try #require(
        try library.nextArticle(mentioning: kazemi, after: ids[1], order: .path))
      #expect(around.place == ArticlePlace(id: ids[0], index: 0))
      #expect(around.wrapped)
      // The newest first: b, c, d, a.
      let newest = try #require(
        try library.nextArticle(mentioning: kazemi, after: ids[0], order: .newestFirst))
      #expect(newest.place == ArticlePlace(id: ids[1], index: 0))
      #expect(newest.wrapped)
      // From an article that does not mention it.
      let after = try #require(
        try library.nextArticle(mentioning: baghdad, after: ids[2], order: .path))
      #expect(after.place.id == ids[3])
      #expect(
        try library.articles(mentioning: baghdad, order: .newestFirst).map(\.index) == [2, 3])
      try folder.write("Only\n\nUnited States.\n", to: "only.txt")
      try folder.fill(library)
      let only = try #require(
        try library.search(SearchQuery("only"), order: .path, limit: 1).hits.first)
      let states = try #require(try library.content(of: only.summary.id)?.entities.first?.entity.id)
      #expect(
        try library.nextArticle(mentioning: states, after: only.summary.id, order: .path) == nil)
    }
  }

  @Test func keepsWhatTheReaderDid() throws {
    let library = try Library(at: folder.libraryFile)
    try folder.fill(library)
    let id = try #require(library.summaries(in: 0..<1, order: .path).first?.id)
    #expect(try library.setRead(true, article: id) == false)
    #expect(try library.setRead(true, article: id))
    try library.setPosition(17, article: id)
    try folder.write("First\n\nAl-Kazemi stayed in Baghdad after all.\n", to: "a.txt", day: 9)
    let report = try folder.fill(library)
    #expect(report.replaced == 1)
    #expect(report.unchanged == 3)
    let summary = try #require(library.summaries(of: [id]).first)
    #expect(summary.isRead)
    #expect(try library.position(of: id) == 17)
    #expect(try library.found("stayed") == ["First"])
    #expect(try library.found("\"came back\"").isEmpty)
    let again = try Library(at: folder.libraryFile)
    #expect(try again.summaries(of: [id]) == [summary])
    #expect(try again.setRead(false, article: id))
    #expect(try again.position(of: id) == 17)
    try again.setPosition(nil, article: id)
    #expect(try again.position(of: id) == nil)
    #expect(try library.setRead(true, article: ArticleID(rawValue: 99)) == false)
  }

  @Test func visitsEveryArticleWithItsPlaces() throws {
    try folder.write("Third\n\nNobody was there.\n", to: "z/copy.txt", day: 7)
    for library in try libraries() {
      var seen: [[String]] = []
      try library.forEachArticle { content, origins in
        seen.append(origins.map { URL(filePath: $0.path).lastPathComponent })
        #expect(content.summary.origin == origins.first)
      }
      if library.isKept {
        #expect(seen == [["a.txt"], ["b.txt"], ["c.txt", "copy.txt"], ["d.txt"]])
      } else {
        #expect(seen == [["a.txt"], ["b.txt"], ["c.txt"], ["d.txt"], ["copy.txt"]])
      }
    }
  }

  @Test func passesOnWhatAVisitorThrows() throws {
    struct Enough: Error {}
    for library in try libraries() {
      var seen = 0
      #expect(throws: Enough.self) {
        try library.forEachArticle { _, _ in
          seen += 1
          if seen == 2 { throw Enough() }
        }
      }
      #expect(seen == 2)
    }
  }

  @Test func twoReadersSeeWhatAThirdImports() throws {
    let writer = try Library(at: folder.libraryFile)
    let readers = [try Library(at: folder.libraryFile), try Library(at: folder.libraryFile)]
    for reader in readers {
      #expect(try reader.articleCount() == 0)
      #expect(try reader.found("baghdad").isEmpty)
    }
    let before = try readers[0].generation()
    try folder.fill(writer)
    for reader in readers {
      #expect(try reader.generation() != before)
      #expect(try reader.found("baghdad") == ["First", "Fourth"])
      #expect(try reader.titles(.newestFirst).count == 4)
    }
  }

  @Test("Work of many changes in a row lets others change the library in between")
  func takesTurns() throws {
    let busy = try Library(at: folder.libraryFile)
    let other = try Library(at: folder.libraryFile)
    let isDone = Mutex(false)
    let work = DispatchGroup()
    WorkThread.start(in: work) {
      while !isDone.withLock({ $0 }) {
        try? busy.write { _ in Thread.sleep(forTimeInterval: 0.1) }
        busy.giveWay()
      }
    }
    let began = ContinuousClock.now
    for generation in 1...10 {
      #expect(throws: Never.self) {
        try other.write {
          try $0.execute(sql: "UPDATE tally SET generation = ?", arguments: [generation])
        }
      }
    }
    #expect(.now - began < .seconds(10))
    isDone.withLock { $0 = true }
    work.wait()
  }
}
