import Foundation
import Testing

@testable import Model

/// What the reader says of where names stand, and that it lasts.
@Suite struct JudgedSpansTests {
  private static let both = JudgedName(kind: .person, text: "راشد الغنوشي كلثوم بدر الدين")
  private static let parts = ["راشد الغنوشي", "كلثوم بدر الدين"]
  private static let texts = [
    "قال راشد الغنوشي كلثوم بدر الدين أمس", "وصل راشد الغنوشي كلثوم بدر الدين ثم راشد الغنوشي",
    "Read Hela Moyes on Friday. Then Karim Bello spoke to Karim Bellows.",
  ]

  private static func fixture() throws -> JudgementFixture {
    try JudgementFixture(texts, people: [both.text, "Read Hela Moyes"])
  }

  private static func judge(_ change: JudgementChange, _ fixture: JudgementFixture) throws
    -> JudgementChange
  {
    let undo = try fixture.library.judge(change)
    try fixture.readAgain()
    return undo
  }

  @Test func `parts a mention into two people everywhere, and the undoing joins it again`() throws {
    let fixture = try Self.fixture()
    let before = try fixture.names()
    let undo = try Self.judge(
      JudgementChange(adding: [.spans(Self.both, Self.parts)]), fixture)
    #expect(try fixture.library.hastyCount() == 0)
    #expect(
      try fixture.names() == [
        Self.parts, Self.parts, ["Read Hela Moyes"],
      ])
    #expect(try fixture.entity(Self.parts[1]) != nil)
    #expect(try fixture.entity(Self.both.text) == nil)
    _ = try Self.judge(undo, fixture)
    #expect(try fixture.names() == before)
    #expect(try fixture.library.judgements().isEmpty)
  }

  @Test func `trims a mention in one article alone`() throws {
    let fixture = try Self.fixture()
    let article = try #require(
      try fixture.library.articles(at: fixture.folder.articles + "/0.txt").first)
    var name = Self.both
    name.article = try fixture.library.digest(of: article)
    _ = try Self.judge(JudgementChange(adding: [.spans(name, [Self.parts[0]])]), fixture)
    #expect(try fixture.names()[0] == [Self.parts[0]])
    #expect(try fixture.names()[1] == [Self.both.text])
  }

  @Test func `marks what was missed, whole words alone`() throws {
    let fixture = try Self.fixture()
    let name = JudgedName(kind: .person, text: "Karim Bello")
    _ = try Self.judge(JudgementChange(adding: [.spans(name, ["Karim Bello"])]), fixture)
    #expect(try fixture.names()[2] == ["Read Hela Moyes", "Karim Bello"])
  }

  @Test func `holds for articles that come later, and when all is read anew`() throws {
    let fixture = try Self.fixture()
    _ = try Self.judge(JudgementChange(adding: [.spans(Self.both, Self.parts)]), fixture)
    try fixture.add("مع راشد الغنوشي  كلثوم بدر الدين", number: 3)
    try fixture.fill()
    #expect(try fixture.names()[3] == ["راشد الغنوشي", "كلثوم بدر الدين"])
    let before = try fixture.names()
    try fixture.reindex()
    #expect(try fixture.names() == before)
  }

  @Test func `goes into a file and comes back, what can't hold does not`() throws {
    let judgement = Judgement.spans(Self.both, Self.parts)
    let text = try JudgementFile.text(of: [judgement])
    #expect(try JudgementFile.judgements(in: Data(text.utf8), path: "file") == [judgement])
    #expect(!Judgement.spans(Self.both, ["كلثوم بدر الدين", "راشد الغنوشي"]).isPossible)
    #expect(!Judgement.spans(Self.both, ["راشد الغنو"]).isPossible)
    let wrong = #"{"judgement":"spans","kind":"person","name":"A B","spans":["C"]}"#
    #expect(throws: JudgementFile.Unreadable.self) {
      try JudgementFile.judgements(in: Data(wrong.utf8), path: "file")
    }
    let fixture = try Self.fixture()
    try fixture.library.judge(judgement)
    #expect(try fixture.library.judgements() == [judgement])
  }

  @Test func `leaves a longer name that a place is part of`() throws {
    let fixture = try Self.fixture()
    let name = JudgedName(kind: .person, text: "Hela Moyes on")
    _ = try Self.judge(JudgementChange(adding: [.spans(name, ["Hela Moyes"])]), fixture)
    #expect(try fixture.names()[2] == ["Read Hela Moyes"])
  }

  @Test func `takes apart what was merged by hand, and lists follow what is merged`() throws {
    let fixture = try JudgementFixture(
      ["Someone called Karim Bello.", "Hela Moyes and Hela Moyes", "Hela Moyes came."],
      people: ["Karim Bello", "Hela Moyes"])
    let small = try #require(try fixture.entity("Karim Bello"))
    let large = try #require(try fixture.entity("Hela Moyes"))
    let entity = try #require(try fixture.library.entity(small))
    let query = SearchQuery(articlesOf: entity, named: "Karim Bello")
    #expect(try fixture.library.list(query, order: .path).count == 1)
    try fixture.library.judge(fixture.library.merging(small, large))
    #expect(try fixture.library.entity(small) == nil || fixture.library.entity(large) == nil)
    #expect(try fixture.library.list(query, order: .path).count == 3)
    let merged = try #require(try fixture.entity("Karim Bello"))
    let undo = try fixture.library.judge(fixture.library.unmerging(merged))
    #expect(undo.adding.count == 1)
    #expect(try fixture.entities().count == 2)
    #expect(try fixture.library.list(query, order: .path).count == 1)
    #expect(try fixture.library.unmerging(large) == JudgementChange())
  }
}
