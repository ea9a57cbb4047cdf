import Testing

@testable import Model

@Suite("Arabic clitics")
struct CliticsTests {
  private func readings(_ word: String) -> [Clitics.Reading] {
    Clitics.readings(of: word.unicodeScalars.map(NameFolding.fold).filter { $0 != 0 })
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
}
