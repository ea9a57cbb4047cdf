import Foundation
import Testing

@testable import Model

/// Notes on articles and names, and that they last.
@Suite struct NoteTests {
  private static func person(_ text: String) -> Note.Subject {
    .name(JudgedName(kind: .person, text: text))
  }

  private static func fixture() throws -> JudgementFixture {
    try JudgementFixture(
      ["Hela Moyes met Karim Bello.", "هيلا مويس", "Karim Bello spoke."],
      people: ["Hela Moyes", "Karim Bello", "هيلا مويس"])
  }

  private func write(_ text: String, on entity: EntityID, in library: Library) throws -> UserChange
  {
    try library.apply(try library.noteDraft(of: entity).change(to: text))
  }

  @Test func `every change gives back its inverse`() throws {
    let library = try Self.fixture().library
    let ids = try library.allArticles()
    let (first, second) = (Note.Subject.article(ids[0]), Self.person("Hela Moyes"))
    let undo = try library.apply(.notes([Note("One", on: first), Note("Two", on: second)]))
    #expect(undo == .notes([Note("", on: second), Note("", on: first)]))
    #expect(try library.summaries(of: ids).map(\.note) == ["One", nil, nil])
    #expect(
      try library.apply(.notes([Note("Other", on: first)])) == .notes([Note("One", on: first)]))
    #expect(try library.apply(.notes([Note("Other", on: first)])).isEmpty)
    #expect(
      try library.apply(undo) == .notes([Note("Other", on: first), Note("Two", on: second)]))
    #expect(try library.summaries(of: ids).map(\.note) == [nil, nil, nil])
    #expect(try library.notedEntities().isEmpty)
    let gone = Note("x", on: .article(ArticleID(rawValue: 999)))
    #expect(try library.apply(.notes([gone])).isEmpty)
  }

  @Test func `nothing in a note can harm a terminal, and a note is no book`() throws {
    #expect(
      try Note.cleaned("\n a\u{1B}[31m\u{202E}b\tc \r\n\u{9B}1mسلام\u{7}\n\n") == " ab c\nسلام")
    #expect(try Note.cleaned(" \n\t\u{200F}").isEmpty)
    #expect(throws: Note.TooLong(length: Note.limit + 1)) {
      try Note.cleaned(String(repeating: "ن", count: Note.limit + 1))
    }
    let library = try Self.fixture().library
    let id = try library.allArticles()[0]
    #expect(throws: Note.TooLong.self) {
      try library.apply(
        .notes([Note(String(repeating: "n", count: Note.limit + 1), on: .article(id))]))
    }
  }

  @Test func `outlives reindexing, other versions of the article, and its absence`() throws {
    let fixture = try Self.fixture()
    let library = fixture.library
    let ids = try library.allArticles()
    let hela = try #require(try fixture.entity("Hela Moyes"))
    _ = try library.apply(.notes(ids.map { Note("On \($0.rawValue)", on: .article($0)) }))
    _ = try write("An envoy", on: hela, in: library)
    try fixture.reindex()
    try fixture.resolveAnew()
    try fixture.add("Hela Moyes met Karim Bello, and then others.", number: 0)
    try fixture.fill()
    #expect(try library.summaries(of: ids).compactMap(\.note).count == 3)
    let now = try #require(try fixture.entity("هيلا مويس"))
    #expect(try library.notes(of: now).map(\.text) == ["An envoy"])

    // A line that leaves its file and comes back.
    let line = { (number: Int) in
      "{\"title\": \"L\(number)\", \"text\": \"Line \(number) says so.\"}\n"
    }
    try fixture.folder.write(line(1) + line(2), to: "lines.jsonl", day: 10)
    try fixture.fill()
    let second = try #require(try library.allArticles().last)
    _ = try library.apply(.notes([Note("Back soon", on: .article(second))]))
    try fixture.folder.write(line(1), to: "lines.jsonl", day: 11)
    try fixture.fill()
    #expect(try library.found("note:soon").isEmpty)
    try fixture.folder.write(line(1) + line(2), to: "lines.jsonl", day: 12)
    try fixture.fill()
    #expect(try library.found("note:soon") == ["L2"])
  }

  @Test func `a surname's note, which is for one article, follows it to another text`() throws {
    let fixture = try JudgementFixture(
      ["Pelletier spoke.", "Pelletier was absent."], people: ["Pelletier"])
    let entity = try #require(
      try fixture.library.content(of: try fixture.library.allArticles()[0])?.entities.first?.entity)
    _ = try write("The elder", on: entity.id, in: fixture.library)
    try fixture.add("Pelletier spoke again.", number: 0)
    try fixture.fill()
    let noted = try fixture.library.allArticles().map { id in
      try fixture.library.content(of: id)?.entities.flatMap {
        try fixture.library.notes(of: $0.entity.id).map(\.text)
      }
    }
    #expect(noted == [["The elder"], []])
  }

  @Test func `merged names have the notes of both, and their own again when taken apart`() throws {
    let fixture = try Self.fixture()
    let library = fixture.library
    let hela = try #require(try fixture.entity("Hela Moyes"))
    let karim = try #require(try fixture.entity("Karim Bello"))
    _ = try write("An envoy", on: hela, in: library)
    _ = try write("A guide", on: karim, in: library)
    let merging = try library.merging(hela, karim)
    try library.judge(merging)
    let both = try #require(try fixture.entity("Karim Bello"))
    #expect(try library.notes(of: both).map(\.text) == ["An envoy", "A guide"])
    #expect(try library.noteDraft(of: both).text == "An envoy\nA guide")
    let undo = try write("One person", on: both, in: library)
    #expect(try library.notes(of: both).map(\.text) == ["One person"])
    _ = try library.apply(undo)
    #expect(try Set(library.notes(of: both).map(\.text)) == ["An envoy", "A guide"])
    try library.judge(JudgementChange(removing: merging.adding))
    let apart = try ["Hela Moyes", "Karim Bello"].map { name in
      try library.notes(of: try #require(try fixture.entity(name))).map(\.text)
    }
    #expect(apart == [["An envoy"], ["A guide"]])
  }

  @Test func `stays with a name that is of another kind, and shown as another`() throws {
    let fixture = try Self.fixture()
    let karim = try #require(try fixture.entity("Karim Bello"))
    _ = try write("A guide", on: karim, in: fixture.library)
    let name = JudgedName(kind: .person, text: "Karim Bello")
    try fixture.library.judge(.kind(name, .organization))
    try fixture.library.judge(.rename(name, to: "Bello & Sons"))
    let now = try #require(try fixture.entity("Karim Bello"))
    #expect(try fixture.library.notes(of: now).map(\.text) == ["A guide"])
    #expect(Array(try fixture.library.notedEntities().keys) == [now])
  }

  @Test func `notes are found by their words, in any spelling, and filter at once`() throws {
    let fixture = try Self.fixture()
    let library = fixture.library
    let ids = try library.allArticles()
    _ = try library.apply(.notes([Note("Check: إلى السفارة", on: .article(ids[2]))]))
    let hela = try #require(try fixture.entity("Hela Moyes"))
    _ = try write("An envoy of Oslo", on: hela, in: library)
    for (query, titles) in [
      ("is:noted", "2"), ("-is:noted", "01"), ("note:chec", "2"), ("note:الي", "2"),
      ("note:\"envoy of\"", "01"), ("-note:envoy", "2"), ("note:envoy lang:ar", "1"),
      ("note:zebra", ""),
    ] {
      #expect(
        try library.found(query).map { $0.replacing("Title ", with: "") }.joined() == titles,
        "\(query)")
    }
    let results = try library.search(SearchQuery("note:check"), order: .path, limit: 9)
    #expect(results.hits.map(\.snippet.text) == ["\u{270E} Check: إلى السفارة"])
    #expect(results.hits[0].snippet.ranges == [TextRange(2, 7)])
    #expect(try library.marked("note:envoy") == ["Hela Moyes", "هيلا مويس"])
    let named = try library.search(SearchQuery("is:noted"), order: .path, limit: 9).names
    #expect(named.map { $0.entities.map(\.entity.id) } == [[hela]])
    #expect(try library.completions(of: "is:no") == ["is:noted"])
    #expect(SearchQuery("note:").mistake?.description.contains("note:check") == true)
    _ = try library.apply(.notes([Note("", on: .article(ids[2]))]))
    #expect(try library.found("is:noted").isEmpty)
  }
}
