import Foundation
import GRDB
import Testing

@testable import Model

/// Entities are the same whichever way they were made: all at once, in small lots, by judgements.
@Suite struct RegroupingTests {
  private static let first = [
    ("Karim", "كريم"), ("Samir", "سمير"), ("Hela", "هيلا"), ("Mustafa", "مصطفى"),
    ("Nadia", "نادية"),
    ("Tariq", "طارق"),
  ]
  private static let last = [
    ("Bello", "بيلو"), ("Moyes", "مويس"), ("Haddad", "حداد"), ("Najjar", "نجار"), ("Borg", "بورغ"),
    ("Kazemi", "كاظمي"), ("Mandagi", "مانداجي"),
  ]
  private static let places = [
    ("Basra", "البصرة"), ("Rome", "روما"), ("Valletta", "فاليتا"), ("Tunis", "تونس"),
  ]

  /// All names that the articles may have.
  private static var people: [String] {
    first.flatMap { x in last.flatMap { y in ["\(x.0) \(y.0)", "\(x.1) \(y.1)"] } }
      + last.flatMap { [$0.0, $0.1] }
  }

  /// Articles in two languages that name people, in full or by their surnames, and places.
  private static func articles(_ count: Int, _ random: inout SeededRandom) -> [String] {
    (0..<count).map { number in
      let isArabic = Bool.random(using: &random)
      func text(_ pair: (String, String)?) -> String {
        pair.map { isArabic ? $0.1 : $0.0 } ?? ""
      }
      let names = (0..<3).map { _ in
        let surname = text(last.randomElement(using: &random))
        return Int.random(in: 0..<4, using: &random) == 0
          ? surname : "\(text(first.randomElement(using: &random))) \(surname)"
      }
      let places = (0..<2).map { _ in text(Self.places.randomElement(using: &random)) }
      return (names + places).joined(separator: isArabic ? " في " : " in ") + " \(number)."
    }
  }

  private static func fixture(_ articles: [String]) throws -> JudgementFixture {
    try JudgementFixture(
      articles, people: people, places: places.flatMap { [$0.0, $0.1] })
  }

  /// Imports articles in lots, each joined to what is known.
  private static func inLots(
    _ articles: [String], first: Int, _ random: inout SeededRandom
  ) throws -> JudgementFixture {
    let fixture = try fixture(Array(articles[..<first]))
    var next = first
    while next < articles.count {
      let end = min(articles.count, next + Int.random(in: 1...6, using: &random))
      for number in next..<end { try fixture.add(articles[number], number: number) }
      try fixture.fill(provisionally: true)
      next = end
    }
    return fixture
  }

  /// The entities as sets of mentions: article and place of each.
  private static func partition(_ fixture: JudgementFixture) throws -> Set<Set<String>> {
    var entities: [EntityID: Set<String>] = [:]
    try fixture.library.forEachArticle { content, _ in
      for linked in content.mentions {
        entities[linked.entity, default: []]
          .insert("\(content.article.title) \(linked.mention.range.lowerBound)")
      }
    }
    return Set(entities.values)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `joined again, articles that came in lots give what all at once give`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let articles = Self.articles(40, &random)
    let whole = try Self.partition(Self.fixture(articles))
    let fixture = try Self.inLots(articles, first: 20, &random)
    try fixture.resolveAnew()
    #expect(try Self.partition(fixture) == whole)
    let shuffled = try Self.fixture(articles.shuffled(using: &random))
    #expect(
      try Set(shuffled.entities().values.map { $0.sorted() })
        == Set(fixture.entities().values.map { $0.sorted() }))
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `the same articles in the same lots give the same rows`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let articles = Self.articles(30, &random)
    var (left, right) = (random, random)
    let fixture = try Self.inLots(articles, first: 12, &left)
    #expect(try fixture.stored() == Self.inLots(articles, first: 12, &right).stored())
    #expect(try fixture.library.check().isEmpty)
  }

  @Test(arguments: [6, 7, 8, 9] as [UInt64])
  func `judgements one by one give what joining all under them gives, and undoing gives it back`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let fixture = try Self.fixture(Self.articles(25, &random))
    let before = try fixture.stored()
    var undo: [JudgementChange] = []
    for _ in 0..<8 {
      let entities = try fixture.entities().keys.sorted()
      let left = try #require(entities.randomElement(using: &random))
      let right = try #require(entities.randomElement(using: &random))
      guard let x = try fixture.library.judgedName(of: left),
        let y = try fixture.library.judgedName(of: right)
      else { continue }
      let judgement: Judgement =
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .same(x, y)
        case 1: .different(x, y)
        case 2: .rename(x, to: "Somebody")
        case 3: .kind(x, .organization)
        default: .hide(x)
        }
      undo.append(try fixture.library.judge(judgement))
      let atOnce = try fixture.stored()
      try fixture.resolveAnew()
      #expect(try fixture.stored() == atOnce)
    }
    for change in undo.reversed() { try fixture.library.judge(change) }
    #expect(try fixture.stored() == before)
  }

  @Test func `small lots decide nearly as the whole would`() throws {
    var random = SeededRandom(seed: 10)
    let articles = Self.articles(220, &random)
    let fixture = try Self.inLots(articles, first: 200, &random)
    let before = try Self.owners(fixture)
    try fixture.resolveAnew()
    let after = try Self.owners(fixture)
    let other = after.filter { before[$0.key] != $0.value }.count
    #expect(Double(other) <= 0.01 * Double(after.count), "\(other) of \(after.count)")
  }

  /// The entity of each mention.
  private static func owners(_ fixture: JudgementFixture) throws -> [String: EntityID] {
    var owners: [String: EntityID] = [:]
    try fixture.library.forEachArticle { content, _ in
      for linked in content.mentions {
        owners["\(content.article.title) \(linked.mention.range.lowerBound)"] = linked.entity
      }
    }
    return owners
  }

  @Test func `a kind that is new is stored beside the others`() throws {
    var counts = KindCounts()
    counts[.organization] = 3
    let packed = PackedClusterNames(kinds: counts, names: [])
    #expect(try PackedClusterNames(packed.data).kinds == counts)
    #expect(packed.data == Data([1, EntityKind.organization.code, 3, 0]))
    #expect(Set(EntityKind.allCases.map(\.code)).count == EntityKind.allCases.count)
  }
}
