import Testing

@testable import Model

/// Names across articles and languages.
@Suite struct LibraryResolverTests {
  @Test func `gives a well-known entity its English name where no text has one`() throws {
    let record = LocalEntityRecord(
      key: 1, article: 1, kind: .place, names: [NameForm(text: "إيران")])
    let entity = try #require(
      try LinkingFixture.resolver.get().entities(from: [record]).first?.entity)
    #expect(entity.name(in: .latin) == "Iran")
    #expect(entity.names.first { $0.script == .latin }?.count == 0)
  }

  @Test func `joins full names and their spellings, not people who share a surname`() throws {
    let entities = try LinkingFixture.entities([
      "p[Mustafa Al-Kazemi]", "p[Mustafa al-Kadhimi]", "p[Ali Al-Kazemi]", "p[Kazemi]",
    ])
    #expect(
      Set(entities) == [
        ["Mustafa Al-Kazemi", "Mustafa al-Kadhimi"], ["Ali Al-Kazemi"], ["Kazemi"],
      ])
  }

  @Test func `does not take two brothers or father and son for one across languages`() throws {
    let entities = try LinkingFixture.entities([
      "p[Bashar al-Assad] and p[Maher al-Assad]", "p[بشار الأسد] و p[ماهر الأسد] و p[حافظ الأسد]",
    ])
    #expect(
      Set(entities) == [
        ["Bashar al-Assad", "بشار الأسد"], ["Maher al-Assad", "ماهر الأسد"], ["حافظ الأسد"],
      ])
  }

  @Test func `keeps one surname with three people apart in both languages`() throws {
    let entities = try LinkingFixture.entities([
      "p[Saad Hariri], p[Rafik Hariri] and p[Bahia Hariri]",
      "p[سعد الحريري] و p[رفيق الحريري] و p[بهية الحريري]", "p[الحريري]",
    ])
    #expect(
      Set(entities).isSuperset(of: [
        ["Rafik Hariri", "رفيق الحريري"], ["Bahia Hariri", "بهية الحريري"], ["الحريري"],
      ]))
    #expect(entities.contains { $0.isSuperset(of: ["Saad Hariri", "سعد الحريري"]) })
    #expect(entities.count == 4)
  }

  @Test func `keeps a person and a place of one name apart in both languages`() throws {
    let entities = try LinkingFixture.entities([
      "p[Jackson Lebanon] came to g[Lebanon]", "p[جاكسون لبنان] في g[لبنان]",
      "p[Paris Jackson], g[Paris]",
      "p[باريس جاكسون] و g[باريس]",
    ])
    #expect(
      Set(entities) == [
        ["Jackson Lebanon", "جاكسون لبنان"], ["Lebanon", "لبنان"],
        ["Paris Jackson", "باريس جاكسون"],
        ["Paris", "باريس"],
      ])
  }

  @Test(arguments: [
    // Spellings that are wrong, though they are met.
    ("Hisham al-Hashimy", "هشام الهاشمى"), ("Barham Saleh", "برهم صالح"),
    ("Mohamad Bazzi", "محمد بزي"), ("Yousef Al Otaiba", "يوسف العتيبه"),
    // Persian letters and endings.
    ("Golriz Ghahraman", "گلریز قهرمان"), ("Kian Pirfalak", "کیان پیرفلک"),
    ("Zhila Bani Yaghoub", "ژیلا بنی‌یعقوب"),
  ])
  func `joins wrong and Persian spellings across scripts`(latin: String, arabic: String) throws {
    let entities = try LinkingFixture.entities([
      "p[\(latin)] and p[Karim Bello]", "p[\(arabic)] و p[سعد الحريري]",
    ])
    #expect(entities.contains([latin, arabic]))
    #expect(entities.count == 3)
  }

  @Test func `leaves a bare name alone that two initials fit`() throws {
    let entities = try LinkingFixture.entities([
      "p[George H. W. Bush]", "p[George W. Bush]", "p[George Bush]",
    ])
    #expect(entities.count == 3)
  }

  @Test func `keeps a party and its country apart`() throws {
    let entities = try LinkingFixture.entities([
      "o[Labour Party] of g[Britain], g[UK]", "o[حزب العمال] في g[بريطانيا]",
      "o[Iraqi Communist Party] in g[Iraq]", "o[الحزب الشيوعي العراقي] في g[العراق]",
    ])
    #expect(
      Set(entities) == [
        ["Labour Party", "حزب العمال"], ["Britain", "UK", "بريطانيا"],
        ["Iraqi Communist Party", "الحزب الشيوعي العراقي"], ["Iraq", "العراق"],
      ])
  }

  @Test func `joins a lone name across languages only in the same company`() throws {
    let company = "g[Palu] and g[Jakarta] with p[Joko Widodo], o[World Vision] and o[BNPB]"
    let arabic = "g[بالو] و g[جاكرتا] مع p[جوكو ويدودو] و o[وورلد فيجن] و o[BNPB]"
    let joined = try LinkingFixture.entities([
      "p[Mandagi] of \(company)", "p[مانداجي] من \(arabic)",
    ])
    #expect(joined.contains(["Mandagi", "مانداجي"]))
    let apart = try LinkingFixture.entities(["p[Mandagi] of g[Paris]", "p[مانداجي] من \(arabic)"])
    #expect(apart.contains(["Mandagi"]))
  }

  @Test func `is the same in whatever order the records come`() throws {
    let records = try LinkingFixture.records([
      "p[Mustafa Al-Kazemi], p[Kazemi], g[US]", "p[مصطفى الكاظمي] و g[الولايات المتحدة]",
      "p[Kazemi] of g[US]", "p[Kazemi] in o[Navy]", "o[German Navy], o[Navy]", "o[Navy] of g[Oman]",
    ])
    let resolver = try LinkingFixture.resolver.get()
    let expected = resolver.entities(from: records)
    #expect(resolver.entities(from: records.reversed()) == expected)
    for distance in 1..<records.count {
      let rotated = Array(records[distance...] + records[..<distance])
      #expect(resolver.entities(from: rotated) == expected)
    }
    #expect(Set(expected.map(\.entity.id)).count == expected.count)
    #expect(expected.allSatisfy { (1..<(1 << 53)).contains($0.entity.id.rawValue) })
    #expect(expected.flatMap(\.members).sorted() == records.map(\.key).sorted())
  }

  @Test func `puts the fullest name first, without title`() throws {
    let entities = try LinkingFixture.entities([
      "p[President Donald Trump], p[Donald Trump], p[Trump], p[Trump]", "o[EU], o[European Union]",
    ])
    #expect(entities.count == 2)
    let names = try LinkingFixture.resolver.get().entities(
      from: LinkingFixture.records([
        "p[President Donald Trump], p[Donald Trump], p[Trump], p[Trump]",
        "o[EU], o[EU], o[European Union]",
      ])
    ).map { $0.entity.name(in: .latin) }
    #expect(Set(names) == ["Donald Trump", "European Union"])
  }

  @Test func `lives with records that name nothing`() throws {
    let resolver = try LinkingFixture.resolver.get()
    #expect(resolver.entities(from: []).isEmpty)
    let empty = LocalEntityRecord(key: 1, article: 1, kind: .person, names: [])
    let blank = LocalEntityRecord(
      key: 2, article: 1, kind: .place, names: [NameForm(text: "", count: .max)])
    #expect(resolver.entities(from: [empty, blank]).flatMap(\.members).sorted() == [1, 2])
  }
}
