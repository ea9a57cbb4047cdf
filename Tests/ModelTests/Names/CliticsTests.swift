import Testing

@testable import Model

@Suite("Arabic clitics")
struct CliticsTests {
  private func letters(_ word: String) -> [UInt32] {
    word.unicodeScalars.map(NameFolding.fold).filter { $0 != 0 }
  }

  private func readings(_ word: String) -> [Clitics.Reading] {
    Clitics.readings(of: letters(word))
  }

  /// Whether some reading of a word is particles before `name`.
  private func reads(_ word: String, as name: String) -> Bool {
    readings(word).contains {
      $0.stem(of: letters(word)) == NameFolding.hash(name.unicodeScalars)
    }
  }

  @Test(
    "The particles a word may start with",
    arguments: [
      ("والعراق", [1]), ("وبالعراق", [2, 1]), ("لترامب", [1]), ("للعراق", [1]),
      ("وللعراق", [2, 1]),
      ("كابول", [1]), ("ترامب", []), ("بن", []), ("", []),
    ])
  func lengths(word: String, expected: [Int]) {
    #expect(readings(word).map(\.length) == expected)
  }

  @Test("The article's alef that لل leaves out is put back for the look-up")
  func alef() throws {
    let letters = "للعراق".unicodeScalars.map(NameFolding.fold)
    let reading = try #require(Clitics.readings(of: letters).first)
    #expect(reading.stem(of: letters) == NameFolding.hash("العراق".unicodeScalars))
  }

  @Test(
    "What was put before a name is taken off again",
    arguments: ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"],
    ["ترامب", "القاهرة", "أنقرة", "صنعاء"])
  func undone(particles: String, name: String) {
    let swallowsAlef = particles.hasSuffix("ل") && name.hasPrefix("ال")
    #expect(reads(particles + (swallowsAlef ? String(name.dropFirst()) : name), as: name))
  }

  @Test("Only what stands before the article is surely a particle")
  func certainty() {
    #expect(readings("والعراق").map(\.isCertain) == [true])
    #expect(readings("للعراق").map(\.isCertain) == [true])
    #expect(readings("وبغداد").allSatisfy { !$0.isCertain })
    #expect(readings("باريس").allSatisfy { !$0.isCertain })
  }

  @Test(
    "At least three letters are left, and longer rows come first", arguments: [2, 71] as [UInt64])
  func rest(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = letters("وفبلكاعرق")
    for _ in 0..<2_000 {
      let word = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let lengths = Clitics.readings(of: word).map(\.length)
      #expect(lengths.allSatisfy { $0 > 0 && word.count - $0 >= 3 })
      #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 > $1 })
    }
  }
}
