import Testing

@testable import Model

@Suite("Entities are a function of the set of articles")
struct LibraryResolverPropertyTests {
  private static let articles = [
    "p[Mustafa Al-Kazemi], p[Kazemi] and g[US] with o[UN]",
    "p[مصطفى الكاظمي] و g[الولايات المتحدة]",
    "p[Kazemi] of g[US] and g[Iraq]", "o[German Navy], o[Navy] in g[Oman]",
    "o[البحرية الألمانية] و o[البحرية]", "p[Hela Moyes] of g[Germany], o[UN]",
    "p[هيلا مويس] من g[ألمانيا]", "p[Saad Hariri], p[Rafik Hariri], g[Lebanon]",
    "p[سعد الحريري] و p[رفيق الحريري] و g[لبنان]", "p[الحريري] في g[لبنان]",
    "o[Blaxham Workers Union] (o[BWU])", "o[BWU] of g[Blaxham]", "p[George W. Bush], p[Bush]",
    "p[جورج بوش] و g[العراق]", "g[Georgia] and g[Russia]", "g[عمان] و g[الأردن]",
  ]

  @Test(
    "The order of the articles makes no difference to any entity or number",
    arguments: 1...6 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let records = try LinkingFixture.records(Self.articles)
    let resolver = try LinkingFixture.resolver.get()
    let expected = resolver.entities(from: records)
    #expect(expected.count < records.count)
    #expect(resolver.entities(from: records.shuffled(using: &random)) == expected)
  }

  @Test("The numbers of articles and records make no difference", arguments: [11, 12] as [UInt64])
  func numbers(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let records = try LinkingFixture.records(Self.articles)
    let articles = Array(Set(records.map(\.article))).sorted()
    let other = Dictionary(
      uniqueKeysWithValues: zip(articles, articles.map { $0 + 1_000 }.shuffled(using: &random)))
    let keys = records.indices.map { Int64($0) + 500 }.shuffled(using: &random)
    let renumbered = zip(records, keys).map { record, key in
      LocalEntityRecord(
        key: key, article: other[record.article] ?? 0, kind: record.kind, names: record.names)
    }
    let resolver = try LinkingFixture.resolver.get()
    #expect(
      resolver.entities(from: renumbered).map(\.entity)
        == resolver.entities(from: records).map(\.entity))
  }

  @Test("An article about others changes no entity")
  func unrelated() throws {
    let records = try LinkingFixture.records(Self.articles)
    let more = try LinkingFixture.records(
      Self.articles + ["p[Yoko Tanabe] of o[Sapporo Brewing Guild] in g[Sapporo]"])
    #expect(Array(more.prefix(records.count)) == records)
    let resolver = try LinkingFixture.resolver.get()
    let expected = resolver.entities(from: records)
    #expect(Set(resolver.entities(from: more)).isSuperset(of: expected))
  }

  @Test("An article that comes twice makes no other entities of those that names alone join")
  func twice() throws {
    let articles = Self.articles.filter {
      !$0.hasPrefix("p[Kazemi]") && !$0.hasPrefix("p[الحريري]")
    }
    let once = try LinkingFixture.entities(articles)
    let twice = try LinkingFixture.entities(articles + articles)
    #expect(Set(twice) == Set(once))
    #expect(twice.count == once.count)
  }

  @Test("Every record is in one part, and links are sure to some degree and lead to other parts")
  func resolution() throws {
    let records = try LinkingFixture.records(Self.articles)
    let resolution = try LinkingFixture.resolver.get().resolution(of: records)
    #expect(resolution.clusters.flatMap(\.members).sorted() == records.map(\.key).sorted())
    #expect(Set(resolution.clusters.map(\.id)).count == resolution.clusters.count)
    #expect(!resolution.links.isEmpty)
    for link in resolution.links {
      #expect(link.left < link.right && resolution.clusters.indices.contains(link.right))
      #expect((0...1).contains(link.confidence))
    }
    #expect(Set(resolution.links.map { [$0.left, $0.right] }).count == resolution.links.count)
  }

  @Test("What is one with a third is one")
  func transitive() throws {
    let entities = try LinkingFixture.entities([
      "p[Mustafa Al-Kazemi] of g[Iraq]", "p[Mustafa al-Kadhimi] of g[Iraq]",
      "p[مصطفى الكاظمي] من g[العراق]", "p[President Mustafa Al-Kazemi]",
    ])
    #expect(
      entities.contains([
        "Mustafa Al-Kazemi", "Mustafa al-Kadhimi", "مصطفى الكاظمي", "President Mustafa Al-Kazemi",
      ]))
    #expect(entities.count == 2)
  }

  @Test("An acronym alone is the body that another article has beside it, if it is the only one")
  func acronyms() throws {
    let one = ["o[Blaxham Workers Union] (o[BLWU])", "o[BLWU]"]
    #expect(try LinkingFixture.entities(one) == [["Blaxham Workers Union", "BLWU"]])
    let two = one + ["o[Berlin League of Wine] (o[BLWU])"]
    #expect(try LinkingFixture.entities(two).contains(["BLWU"]))
  }

  @Test("A short acronym alone needs company besides")
  func shortAcronyms() throws {
    let full = "o[Blaxham Workers Union] (o[BWU]) in g[Zorbaxham] with p[Hela Moyes]"
    #expect(try LinkingFixture.entities([full, "o[BWU] sang in g[Qelm]"]).contains(["BWU"]))
    #expect(
      try LinkingFixture.entities([full, "o[BWU] in g[Zorbaxham], p[Hela Moyes]"])
        .contains(["Blaxham Workers Union", "BWU"]))
  }

  @Test("A kind that is found far more often is the kind of a name, else both stay apart")
  func dominance() throws {
    let rare = Array(repeating: "g[Zorbaxham]", count: 8) + ["p[Zorbaxham Town]", "o[Zorbaxham]"]
    #expect(try LinkingFixture.entities(rare).count { $0.contains("Zorbaxham") } == 1)
    let even = ["g[Zorbaxham]", "g[Zorbaxham]", "o[Zorbaxham]", "o[Zorbaxham]"]
    #expect(try LinkingFixture.entities(even).count { $0.contains("Zorbaxham") } == 2)
  }

  @Test("Two people of one name in one script who differ by a middle name are two")
  func middle() throws {
    let entities = try LinkingFixture.entities([
      "p[Ali Hassan Majid]", "p[Ali Hussein Majid]", "p[علي حسن المجيد]",
    ])
    #expect(entities.contains(["Ali Hussein Majid"]))
    #expect(!entities.contains { $0.isSuperset(of: ["Ali Hassan Majid", "Ali Hussein Majid"]) })
  }
}
