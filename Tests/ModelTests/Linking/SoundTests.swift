import Testing

@testable import Model

@Suite("The sounds of names")
struct SoundTests {
  private static let matcher = Result { try NameMatcher(folder: TaggerFixture.resources) }

  @Test(
    "Spellings of one sound are one sound",
    arguments: [
      ("schmidt", "shmidt"), ("philip", "filip"), ("jack", "jak"), ("hassan", "hasan"),
      ("alex", "aleks"), ("katz", "kats"), ("deutsch", "deuch"),
    ])
  func respelled(left: String, right: String) {
    #expect(LatinSounds.symbols(of: left) == LatinSounds.symbols(of: right))
  }

  @Test("Two letters of one sound are one, and a vowel at an edge is its own")
  func digraphs() {
    for word in ["sh", "ch", "th", "kh", "gh", "dh", "zh", "ts"] {
      #expect(LatinSounds.symbols(of: word).count == 1)
    }
    #expect(Set(LatinSounds.symbols(of: "abaca")).count == 5)
    #expect(Set(ArabicSounds.symbols(of: "ابااا").prefix(3)).count == 3)
  }

  @Test("What is no letter has no sound", arguments: ["", "123", "-'", "中文", "\u{64B}\u{640}"])
  func none(text: String) {
    #expect(LatinSounds.symbols(of: text).isEmpty)
    #expect(ArabicSounds.symbols(of: text).isEmpty)
  }

  @Test("Every sound of any word has a name, and no two one", arguments: [50, 51] as [UInt64])
  func names(seed: UInt64) {
    #expect(Set(LatinSounds.names).count == LatinSounds.names.count)
    #expect(Set(ArabicSounds.names).count == ArabicSounds.names.count)
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      var word = String.UnicodeScalarView()
      for _ in 0..<12 {
        word.append(random.scalar())
        word.append("aeiouxhcts".unicodeScalars.randomElement(using: &random) ?? "a")
        word.append("ابتثويع".unicodeScalars.randomElement(using: &random) ?? "ا")
      }
      let latin = LatinSounds.symbols(of: String(word))
      let arabic = ArabicSounds.symbols(of: String(word))
      #expect(!latin.isEmpty && latin.allSatisfy { Int($0) < LatinSounds.names.count })
      #expect(!arabic.isEmpty && arabic.allSatisfy { Int($0) < ArabicSounds.names.count })
    }
  }

  /// The keys of the last word of a name.
  private func keys(latin name: String) throws -> Set<UInt64> {
    let spelled = try Self.matcher.get().speller.spell(latin: name)
    return Set(try #require(spelled.words.last).phoneticKeys(in: .latin))
  }

  private func keys(arabic name: String) throws -> Set<UInt64> {
    let spelled = try Self.matcher.get().speller.spell(arabic: name, clitics: false)
    return Set(try #require(spelled.words.last).phoneticKeys(in: .arabic))
  }

  @Test(
    "A name and its counterpart are found under one key",
    arguments: [
      ("Merkel", "ميركل"), ("Erdogan", "أردوغان"), ("Khamenei", "خامنئي"), ("Churchill", "تشرشل"),
      ("Al-Kazemi", "الكاظمي"), ("al-Kadhimi", "الكاظمي"), ("Shakespeare", "شكسبير"),
      ("Gaddafi", "القذافي"), ("Zhukov", "جوكوف"), ("Schulz", "شولتس"), ("Hussein", "حسين"),
      ("Qassem", "قاسم"), ("Jacques", "جاك"), ("Trump", "ترامب"), ("Najib", "نجيب"),
    ])
  func counterparts(latin: String, arabic: String) throws {
    #expect(try !keys(latin: latin).isDisjoint(with: keys(arabic: arabic)))
  }

  @Test("Vowels and doubled letters make no other key")
  func vowels() throws {
    func sounds(_ word: String) -> Set<UInt64> {
      Set(PhoneticKey.keys(latin: LatinSounds.symbols(of: word)))
    }
    for spelling in ["mohamed", "mohammed", "mohammad", "muhamed", "mehmed"] {
      #expect(sounds(spelling) == sounds("muhammad"))
    }
    #expect(try keys(latin: "Merkel").isDisjoint(with: keys(latin: "Macron")))
  }

  @Test(
    "A word has eight keys at most, of four consonants, whatever it is",
    arguments: [60, 61] as [UInt64])
  func few(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for length in 0..<30 {
      let latin = (0..<length).map { _ in
        UInt8(Int.random(in: LatinSounds.names.indices, using: &random))
      }
      let arabic = (0..<length).map { _ in
        UInt8(Int.random(in: ArabicSounds.names.indices, using: &random))
      }
      for keys in [PhoneticKey.keys(latin: latin), PhoneticKey.keys(arabic: arabic)] {
        #expect((1...8).contains(keys.count))
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0 < 1 << 16 })
      }
    }
  }
}
