import Testing

@testable import Model

/// Names across scripts, one pair at a time.
@Suite struct NameMatcherTests {
  private static let matcher = Result { try NameMatcher() }

  @Test(arguments: [
    ("Mustafa Al-Kazemi", "مصطفى الكاظمي"), ("Mustafa al-Kadhimi", "مصطفى الكاظمي"),
    ("Hela Moyes", "هيلا مويس"), ("Abdul-Rahman al-Rashed", "عبد الرحمن الراشد"),
    ("Osama bin Laden", "أسامة بن لادن"), ("Jacques Chirac", "جاك شيراك"),
    ("Hans-Peter Bartels", "هانز بيتر بارتلز"), ("George W. Bush", "جورج بوش"),
    ("Hela Moyes", "هیلا مویس"), ("Gholam Ali", "غلامعلی"), ("Zoran Zaev", "زوران زئيف"),
  ])
  func `takes spellings of a person's name for one`(latin: String, arabic: String) throws {
    #expect(try Self.matcher.get().areSame(latin: latin, arabic: arabic, kind: .person))
  }

  @Test(arguments: [
    ("Mustafa Al-Kazemi", "مصطفى الهاشمي"), ("Bashar al-Assad", "حافظ الأسد"),
    ("Mohammed bin Salman", "محمد بن زايد"), ("Donald Trump", "إيفانكا ترامب"),
    ("John Kerry", "جون بولتون"), ("Ali Hassan", "حسين علي"),
  ])
  func `tells people apart who share a word`(latin: String, arabic: String) throws {
    #expect(try !Self.matcher.get().areSame(latin: latin, arabic: arabic, kind: .person))
  }

  @Test(arguments: [
    ("University of Baghdad", "جامعة بغداد"), ("Roa Roa Hotel", "فندق Roa Roa"),
    ("Indonesian Red Cross", "الصليب الأحمر الإندونيسي"), ("World Vision", "وورلد فيجن"),
    ("Iraqi Communist Party", "الحزب الشيوعي العراقي"),
  ])
  func `matches words of organizations in any order, by meaning too`(
    latin: String, arabic: String
  ) throws {
    #expect(try Self.matcher.get().areSame(latin: latin, arabic: arabic, kind: .organization))
  }

  @Test(arguments: ["و", "ب", "ل", "ك", "ف"])
  func `reads a name with a clitic before it`(clitic: String) throws {
    let matcher = try Self.matcher.get()
    #expect(matcher.areSame(latin: "Donald Trump", arabic: clitic + "دونالد ترامب", kind: .person))
    #expect(matcher.areSame(latin: "Baghdad", arabic: clitic + "بغداد", kind: .place))
  }

  @Test func `knows a surname for the short form of a full name`() throws {
    let matcher = try Self.matcher.get()
    let short = matcher.score(latin: "Kazemi", arabic: "مصطفى الكاظمي", kind: .person)
    #expect(matcher.isShortForm(short))
    #expect(
      !matcher.isShortForm(
        matcher.score(latin: "Mustafa Hashemi", arabic: "الكاظمي", kind: .person)))
  }

  @Test func `lives with names that are none, and with very long ones`() throws {
    let matcher = try Self.matcher.get()
    for name in ["", "...", "123", "中文", String(repeating: "ab ", count: 5000)] {
      _ = matcher.score(latin: name, arabic: name, kind: .person)
      _ = matcher.score(latin: name, arabic: "الكاظمي", kind: .organization)
      _ = matcher.score(latin: "Kazemi", arabic: name, kind: .place)
    }
    let long = String(repeating: "kazemi", count: 1000)
    #expect(!matcher.areSame(latin: long, arabic: "الكاظمي", kind: .person))
  }
}
