import Testing

@testable import Model

@Suite("Names of one article belong together")
struct LocalResolverPropertyTests {
  private static let pool: [Language: [String]] = [
    .english: [
      "p[Mustafa Al-Kazemi]", "p[Kazemi]", "p[al-Kadhimi]", "p[President Donald Trump]", "p[Trump]",
      "p[Donald Trump Jr.]", "g[Washington]", "p[Denzel Washington]", "p[Washington]",
      "o[United Nations]", "o[UN]", "o[German Navy]", "o[Navy]", "g[US]", "g[Anbar province]",
      "g[Anbar]", "o[]", "p[...]", "g[بغداد]", "p[Ivan]", "o[Blaxham Workers Union]", "o[BWU]",
    ],
    .arabic: [
      "p[مصطفى الكاظمي]", "p[الكاظمي]", "وp[كاظمي]", "g[العراق]", "لg[لعراق]", "g[عراق]",
      "o[الأمم المتحدة]", "o[البحرية الألمانية]", "o[البحرية]", "g[محافظة الأنبار]", "g[الأنبار]",
      "p[أبو بكر البغدادي]", "p[البغدادي]", "o[UN]", "p[عبد الرحمن الراشد]", "p[الراشد]",
    ],
  ]

  @Test(
    "Every mention is in one group, groups and their names are in order",
    arguments: 1...30 as ClosedRange<UInt64>)
  func groups(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let language: Language = seed % 2 == 0 ? .arabic : .english
    let pool = Self.pool[language] ?? []
    let marked = (0..<Int.random(in: 0...25, using: &random)).map { _ in
      (pool.randomElement(using: &random) ?? "")
        + ([" ", ", ", " (", ") ", " and "].randomElement(using: &random) ?? "")
    }.joined()
    let (article, mentions) = LinkingFixture.article(marked, language: language)
    let entities = try LinkingFixture.resolver.get().localEntities(of: mentions, in: article)
    #expect(entities.flatMap(\.mentions).sorted() == Array(mentions.indices))
    #expect(entities.map { $0.mentions[0] } == entities.map { $0.mentions[0] }.sorted())
    for entity in entities {
      #expect(entity.mentions == entity.mentions.sorted())
      #expect(entity.names.reduce(0) { $0 + $1.count } == entity.mentions.count)
      #expect(Set(entity.names.map(\.text)).count == entity.names.count)
      #expect(entity.mentions.contains { mentions[$0].kind == entity.kind })
      #expect(!entity.isDoubtful)
    }
    #expect(try LinkingFixture.resolver.get().localEntities(of: mentions, in: article) == entities)
  }

  @Test("A title makes no other person")
  func titles() throws {
    #expect(
      try LinkingFixture.groups("p[President Donald Trump], p[Donald Trump], p[Mr. Trump]").count
        == 1)
    #expect(
      try LinkingFixture.groups("p[الرئيس برهم صالح] و p[برهم صالح] و p[صالح]", language: .arabic)
        .count == 1)
  }

  @Test("A surname before the full name is the same person")
  func before() throws {
    #expect(
      try LinkingFixture.groups("p[Merkel] resigns. p[Angela Merkel] said so.")
        == [["Merkel", "Angela Merkel"]])
    #expect(
      try LinkingFixture.groups("p[ميركل] تستقيل. قالت p[أنجيلا ميركل].", language: .arabic)
        == [["ميركل", "أنجيلا ميركل"]])
  }

  @Test("A surname is that of the latest who was named in full")
  func latest() throws {
    #expect(
      try LinkingFixture.groups(
        "p[Bill Clinton], p[Clinton]; p[Hillary Clinton], p[Clinton], p[Clinton]")
        == [["Bill Clinton", "Clinton"], ["Hillary Clinton", "Clinton", "Clinton"]])
    #expect(
      try LinkingFixture.groups(
        "p[سعد الحريري] ثم p[الحريري]، p[بهية الحريري] ثم p[الحريري]", language: .arabic)
        == [["سعد الحريري", "الحريري"], ["بهية الحريري", "الحريري"]])
  }

  @Test("Two surnames are one person's where one full name alone ends in them")
  func twoSurnames() throws {
    #expect(
      try LinkingFixture.groups("p[Gabriel García Márquez] wrote; p[García Márquez] died.").count
        == 1)
    #expect(
      try LinkingFixture.groups(
        "p[Gabriel García Márquez], p[Eligio García Márquez]; p[García Márquez]"
      ).count == 3)
  }

  @Test("A woman and a man whose names an ending tells apart are two")
  func endings() throws {
    #expect(try LinkingFixture.groups("p[Mario Rossi] and p[Maria Rossi]").count == 2)
    #expect(
      try LinkingFixture.groups("p[حسن نصار] و p[حسين نصار]", language: .arabic).count == 2)
  }

  @Test("The head noun alone is the body, where the article has but one such")
  func heads() throws {
    #expect(
      try LinkingFixture.groups("o[البحرية الألمانية] و o[البحرية]", language: .arabic).count == 1)
    #expect(
      try LinkingFixture.groups(
        "o[البحرية الألمانية] و o[البحرية البلجيكية] و o[البحرية]", language: .arabic
      ).count == 3)
    #expect(
      try LinkingFixture.groups("o[Blaxham Council], o[Zorbax Council], o[Council]").count == 3)
    #expect(try LinkingFixture.groups("p[Blaxham Council], o[Council]").count == 2)
  }

  @Test("A name in brackets in the other script is the same entity, if it sounds alike")
  func transliterated() throws {
    #expect(
      try LinkingFixture.groups("p[هيلا مويس] (p[Hela Moyes])", language: .arabic).count == 1)
    #expect(
      try LinkingFixture.groups("p[هيلا مويس] (p[Donald Trump])", language: .arabic).count == 2)
    #expect(
      try LinkingFixture.groups("p[هيلا مويس] ثم p[Hela Moyes]", language: .arabic).count == 2)
  }

  @Test("An acronym that two bodies may have is nobody's")
  func acronyms() throws {
    #expect(
      try LinkingFixture.groups("o[Blaxham Workers Union], o[BWU]").count == 1)
    #expect(
      try LinkingFixture.groups("o[Blaxham Workers Union], o[Berlin Wine Union], o[BWU]").count == 3
    )
    #expect(try LinkingFixture.groups("p[Bea Wilma Ullrich], o[BWU]").count == 2)
  }

  @Test("Doubtful mentions that are written alike are one, and doubtful")
  func doubtful() throws {
    let (article, mentions) = LinkingFixture.article("p[Xoan] and g[Qelm] and p[Xoan]")
    let entities = LocalEntity.doubtful(mentions, from: 4, in: article)
    #expect(entities.map(\.mentions) == [[4, 6], [5]])
    #expect(entities.map { $0.names.map(\.count) } == [[2], [1]])
    #expect(entities.map(\.isDoubtful) == [true, true])
  }
}
