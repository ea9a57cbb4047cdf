import Foundation
import GRDB
import Testing

@testable import Model

/// Entities keep their numbers, and new articles touch only what they name.
@Suite struct StableEntityTests {
  private static let articles = [
    "Samir Al-Kazemi met Hela Moyes in Basra.", "Hela Moyes left Basra for Rome.",
    "سمير الكاظمي في البصرة", "Karim Bello of the Navy stayed in Rome.",
    "Bello wrote to Hela Moyes.",
  ]

  private static func fixture(_ articles: [String]) throws -> JudgementFixture {
    try JudgementFixture(
      articles,
      people: [
        "Samir Al-Kazemi", "Samir al-Kadhimi", "سمير الكاظمي", "Hela Moyes", "هيلا مويس",
        "Karim Bello", "Abdul Karim Bello", "Bello", "Zaid Newcomer",
      ], places: ["Basra", "البصرة", "Rome"], organizations: ["Navy"])
  }

  /// The names of the entities that have several, and of the others.
  private static func names(_ fixture: JudgementFixture) throws -> [[String]] {
    try fixture.entities().values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func `keeps an entity's number when a new spelling comes that would be its first name`()
    throws
  {
    let fixture = try Self.fixture(Self.articles)
    let before = try fixture.entities()
    let kazemi = try #require(try fixture.entity("Samir Al-Kazemi"))
    try fixture.add("Samir al-Kadhimi slept.", number: 9)
    try fixture.add("Abdul Karim Bello ate.", number: 10)
    try fixture.fill()
    #expect(try fixture.entity("Samir al-Kadhimi") == kazemi)
    for (id, names) in before where names != ["Bello"] {
      #expect(try fixture.entities()[id].map { Set($0).isSuperset(of: names) } == true)
    }
  }

  @Test func `keeps numbers when articles come in a new version`() throws {
    let fixture = try Self.fixture(Self.articles)
    let moyes = try #require(try fixture.entity("Hela Moyes"))
    try fixture.add("Hela Moyes went home, and Rome was quiet.", number: 1)
    try fixture.fill()
    #expect(try fixture.entity("Hela Moyes") == moyes)
    #expect(try fixture.library.articles(mentioning: moyes, order: .path).count == 3)
  }

  @Test func `joins a new article to what is known and writes nothing else`() throws {
    let fixture = try Self.fixture(Self.articles)
    let before = try fixture.stored()
    let moyes = try #require(try fixture.entity("Hela Moyes"))
    let rome = try #require(try fixture.entity("Rome"))
    try fixture.add("هيلا مويس met Zaid Newcomer in Rome.", number: 7)
    try fixture.fill(provisionally: true)
    #expect(try fixture.library.isUnsettled())
    #expect(try fixture.entity("هيلا مويس") == moyes)
    #expect(try fixture.library.articles(mentioning: moyes, order: .path).count == 4)
    #expect(try fixture.library.articles(mentioning: rome, order: .path).count == 3)
    #expect(try fixture.library.found("Newcomer").count == 1)
    let touched = try Set(before).subtracting(fixture.stored())
    // The entities and clusters of the two known names, and nothing else, are other than before.
    #expect(
      touched.allSatisfy {
        $0.contains("id=\(moyes.rawValue)") || $0.contains("id=\(rome.rawValue)")
          || $0[0] == "cluster"
      })
    #expect(touched.count <= 4)
    try fixture.settle()
    #expect(try !fixture.library.isUnsettled())
    #expect(try fixture.entity("هيلا مويس") == moyes)
  }

  @Test func `ends the same whichever articles came first, and one by one or at once`() throws {
    let all = try Self.names(Self.fixture(Self.articles))
    for first in Self.articles.indices {
      let order = Array(Self.articles[first...] + Self.articles[..<first])
      let fixture = try Self.fixture([order[0]])
      for (number, text) in order.enumerated().dropFirst() {
        try fixture.add(text, number: number)
        try fixture.fill(provisionally: true)
      }
      try fixture.settle()
      #expect(try Self.names(fixture) == all)
    }
  }

  @Test func `keeps to judgements when articles are joined provisionally`() throws {
    let fixture = try Self.fixture(Self.articles)
    try fixture.library.judge(.hide(JudgedName(kind: .place, text: "Rome")))
    try fixture.library.judge(
      .different(
        JudgedName(kind: .person, text: "هيلا مويس"), JudgedName(kind: .person, text: "Hela Moyes"))
    )
    try fixture.add("هيلا مويس came to Rome.", number: 7)
    try fixture.fill(provisionally: true)
    #expect(try fixture.entity("Rome") == nil)
    #expect(try fixture.entity("هيلا مويس") != fixture.entity("Hela Moyes"))
    let names = try Self.names(fixture)
    try fixture.settle()
    #expect(try Self.names(fixture) == names)
  }

  @Test func `takes an article that changes back from its own names alone`() throws {
    let fixture = try Self.fixture(Self.articles)
    let kazemi = try #require(try fixture.entity("Samir Al-Kazemi"))
    let before = try fixture.stored()
    try fixture.add("Hela Moyes slept.", number: 4)
    try fixture.add("Somebody stayed in Rome.", number: 3)
    try fixture.fill(provisionally: true)
    #expect(try fixture.entity("Navy") == nil)
    #expect(try fixture.entity("Karim Bello") == nil)
    #expect(try fixture.entity("Samir Al-Kazemi") == kazemi)
    #expect(try fixture.library.check().isEmpty)
    let untouched = try Set(before).intersection(fixture.stored())
    #expect(untouched.contains { $0.contains("id=\(kazemi.rawValue)") })
    let atOnce = try fixture.stored()
    try fixture.resolveAnew()
    #expect(try fixture.stored() == atOnce)
  }
}
