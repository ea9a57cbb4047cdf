import Testing

@testable import Model

@Suite("Names across scripts, many at a time")
struct NameMatcherPropertyTests {
  private static let matcher = Result { try NameMatcher(folder: TaggerFixture.resources) }

  private static let people = [
    ("Angela Merkel", "أنجيلا ميركل"), ("Recep Tayyip Erdogan", "رجب طيب أردوغان"),
    ("Emmanuel Macron", "إيمانويل ماكرون"), ("Vladimir Putin", "فلاديمير بوتين"),
    ("Joko Widodo", "جوكو ويدودو"), ("Barham Salih", "برهم صالح"),
    ("Hassan Rouhani", "حسن روحاني"), ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي"),
    ("Mohammed bin Salman", "محمد بن سلمان"), ("Saad Hariri", "سعد الحريري"),
    ("Benjamin Netanyahu", "بنيامين نتنياهو"), ("Boris Johnson", "بوريس جونسون"),
    ("Nancy Pelosi", "نانسي بيلوسي"), ("Volodymyr Zelensky", "فولوديمير زيلينسكي"),
    ("Xi Jinping", "شي جين بينغ"), ("Hela Moyes", "هيلا مويس"),
  ]

  private static let places = [
    ("Jakarta", "جاكرتا"), ("Istanbul", "إسطنبول"), ("Kandahar", "قندهار"),
    ("Mogadishu", "مقديشو"), ("Stuttgart", "شتوتغارت"), ("Sulawesi", "سولاويزي"),
    ("Tripoli", "طرابلس"), ("North Korea", "كوريا الشمالية"), ("West Bank", "الضفة الغربية"),
  ]

  @Test("Of many people's names the one that is spelled agrees best, either way round")
  func people() throws {
    let matcher = try Self.matcher.get()
    for (latin, arabic) in Self.people {
      func ratio(_ x: String, _ y: String) -> Float {
        matcher.score(latin: x, arabic: y, kind: .person).ratio
      }
      #expect(Self.people.max { ratio(latin, $0.1) < ratio(latin, $1.1) }?.1 == arabic)
      #expect(Self.people.max { ratio($0.0, arabic) < ratio($1.0, arabic) }?.0 == latin)
      for (other, _) in Self.people where other != latin {
        #expect(!matcher.areSame(latin: other, arabic: arabic, kind: .person), "\(other) \(arabic)")
      }
    }
  }

  @Test("Of many places' names none is taken for another's")
  func places() throws {
    let matcher = try Self.matcher.get()
    for (latin, _) in Self.places {
      for (other, arabic) in Self.places where other != latin {
        #expect(!matcher.areSame(latin: latin, arabic: arabic, kind: .place), "\(latin) \(arabic)")
      }
    }
  }

  @Test("Case, accents, vowel signs and the forms of hamza change no score")
  func folded() throws {
    let matcher = try Self.matcher.get()
    let expected = matcher.score(latin: "Erdogan", arabic: "أردوغان", kind: .person)
    #expect(expected.ratio > 0.4)
    for (latin, arabic) in [
      ("ERDOGAN", "أردوغان"), ("Érdogán", "أردوغان"), ("Erdogan", "اردوغان"),
      ("Erdogan", "أُردوغان"), ("«Erdogan»", "أردو\u{640}غان"),
    ] {
      #expect(matcher.score(latin: latin, arabic: arabic, kind: .person) == expected)
    }
  }

  @Test("The words of a person's name have an order, those of a body's do not")
  func order() throws {
    let matcher = try Self.matcher.get()
    #expect(!matcher.areSame(latin: "Merkel Angela", arabic: "أنجيلا ميركل", kind: .person))
    for latin in ["University of Baghdad", "Baghdad University"] {
      #expect(matcher.areSame(latin: latin, arabic: "جامعة بغداد", kind: .organization))
      #expect(!matcher.areSame(latin: latin, arabic: "مستشفى دمشق", kind: .organization))
    }
  }

  @Test("An initial stands for a name that begins so, and for no other")
  func initials() throws {
    let matcher = try Self.matcher.get()
    func ratio(_ latin: String) -> Float {
      matcher.score(latin: latin, arabic: "محمد صالح", kind: .person).ratio
    }
    #expect(matcher.areSame(latin: "M. Salih", arabic: "محمد صالح", kind: .person))
    #expect(ratio("M. Salih") > ratio("B. Salih"))
    #expect(ratio("Mohammed Salih") > ratio("M. Salih"))
  }

  @Test(
    "A score is finite and counts the words left open, whatever the names",
    arguments: [1, 2, 3] as [UInt64])
  func bounds(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let matcher = try Self.matcher.get()
    let latin = Self.people.map(\.0) + ["al-", "B.", "2", "of"]
    let arabic = Self.people.map(\.1) + ["بن", "عبد", "و", "UN"]
    func name(_ names: [String]) -> String {
      let words = names.flatMap { $0.split(separator: " ") }
      return (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
    }
    // So small that later comparisons take the places of earlier ones.
    var memory = WordMatchMemory(bits: 4)
    for _ in 0..<200 {
      let (x, y) = (name(latin), name(arabic))
      for kind in EntityKind.allCases {
        let score = matcher.score(latin: x, arabic: y, kind: kind)
        let spelled = (matcher.speller.spell(latin: x), matcher.speller.spell(arabic: y))
        #expect(
          matcher.score(spelled.0, spelled.1, kind: kind, memory: &memory) == score,
          "\(x) \(y)")
        #expect(score.ratio.isFinite)
        #expect(score.evidence.isFinite)
        #expect((0...12).contains(score.openLatin) && (0...12).contains(score.openArabic))
      }
    }
  }

  @Test("Names of one person begin with the same consonants, but for one word")
  func firstConsonants() throws {
    let speller = try Self.matcher.get().speller
    func mayAgree(_ latin: String, _ arabic: String) -> Bool {
      SpelledName.mayAgree(
        speller.spell(latin: latin).initials(in: .latin),
        speller.spell(arabic: arabic).initials(in: .arabic))
    }
    for (latin, arabic) in Self.people {
      #expect(mayAgree(latin, arabic), "\(latin) \(arabic)")
    }
    #expect(mayAgree("Abdul Rahim Noor Zai", "عبدالرحيم نورزاي"))
    #expect(mayAgree("Saddam Ghaddafi", "صدام القذافي"))
    #expect(!mayAgree("Karim Peter Nasser", "حسن بيتر ليلى"))
  }

  @Test("A name has as many words as count, twelve at most, and joins as many pairs")
  func spelled() throws {
    let speller = try Self.matcher.get().speller
    for (latin, arabic) in Self.people {
      for name in [speller.spell(latin: latin), speller.spell(arabic: arabic)] {
        #expect(name.joined.count == name.words.count - 1)
        #expect(name.words.allSatisfy { !$0.spellings.isEmpty })
        #expect(!name.words[name.first].isParticle && !name.words[name.last].isParticle)
      }
    }
    let long = Array(repeating: "merkel", count: 40).joined(separator: " ")
    #expect(speller.spell(latin: long).words.count == SpelledName.longest)
    #expect(
      speller.spell(latin: "Mohammed bin Salman").words.map(\.isParticle) == [false, true, false])
    #expect(speller.spell(arabic: "محمد بن سلمان").words.map(\.isParticle) == [false, true, false])
    #expect(speller.spell(arabic: "عبد الفتاح السيسي").words.count == 2)
    #expect(speller.spell(latin: "...").words.isEmpty)
  }

  @Test("Reading a letter as a clitic costs, so the plain reading is the better one")
  func clitics() throws {
    let speller = try Self.matcher.get().speller
    let word = try #require(speller.spell(arabic: "وبغداد").words.first)
    #expect(word.spellings.count > 1)
    #expect(word.spellings[0].penalty == 0)
    #expect(word.spellings.dropFirst().allSatisfy { $0.penalty > 0 })
    #expect(speller.spell(arabic: "وبغداد", clitics: false).words.first?.spellings.count == 1)
  }
}
