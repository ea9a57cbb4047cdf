import Testing

@testable import Model

/// Spellings of one name in two small articles on different events, and names that only look alike.
@Suite("Spellings of one name are one entity, and no others")
struct SpellingProbeTests {
  /// Kind (p, g, o), a name and another spelling of it.
  private static let same = [
    ("p", "Muammar Gaddafi", "Muammar Qadhafi"), ("p", "Haider al-Abadi", "Haidar al-Ebadi"),
    ("p", "Mustafa al-Kazemi", "Mustafa al-Kadhimi"), ("p", "Nouri al-Maliki", "Nuri al-Maliki"),
    ("p", "Mohammed Dahlan", "Muhammad Dahlan"), ("p", "Walid Jumblatt", "Waleed Jumblat"),
    ("p", "Samir Geagea", "Sameer Geagea"), ("p", "Rached Ghannouchi", "Rashid Ghannouchi"),
    ("p", "Hussein Amir-Abdollahian", "Hossein Amir-Abdollahian"),
    ("p", "Massoud Barzani", "Masoud Barzani"), ("p", "Yousef Chahed", "Youssef Chahed"),
    ("p", "Fayez al-Sarraj", "Fayez Serraj"), ("p", "Qassem Soleimani", "Qasem Soleimani"),
    ("p", "Ismail Haniyeh", "Ismail Haniyah"), ("p", "Osama Hamdan", "Usama Hamdan"),
    ("p", "Khalid Mashal", "Khaled Mashal"), ("p", "Ahmed Chalabi", "Ahmad Chalabi"),
    ("g", "Raqqa", "Raqqah"), ("g", "Deir ez-Zor", "Deir al-Zor"), ("g", "Kobani", "Kobane"),
    ("g", "Fallujah", "Falluja"), ("g", "بيونغ يانغ", "بيونج يانج"), ("g", "شنغهاي", "شنجهاي"),
    ("g", "سورية", "سوريا"), ("p", "أنغيلا ميركل", "أنجيلا ميركل"),
    ("p", "دييغو سيميوني", "دييجو سيميوني"), ("p", "مسعود البرزاني", "مسعود برزاني"),
    ("o", "Al Jazeera", "Al-Jazeera"), ("o", "Hezbollah", "Hizbullah"),
    ("o", "Ennahda", "Ennahdha"), ("p", "Kamal Jumblatt", "كمال جنبلاط"),
    ("p", "Rafik Hariri", "رفيق الحريري"), ("p", "Mahmoud Darwish", "محمود درويش"),
    ("p", "Warren Buffett", "وارن بافيت"), ("g", "Chittagong", "تشيتاغونغ"),
    ("g", "Philadelphia", "فيلاديلفيا"), ("o", "Anderlecht", "أندرلخت"),
    ("o", "University of Manchester", "جامعة مانشستر"),
    ("p", "Hessa bint Essa Buhumaid", "Hessa Buhumaid"),
    ("p", "Andrés Cuervo Larroque", "Andrés Larroque"),
  ]

  /// Kind, a name and another one.
  private static let different = [
    ("p", "Ali Khamenei", "Ali Khomeini"), ("p", "Adel Jamal", "Adel Jamil"),
    ("p", "Tareq Salem", "Tareq Salma"), ("p", "Hassan Nasr", "Hussein Nasr"),
    ("p", "Omar Karam", "Omar Karim"), ("g", "Grenoble", "Chernobyl"),
    ("g", "Mongla", "Mongolia"), ("g", "Taiwan", "Taoyuan"), ("o", "Kliotech", "Celtic"),
    ("p", "Ahmad Husni", "أحمد حسني"), ("p", "Muhammad Ali", "محمد بن علي"),
    ("o", "United States Fashion Industry Association", "اتحاد الصناعة البريطاني"),
    ("o", "War Council", "مجلس أوروبا"), ("g", "Western Front", "جبهة اليسار"),
    ("g", "South Florida", "متحف فلوريدا"), ("g", "Slovak Republic", "جمهورية أفريقيا"),
    ("p", "محمد الفاضل العياري", "محمد العياري"), ("p", "Tseng Cheng", "Tseng Ming-chung"),
    ("p", "John Quigley", "جون كيلي"),
    ("p", "سالم الحسن", "سالم الحسين"), ("o", "Government of Ghana", "Government of Guyana"),
  ]

  private func areJoined(_ kind: String, _ left: String, _ right: String) throws -> Bool {
    let entities = try LinkingFixture.entities([
      "\(kind)[\(left)] was seen with p[Wilma Torberg].",
      "\(kind)[\(right)] met p[Gustavo Pelman].",
    ])
    return entities.contains { $0.isSuperset(of: [left, right]) }
  }

  @Test("At least 93 in 100 are joined")
  func joined() throws {
    let missed = try Self.same.filter { try !areJoined($0.0, $0.1, $0.2) }
    let names = missed.map { "\($0.1) = \($0.2)" }.joined(separator: "; ")
    #expect(Double(missed.count) <= 0.07 * Double(Self.same.count), "\(names)")
  }

  @Test("None are joined that are two", arguments: different)
  func apart(_ kind: String, _ left: String, _ right: String) throws {
    #expect(try !areJoined(kind, left, right))
  }

  @Test("An institution that many countries have is its article's country's")
  func countries() throws {
    let entities = try LinkingFixture.entities([
      "o[Foreign Ministry] in g[Tunis], g[Tunisia]", "o[وزارة الخارجية] في g[تونس]",
      "o[Foreign Ministry] in g[Cairo], g[Egypt]", "o[وزارة الخارجية المصرية] في g[الصين]",
      "o[وزارة الخارجية] في g[واشنطن]", "o[State Department] in g[Peru]",
    ])
    func joins(_ left: String, _ right: String) -> Int {
      entities.count { $0.isSuperset(of: [left, right]) }
    }
    #expect(joins("Foreign Ministry", "وزارة الخارجية") == 1)
    #expect(joins("Foreign Ministry", "وزارة الخارجية المصرية") == 1)
    #expect(joins("State Department", "وزارة الخارجية") == 1)
    #expect(entities.count { $0.contains("Foreign Ministry") } == 2)
  }

  @Test("An institution whose places do not tell the country has that of its company")
  func countriesByCompany() throws {
    let news = (1...3).map { _ in "p[Wilma Torberg] and p[Gustavo Pelman] in g[Cairo], g[Egypt]" }
    let entities = try LinkingFixture.entities(
      news + [
        "p[Wilma Torberg] and p[Gustavo Pelman] at the o[Defence Ministry]",
        "o[وزارة الدفاع] في g[القاهرة]", "o[Ministry of Defence] in g[Paris], g[France]",
      ])
    #expect(entities.contains { $0.isSuperset(of: ["Defence Ministry", "وزارة الدفاع"]) })
    #expect(!entities.contains { $0.isSuperset(of: ["Ministry of Defence", "وزارة الدفاع"]) })
  }

  @Test("A party whose name others have is its article's country's")
  func partiesOfCountries() throws {
    let entities = try LinkingFixture.entities([
      "o[حزب العدالة والتنمية] في g[أنقرة]، g[تركيا]", "o[AKP] in g[Istanbul]",
      "o[حزب العدالة والتنمية] في g[الرباط]، g[المغرب]", "o[PJD] in g[Morocco]",
    ])
    #expect(entities.contains { $0.isSuperset(of: ["AKP", "حزب العدالة والتنمية"]) })
    #expect(entities.contains { $0.isSuperset(of: ["PJD", "حزب العدالة والتنمية"]) })
    #expect(!entities.contains { $0.isSuperset(of: ["AKP", "PJD"]) })
  }

  @Test("A short acronym that two bodies have is theirs in their own company only")
  func shortAcronyms() throws {
    func entities(_ people: String) throws -> [Set<String>] {
      try LinkingFixture.entities([
        "The o[Torberg Pelman Zovka] (o[TPZ]) of p[Angela Merkel] and p[Boris Johnson]",
        "o[مجموعة القلعة الزرقاء] (o[TPZ]) مع \(people)",
      ])
    }
    let names: Set = ["Torberg Pelman Zovka", "مجموعة القلعة الزرقاء"]
    #expect(try !entities("p[جو بايدن] و p[شي جين بينغ]").contains { $0.isSuperset(of: names) })
    #expect(try entities("p[أنغيلا ميركل] و p[بوريس جونسون]").contains { $0.isSuperset(of: names) })
  }
}
