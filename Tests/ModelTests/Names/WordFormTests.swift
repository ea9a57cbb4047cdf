import Testing

@testable import Model

@Suite("What a word looks like")
struct WordFormTests {
  @Test(
    "The shape of a word",
    arguments: [
      ("Berlin", [.capital, .small]), ("NATO", [.capital, .allCapitals]),
      ("iPhone", [.small, .innerCapital]), ("McCain", [.capital, .small, .innerCapital]),
      ("F16", [.capital, .digit]), ("U.S.", [.capital, .allCapitals, .mark]), ("X", [.capital]),
      ("O'Brien", [.capital, .small, .mark]), ("police", [.small]),
      ("بغداد", []), ("العراق", [.article]), ("والعراق", [.article]), ("للعراق", [.article]),
    ] as [(String, WordForm.Shape)])
  func shapes(word: String, expected: WordForm.Shape) throws {
    #expect(try AnalysisFixture.form(word)?.shape == expected)
  }

  @Test(
    "Case, accents, vowel signs and the forms of hamza make no other word",
    arguments: [
      ("Berlin", "BERLIN"), ("Erdoğan", "Erdogan"), ("Łódź", "Lodz"), ("محمد", "مُحَمَّد"),
      ("أحمد", "احمد"), ("محمد", "محـــمد"), ("فاطمة", "فاطمه"), ("على", "علي"),
    ])
  func folding(left: String, right: String) throws {
    let one = try #require(try AnalysisFixture.form(left))
    let other = try #require(try AnalysisFixture.form(right))
    #expect(one.hash == other.hash)
    #expect(one.length == other.length)
  }

  @Test("Words of different letters are different words")
  func different() throws {
    let words = ["Berlin", "Bern", "berliner", "برلين", "بيرن", "محمد", "محمود", "أحمد", "حامد"]
    let hashes = try words.compactMap { try AnalysisFixture.form($0)?.hash }
    #expect(Set(hashes).count == words.count)
  }

  @Test(
    "The stem of a word with clitics is the word without",
    arguments: [
      ("بالعراق", "العراق", 1), ("وبالعراق", "العراق", 2), ("والقاهرة", "القاهرة", 1),
      ("لروسيا", "روسيا", 1), ("بِالعراق", "العراق", 2),
    ])
  func stems(word: String, name: String, length: Int) throws {
    let form = try #require(try AnalysisFixture.form(word))
    let plain = try #require(try AnalysisFixture.form(name))
    #expect(form.stem == plain.hash)
    #expect(form.cliticLength == length)
    #expect(form.flags == plain.flags)
    #expect(form.hash != plain.hash)
  }

  @Test(
    "A name that starts with the letter of a particle keeps it",
    arguments: ["واشنطن", "بغداد", "لبنان", "فلسطين", "فرنسا", "باريس", "بيروت", "كندا", "ليبيا"])
  func names(word: String) throws {
    let form = try #require(try AnalysisFixture.form(word))
    #expect(form.cliticLength == 0)
    #expect(form.stem == form.hash)
    #expect(form.flags.contains(.place))
  }

  @Test("Words that begin or end alike share as many affixes as they share letters")
  func affixes() throws {
    func shared(_ left: String, _ right: String) throws -> (prefixes: Int, suffixes: Int) {
      let one = try #require(try AnalysisFixture.form(left))
      let other = try #require(try AnalysisFixture.form(right))
      return (
        (0..<4).count { one.prefixes[$0] == other.prefixes[$0] },
        (0..<4).count { one.suffixes[$0] == other.suffixes[$0] }
      )
    }
    #expect(try shared("Kazakhstan", "Kazan") == (4, 2))
    #expect(try shared("Ivanov", "Petrov") == (0, 2))
    #expect(try shared("أوكرانيا", "بريطانيا") == (0, 4))
  }

  @Test("Numbers of other digits have one pattern, words of other letters too")
  func patterns() throws {
    func pattern(_ word: String) throws -> UInt32? { try AnalysisFixture.form(word)?.pattern }
    #expect(try pattern("Berlin") == pattern("Rome"))
    #expect(try pattern("2020") == pattern("7"))
    #expect(try pattern("Berlin") != pattern("berlin"))
    #expect(try pattern("McCain") != pattern("Berlin"))
    #expect(try pattern("بغداد") == pattern("كابول"))
  }
}
