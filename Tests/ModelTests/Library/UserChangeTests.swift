import Foundation
import GRDB
import Testing

@testable import Model

@Suite struct UserChangeTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    for number in 0..<4 {
      try folder.write("T\(number)\n\nText \(number) of it.\n", to: "\(number).txt", day: number)
    }
  }

  @Test func everyChangeGivesBackItsInverse() throws {
    let library = try Library.inMemory()
    try folder.fill(library)
    let ids = try library.allArticles()
    try library.setRead(true, article: ids[1])
    let inverse = try library.apply(.read(true, ids))
    #expect(inverse == .read(false, [ids[0], ids[2], ids[3]]))
    #expect(try library.summaries(of: ids).allSatisfy(\.isRead))
    #expect(try library.apply(inverse) == .read(true, [ids[0], ids[2], ids[3]]))
    #expect(try library.summaries(of: ids).map(\.isRead) == [false, true, false, false])
    #expect(
      try library.apply(.star(true, [ids[2], ArticleID(rawValue: 999)])) == .star(false, [ids[2]]))
    #expect(try library.apply(.star(true, [ids[2]])).isEmpty)
    #expect(try library.summaries(of: ids).map(\.isStarred) == [false, false, true, false])

    let first = PlaceMark(article: ids[0], position: 3)
    let second = PlaceMark(article: ids[1], position: 5)
    #expect(try library.apply(.mark("a", first)) == .mark("a", nil))
    #expect(try library.apply(.mark("a", second)) == .mark("a", first))
    #expect(try library.mark("a") == second)
    #expect(try library.apply(.mark("a", nil)) == .mark("a", second))
    #expect(try library.mark("a") == nil)

    #expect(
      try library.apply(.savedSearch("x", query: "is:unread")) == .savedSearch("x", query: nil))
    #expect(
      try library.apply(.savedSearch("x", query: "iraq")) == .savedSearch("x", query: "is:unread"))
    #expect(try library.savedSearches() == [SavedSearch(name: "x", query: "iraq")])
    _ = try library.apply(.savedSearch("x", query: nil))
    #expect(try library.savedSearches().isEmpty)
  }

  @Test func whatTheReaderDidOutlivesTheProgramAndAnotherImport() throws {
    do {
      let library = try Library(at: folder.libraryFile)
      try folder.fill(library)
      let ids = try library.allArticles()
      _ = try library.apply(.star(true, [ids[1]]))
      _ = try library.apply(.read(true, [ids[2]]))
      _ = try library.apply(.mark("m", PlaceMark(article: ids[3], position: 4)))
      _ = try library.apply(.savedSearch("mine", query: "lang:ar"))
      try library.setLastPlace(PlaceMark(article: ids[0], position: 2))
    }
    let library = try Library(at: folder.libraryFile)
    try folder.write("T1\n\nText 1 was changed.\n", to: "1.txt", day: 9)
    try folder.fill(library)
    let ids = try library.allArticles()
    #expect(try library.summaries(of: ids).map(\.isStarred) == [false, true, false, false])
    #expect(try library.summaries(of: ids).map(\.isRead) == [false, false, true, false])
    #expect(try library.mark("m") == PlaceMark(article: ids[3], position: 4))
    #expect(try library.lastPlace() == PlaceMark(article: ids[0], position: 2))
    #expect(try library.savedSearches().map(\.name) == ["mine"])
  }

  @Test func anArticleThatComesBackHasWhatWasDoneWithIt() throws {
    let library = try Library(at: folder.libraryFile)
    let line = { (number: Int) in
      "{\"title\": \"L\(number)\", \"text\": \"Line \(number) says so.\"}\n"
    }
    try folder.write(line(1) + line(2), to: "lines.jsonl", day: 1)
    try folder.fill(library)
    let gone = try #require(try library.found("\"line 2\"").first)
    #expect(gone == "L2")
    let id = try #require(try library.allArticles().last)
    _ = try library.apply(.star(true, [id]))
    _ = try library.apply(.read(true, [id]))
    try library.setPosition(7, article: id)
    _ = try library.apply(.mark("k", PlaceMark(article: id, position: 6)))
    try folder.write(line(1), to: "lines.jsonl", day: 2)
    try folder.fill(library)
    #expect(try library.articleCount() == 5)
    #expect(try library.mark("k") == nil)
    try folder.write(line(1) + line(2), to: "lines.jsonl", day: 3)
    try folder.fill(library)
    let back = try #require(try library.allArticles().last)
    let summary = try #require(try library.summaries(of: [back]).first)
    #expect(summary.title == "L2" && summary.isStarred && summary.isRead)
    #expect(try library.position(of: back) == 7)
    #expect(try library.mark("k") == PlaceMark(article: back, position: 6))
  }

  @Test func aLibraryOfTheFirstVersionIsBroughtUpToDate() throws {
    try folder.write("One\n\nAl-Kazemi spoke.\n", to: "a.txt")
    do {
      let library = try Library(at: folder.libraryFile)
      try folder.fill(library)
      try library.write { db in
        try db.execute(
          sql: """
            DROP TABLE star; DROP TABLE mark; DROP TABLE saved_search; DROP TABLE kept_reading;
            DROP TABLE kept_mark; DROP INDEX article_language; DROP INDEX article_source;
            DROP TABLE name_terms;
            DELETE FROM grdb_migrations WHERE identifier LIKE '2:%';
            """)
      }
    }
    let library = try Library(at: folder.libraryFile)
    #expect(try library.articleCount() == 5)
    #expect(try library.found("person:kazemi") == ["One"])
    #expect(try library.found("is:starred").isEmpty)
  }
}
