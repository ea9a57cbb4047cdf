import Testing

@testable import Model

@Suite struct FoldingPolicyTests {
  /// What a letter becomes under a policy; itself where the table has no entry.
  private func folded(_ letter: Unicode.Scalar, _ policy: FoldingPolicy) -> String {
    let letters = LetterTable.letters(for: policy)[letter] ?? [letter]
    return String(String.UnicodeScalarView(letters))
  }

  @Test(
    "All policies agree on the letters that Arabic and Persian exchange",
    arguments: [
      ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("ى", "ي"),
      ("ی", "ي"), ("ة", "ه"), ("ک", "ك"), ("گ", "غ"), ("پ", "ب"), ("ڤ", "ف"),
    ] as [(Unicode.Scalar, String)])
  func agree(letter: Unicode.Scalar, expected: String) {
    for policy in [FoldingPolicy.search, .names, .sounds] {
      #expect(folded(letter, policy) == expected)
    }
  }

  @Test("Search and sounds agree on every Arabic letter")
  func searchAndSounds() {
    let search = LetterTable.letters(for: .search).filter {
      $0.key.value >= 0x600 && $0.key.value < 0x700
    }
    let sounds = LetterTable.letters(for: .sounds).filter {
      $0.key.value >= 0x600 && $0.key.value < 0x700
    }
    #expect(search == sounds)
  }

  @Test("The models know hamza by itself and the letters that they were not trained on")
  func names() {
    for letter in "ءچژٹ".unicodeScalars {
      #expect(LetterTable.letters(for: .names)[letter] == nil)
      #expect(NameFolding.fold(letter) == letter.value)
    }
  }

  @Test(
    "No letter of a folded word is folded again",
    arguments: [FoldingPolicy.search, .names, .sounds])
  func fixedPoint(policy: FoldingPolicy) {
    let table = LetterTable.letters(for: policy)
    for letter in table.values.joined() { #expect(table[letter] == nil) }
  }

  @Test("A library finds a name by either of its spellings")
  func spellings() {
    func words(_ text: String) -> [UInt64] { FoldedWord.hashes(of: text, bare: false) }
    #expect(words("گوگل") == words("غوغل"))
    #expect(words("چاد") == words("تشاد"))
    #expect(words("سماء مسؤول") == words("سما مسوول"))
    #expect(NameKey.key(of: "گوگل") == NameKey.key(of: "غوغل"))
    #expect(HashedWord("گوگل") == HashedWord("غوغل"))
  }
}
