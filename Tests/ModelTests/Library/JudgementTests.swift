import Foundation
import Testing

@testable import Model

/// Judgements about names, and that they last.
@Suite struct JudgementTests {
  private static func person(_ text: String) -> JudgedName { JudgedName(kind: .person, text: text) }

  /// Two people of like names in both languages, and a third.
  private static func fixture() throws -> JudgementFixture {
    try JudgementFixture(
      [
        "Samir Al-Kazemi met Hela Moyes.", "Samir al-Kadhimi spoke.",
        "سمير الكاظمي و هيلا مويس", "Someone called Karim Bello.",
        "Mustafa Al-Kazemi and Mustafa al-Kadhimi", "مصطفى الكاظمي",
      ],
      people: [
        "Samir Al-Kazemi", "Samir al-Kadhimi", "Hela Moyes", "سمير الكاظمي", "هيلا مويس",
        "Karim Bello", "Mustafa Al-Kazemi", "Mustafa al-Kadhimi", "مصطفى الكاظمي",
      ])
  }

  @Test func `joins what the reader says is the same, and gives the undoing back`() throws {
    let fixture = try Self.fixture()
    let before = try fixture.stored()
    #expect(try fixture.entities().count == 4)
    let judgement = Judgement.same(Self.person("Karim Bello"), Self.person("Hela Moyes"))
    let undo = try fixture.library.judge(judgement)
    let joined = try #require(try fixture.entity("Karim Bello"))
    #expect(try fixture.entities()[joined]?.sorted() == ["Hela Moyes", "Karim Bello", "هيلا مويس"])
    #expect(try fixture.library.articles(mentioning: joined, order: .path).count == 3)
    #expect(undo == JudgementChange(removing: [judgement]))
    let redo = try fixture.library.judge(undo)
    #expect(try fixture.stored() == before)
    #expect(redo == JudgementChange(adding: [judgement]))
    #expect(try fixture.library.judgements().isEmpty)
  }

  @Test func `parts what the reader says is different, also where others would join it`() throws {
    let fixture = try Self.fixture()
    try fixture.library.judge(
      .different(Self.person("سمير الكاظمي"), Self.person("Samir Al-Kazemi")))
    let names = try Set(fixture.entities().values.map(Set.init))
    #expect(names.contains(["Samir Al-Kazemi", "Samir al-Kadhimi"]))
    #expect(names.contains(["سمير الكاظمي"]))
    try fixture.library.judge(
      .same(Self.person("سمير الكاظمي"), Self.person("Karim Bello")))
    try fixture.library.judge(.same(Self.person("Karim Bello"), Self.person("Samir Al-Kazemi")))
    let apart = try fixture.entities().values
    #expect(!apart.contains { Set($0).isSuperset(of: ["سمير الكاظمي", "Samir Al-Kazemi"]) })
  }

  @Test(arguments: [
    [Judgement.same(person("Karim Bello"), person("Hela Moyes"))],
    [.different(person("سمير الكاظمي"), person("Samir Al-Kazemi"))],
    [
      .different(person("سمير الكاظمي"), person("Samir Al-Kazemi")),
      .same(person("سمير الكاظمي"), person("Karim Bello")),
      .same(person("Karim Bello"), person("Samir al-Kadhimi")),
    ],
    [.different(person("Mustafa Al-Kazemi"), person("مصطفى الكاظمي"))],
    [
      .different(person("Mustafa al-Kadhimi"), person("Mustafa Al-Kazemi")),
      .different(person("Mustafa al-Kadhimi"), person("مصطفى الكاظمي")),
    ],
    [.rename(person("هيلا مويس"), to: "Hela Moyes-Ahmed")],
    [.kind(person("Karim Bello"), .organization)],
    [.hide(person("Karim Bello")), .hide(person("Hela Moyes"))],
    [.unsure(person("Karim Bello"), person("Hela Moyes"))],
  ])
  func `holds at once, as it does when all names are joined anew`(judgements: [Judgement]) throws {
    let fixture = try Self.fixture()
    let before = try fixture.stored()
    var undo: [JudgementChange] = []
    for judgement in judgements { undo.append(try fixture.library.judge(judgement)) }
    let atOnce = try fixture.stored()
    try fixture.resolveAnew()
    let anew = try fixture.stored()
    #expect(anew.filter { !atOnce.contains($0) } == [])
    #expect(atOnce.filter { !anew.contains($0) } == [])
    for change in undo.reversed() { try fixture.library.judge(change) }
    #expect(try fixture.stored() == before)
    try fixture.resolveAnew()
    #expect(try fixture.stored() == before)
  }

  @Test func `takes one name out of an entity and leaves the rest together`() throws {
    let fixture = try Self.fixture()
    let entity = try #require(try fixture.entity("Samir Al-Kazemi"))
    try fixture.library.judge(fixture.library.splitting("Samir Al-Kazemi", from: entity))
    let names = try Set(fixture.entities().values.map(Set.init))
    #expect(names.contains(["Samir Al-Kazemi"]))
    #expect(names.contains(["Samir al-Kadhimi", "سمير الكاظمي"]))
  }

  @Test func `shows another name, and the reader's kind`() throws {
    let fixture = try Self.fixture()
    let id = try #require(try fixture.entity("Karim Bello"))
    try fixture.library.judge(.rename(Self.person("Karim Bello"), to: "Karim\u{1B}[31m B."))
    try fixture.library.judge(.kind(Self.person("Karim Bello"), .organization))
    let entity = try #require(try fixture.library.entity(id))
    #expect(entity.displayName(preferring: .latin) == "Karim B.")
    #expect(entity.kind == .organization)
  }

  @Test func `hides what is no name everywhere, or in one article alone`() throws {
    let fixture = try JudgementFixture(
      ["Breaking Point about Paris.", "Breaking Point about Rome.", "Paris and Rome"],
      people: ["Breaking Point"], places: ["Paris", "Rome"])
    let paris = try #require(try fixture.entity("Paris"))
    let id = try #require(
      try fixture.library.articles(at: fixture.folder.articles + "/0.txt").first)
    let digest = try #require(try fixture.library.digest(of: id))
    let undo = try fixture.library.judge(
      .hide(JudgedName(kind: .place, text: "Paris", article: digest)))
    #expect(
      try fixture.library.content(of: id)?.entities.map { $0.entity.names[0].text }
        == ["Breaking Point"])
    #expect(try fixture.library.articles(mentioning: paris, order: .path).count == 1)
    try fixture.library.judge(.hide(Self.person("Breaking Point")))
    #expect(try fixture.library.content(of: id)?.mentions.isEmpty == true)
    #expect(try fixture.library.found("\"Breaking Point\"").count == 2)
    let atOnce = try fixture.stored()
    try fixture.resolveAnew()
    #expect(try fixture.stored() == atOnce)
    try fixture.library.judge(undo)
    #expect(try fixture.library.articles(mentioning: paris, order: .path).count == 2)
  }

  @Test func `judges a surname for its own article alone`() throws {
    let fixture = try JudgementFixture(
      ["Bello spoke in Paris.", "Bello slept.", "Karim Bello ate."],
      people: ["Bello", "Karim Bello"], places: ["Paris"])
    let first = try #require(
      try fixture.library.articles(at: fixture.folder.articles + "/0.txt").first)
    let lone = try #require(
      try fixture.library.content(of: first)?.entities.first { $0.entity.kind == .person })
    let name = try #require(try fixture.library.judgedName(of: lone.entity.id))
    #expect(name.article != nil)
    try fixture.library.judge(.same(name, Self.person("Karim Bello")))
    let joined = try #require(try fixture.entity("Karim Bello"))
    #expect(try fixture.library.articles(mentioning: joined, order: .path).count == 2)
    let atOnce = try fixture.stored()
    try fixture.resolveAnew()
    #expect(try fixture.stored() == atOnce)
  }

  @Test func `outlives new versions of the articles and a new index`() throws {
    let fixture = try Self.fixture()
    try fixture.library.judge(.same(Self.person("Karim Bello"), Self.person("Hela Moyes")))
    let id = try #require(try fixture.entity("Karim Bello"))
    try fixture.add("Hela Moyes and Karim Bello came with Samir Al-Kazemi.", number: 0)
    try fixture.add("Someone new, Karim Bello.", number: 3)
    try fixture.fill()
    try IndexRebuild(library: fixture.library).run()
    #expect(try fixture.entity("Karim Bello") == id)
    #expect(try fixture.entity("هيلا مويس") == id)
    #expect(try fixture.library.judgements().count == 1)
  }

  @Test func `goes through a file and back`() throws {
    let name = Self.person("Al-Kazemi \"K\"")
    var lone = name
    lone.article = -5
    let judgements: [Judgement] = [
      .same(lone, Self.person("سمير الكاظمي")), .different(name, Self.person("X")),
      .unsure(name, Self.person("Y")), .rename(name, to: "Kazemi"), .kind(name, .place),
      .hide(lone),
    ]
    let folder = try TestFolder()
    let text = try JudgementFile.text(of: judgements)
    let path = try folder.write(text + "\n", to: "judgements.jsonl")
    #expect(try JudgementFile.judgements(at: URL(filePath: path)) == judgements)
    let bad = try folder.write(text + "{\"judgement\":\"same\"}\n", to: "bad.jsonl")
    #expect(throws: JudgementFile.Unreadable(path: bad, line: 7)) {
      try JudgementFile.judgements(at: URL(filePath: bad))
    }
    let missing = folder.url.appending(path: "none").path
    #expect(throws: JudgementFile.Unreadable(path: missing, line: 0)) {
      try JudgementFile.judgements(at: URL(filePath: missing))
    }
  }

  @Test func `tells why names are one, and what might be`() throws {
    let fixture = try Self.fixture()
    let id = try #require(try fixture.entity("Samir Al-Kazemi"))
    let links = try fixture.library.links(of: id)
    #expect(Set(links.map(\.reason)) == [.spelling, .sound])
    #expect(links.allSatisfy { $0.holds && (ClusterLink.bound...1).contains($0.confidence) })
    #expect(try fixture.library.proposals(of: id).isEmpty)
  }

  @Test func `proposes what is doubtful, and asks no more once it is judged`() throws {
    let fixture = try JudgementFixture(
      ["George H. W. Bush ruled.", "George W. Bush ruled.", "George Bush ruled."],
      people: ["George H. W. Bush", "George W. Bush", "George Bush"])
    let id = try #require(try fixture.entity("George Bush"))
    let proposals = try fixture.library.proposals(of: id)
    #expect(proposals.count == 2)
    #expect(proposals.allSatisfy { $0.confidence < ClusterLink.bound && !$0.holds })
    #expect(try fixture.library.proposals(limit: 9).count == 2)
    try fixture.library.judge(.unsure(proposals[0].left, proposals[0].right))
    #expect(try fixture.library.proposals(of: id).count == 1)
    try fixture.library.judge(.same(proposals[1].left, proposals[1].right))
    #expect(try fixture.library.proposals(limit: 9).isEmpty)
    #expect(try fixture.entities().count == 2)
  }
}
