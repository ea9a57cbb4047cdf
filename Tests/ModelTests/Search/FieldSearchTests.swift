import Foundation
import Testing

@testable import Model

@Suite struct FieldSearchTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    library = try Library.inMemory()
    let lines = [
      ("A", "2020-08-17", "Reuters", "Al-Kazemi spoke of the harvest that was late this year."),
      ("B", "2020-08-18", "BBC News", "In Baghdad the ferry waited for the people of the town."),
      (
        "C", "2021-01-01", "Reuters Arabic",
        "تحدث الكاظمي في بغداد عن الحصاد وعن الناس في البلاد كلها."
      ),
      ("D", "", "", "Nobody was there, and the ferry had left the harbour long ago."),
    ].map { title, date, source, text in
      let date = date.isEmpty ? "" : "\"date\": \"\(date)\", "
      let source = source.isEmpty ? "" : "\"source\": \"\(source)\", "
      return "{\"title\": \"\(title)\", \(date)\(source)\"text\": \"\(text)\"}"
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "all.jsonl", day: -2000)
    try folder.fill(library)
  }

  @Test(arguments: [
    ("person:kazemi", "AC"), ("person:\"al-kazemi\"", "AC"), ("person:الكاظمي", "AC"),
    ("-person:kazemi", "BD"), ("place:baghdad", "BC"), ("place:baghdad person:kaz", "C"),
    ("org:baghdad", ""), ("person:baghdad", ""), ("lang:ar", "C"), ("-lang:ar", "ABD"),
    ("lang:en ferry", "BD"), ("source:reuters", "AC"), ("source:\"bbc news\"", "B"),
    ("source:arab", "C"), ("-source:reuters", "BD"), ("after:2020-08-18", "BC"),
    ("before:2020-08-18 after:2020", "A"), ("after:2020 before:2021", "AB"),
    ("-after:2020", "D"), ("ferry -place:baghdad", "D"), ("is:unread -ferry", "AC"),
    ("person:kazemi الحصاد", "C"),
  ])
  func findsByField(query: String, titles: String) throws {
    #expect(try library.found(query).joined() == titles)
    let list = try library.list(SearchQuery(query), order: .path)
    #expect(list.count == titles.count)
    #expect(
      try library.summaries(of: list.articles(in: 0..<9)).map(\.title).joined() == titles)
  }

  @Test func whatTheReaderDidIsFoundAtOnce() throws {
    let ids = try library.allArticles()
    _ = try library.apply(.star(true, [ids[1]]))
    try library.setRead(true, article: ids[0])
    #expect(try library.found("is:starred") == ["B"])
    #expect(try library.found("is:read") == ["A"])
    #expect(try library.found("is:unread ferry") == ["B", "D"])
    _ = try library.apply(.star(false, ids))
    #expect(try library.found("is:starred").isEmpty)
  }

  @Test func mentionsOfTheNamedAreMarked() throws {
    #expect(try library.marked("person:kazemi lang:ar") == ["الكاظمي"])
    let results = try library.search(SearchQuery("person:kazemi"), order: .path, limit: 9)
    #expect(results.names.map(\.kind) == [.person])
    #expect(results.names[0].entities.map(\.articles) == [2])
  }

  @Test func entitiesAreGroupedByKindTheMostMentionedFirst() throws {
    let results = try library.search(SearchQuery("baghdad kazemi"), order: .path, limit: 9)
    #expect(results.names.map(\.kind) == [.person, .place])
    #expect(results.names.map(\.total) == [1, 1])
    #expect(results.names[1].entities[0].entity.name(in: .latin) == "Baghdad")
    #expect(results.hits.map(\.summary.title) == ["C"])
    let entity = results.names[1].entities[0].entity
    let list = try library.list(
      SearchQuery(articlesOf: entity, named: "Baghdad"), order: .newestFirst)
    #expect(try library.summaries(of: list.articles(in: 0..<9)).map(\.title) == ["C", "B"])
    let ids = try library.allArticles()
    #expect(ids.map { list.row(of: $0) } == [nil, 1, 0, nil])
  }

  @Test func listsKeepWhatWasReadSinceAndLeaveAllInWithoutAQuery() throws {
    let list = try library.list(SearchQuery("is:unread"), order: .path)
    try library.setRead(true, article: library.allArticles()[0])
    #expect(list.count == 4)
    #expect(try library.list(SearchQuery("is:unread"), order: .path).count == 3)
    #expect(try library.list(SearchQuery("-ferry"), order: .path).count == 2)
    #expect(try library.list(SearchQuery(""), order: .path).count == 4)
  }
}
