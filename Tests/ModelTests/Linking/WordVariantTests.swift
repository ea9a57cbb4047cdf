import Testing

@testable import Model

@Suite("Spellings of one word in one script")
struct WordVariantTests {
  @Test(
    "Spellings that transliterations differ by are one word",
    arguments: [
      ("kazemi", "kadhimi"), ("hussein", "husain"), ("mohammed", "muhammad"),
      ("gaddafi", "qaddafi"), ("yousef", "yusuf"), ("khaled", "khalid"), ("osama", "usama"),
      ("saleh", "salih"),
    ])
  func variants(left: String, right: String) {
    #expect(WordVariants.areVariants(left, right, script: .latin))
  }

  @Test(
    "Names of different people are different words",
    arguments: [
      ("ali", "ala"), ("hassan", "hussein"), ("mahmoud", "mohammed"),
      ("mario", "maria"), ("bush", "bash"), ("jordan", "gordon"),
    ])
  func different(left: String, right: String) {
    #expect(!WordVariants.areVariants(left, right, script: .latin))
  }

  @Test("In Arabic a written vowel tells words apart, the final ha and alef do not")
  func arabic() {
    #expect(!WordVariants.areVariants("حسن", "حسين", script: .arabic))
    #expect(!WordVariants.areVariants("سالم", "سليم", script: .arabic))
    #expect(WordVariants.areVariants("سوريه", "سوريا", script: .arabic))
    #expect(WordVariants.areAlike("ترامب", "ترمب", script: .arabic) == false)
    #expect(WordVariants.areAlike("بايدين", "بايدن", script: .arabic))
  }

  private static let words: [(Script, [String])] = [
    (
      .latin,
      [
        "kazemi", "kadhimi", "hussein", "husain", "hassan", "mohammed", "muhammad", "yusuf",
        "yousef", "mario", "maria", "", "x", "al", "gh", "kh", "dh", "h",
      ]
    ),
    (.arabic, ["حسن", "حسين", "سوريا", "سوريه", "بايدن", "بايدين", "", "ه", "على", "علي"]),
    (.other, ["путин", "путина", ""]),
  ]

  /// A word in which some letters are changed.
  private func mutated(_ word: String, _ script: Script, _ random: inout SeededRandom) -> String {
    let letters = Array((script == .arabic ? "اوينمهس" : "aeiouhkqcdgsz").unicodeScalars)
    var scalars = Array(word.unicodeScalars)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let letter = letters[Int.random(in: letters.indices, using: &random)]
      if place < scalars.count, Bool.random(using: &random) {
        scalars[place] = letter
      } else {
        scalars.insert(letter, at: place)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test(
    "A word is its own variant, variants are so both ways, and share their consonants",
    arguments: [70, 71, 72] as [UInt64])
  func laws(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for (script, words) in Self.words {
      for _ in 0..<400 {
        let word = words.randomElement(using: &random) ?? ""
        let other = mutated(word, script, &random)
        #expect(WordVariants.areVariants(word, word, script: script))
        let areOne = WordVariants.areVariants(word, other, script: script)
        #expect(
          areOne == WordVariants.areVariants(other, word, script: script), "\(word) \(other)")
        guard areOne else { continue }
        #expect(WordVariants.areAlike(word, other, script: script))
        #expect(
          WordVariants.consonantKey(word, script: script)
            == WordVariants.consonantKey(other, script: script), "\(word) \(other)")
      }
    }
  }

  @Test(
    "Jaro and Winkler's own examples",
    arguments: [
      ("MARTHA", "MARHTA", 0.961), ("DIXON", "DICKSONX", 0.813), ("DWAYNE", "DUANE", 0.84),
      ("ABC", "XYZ", 0), ("ABC", "ABC", 1), ("", "", 1), ("A", "", 0),
    ])
  func jaroWinkler(left: String, right: String, expected: Double) {
    let similarity = JaroWinkler.similarity(Array(left.utf8), Array(right.utf8))
    #expect(abs(similarity - expected) < 0.001)
  }

  @Test("A similarity is between 0 and 1, and 1 for a word and itself", arguments: [80] as [UInt64])
  func similarity(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word() -> [UInt8] {
      (0..<Int.random(in: 0...9, using: &random)).map { _ in .random(in: 97...100, using: &random) }
    }
    for _ in 0..<1_000 {
      let (left, right) = (word(), word())
      #expect((0...1).contains(JaroWinkler.similarity(left, right)))
      #expect(abs(JaroWinkler.similarity(left, left) - 1) < 1e-12)
    }
  }
}
