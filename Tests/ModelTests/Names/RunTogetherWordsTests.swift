import Testing

@testable import Model

@Suite("Arabic words between which the space was lost")
struct RunTogetherWordsTests {
  private func words(_ text: String) throws -> [String] {
    try AnalysisFixture.with([text], language: .arabic) { _, words in words }
  }

  @Test(
    "Two known words are taken apart where one of them starts no name",
    arguments: [
      ("الصينالآن", ["الصين", "الآن"])
    ])
  func apart(text: String, expected: [String]) throws {
    #expect(try words("قال \(text) نعم") == ["قال"] + expected + ["نعم"])
  }

  @Test(
    "A word that is one is left whole",
    arguments: [
      "الإسرائيليين", "أفغانستان", "والمستشارين", "أوزبكستان", "الديمقراطية", "ميتسوتاكيس",
      "وبالمفاوضات",
    ])
  func whole(word: String) throws {
    #expect(try words("قال \(word) نعم") == ["قال", word, "نعم"])
  }

  @Test("Nothing is lost where words are taken apart, and the second follows no space")
  func nothingLost() throws {
    let text = "قال الرئيس الأمريكيدونالد ترامب في الصينالآن نعم"
    try AnalysisFixture.with([text], language: .arabic) { analysis, words in
      #expect(words.joined() == text.filter { $0 != " " })
      for (token, next) in zip(analysis.tokens, analysis.tokens.dropFirst()) {
        #expect(next.followsSpace == (token.end < next.start))
      }
    }
  }
}
