import Foundation
import Testing

@testable import Model

@Suite("Whether an unknown Arabic word looks like a name")
struct LetterModelTests {
  private func person(_ word: String) throws -> UInt8 {
    try #require(try AnalysisFixture.form(word)).looks.person
  }

  private func place(_ word: String) throws -> UInt8 {
    try #require(try AnalysisFixture.form(word)).looks.place
  }

  @Test(
    "Foreign people's names look like names, words of the language do not",
    arguments: ["شندلار", "ميتسوتاكيس", "زيلينسكي", "فاينشتاين", "بوردوف"],
    ["اجتماع", "مسؤولون", "يستعدون", "الاقتصادية", "مفاوضات"])
  func people(name: String, word: String) throws {
    #expect(try person(name) > person(word))
  }

  @Test("Invented towns look like places", arguments: ["كارليوفغراد", "شتاينبورغ", "نوفوسيبيرسك"])
  func places(name: String) throws {
    let score = try place(name)
    for word in ["اجتماع", "يستعدون", "مسؤولون"] { #expect(try place(word) < score) }
  }

  @Test("Any row of letters has a score between 0 and 15", arguments: [40, 41] as [UInt64])
  func bounds(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي".unicodeScalars.map(\.value))
    let tables = try NameTables(folder: TaggerFixture.resources)
    tables.withReader { reader in
      for length in 0..<60 {
        let word = (0..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)]
        }
        let score = reader.letters.score(word[...])
        #expect(score.person <= 15 && score.place <= 15)
      }
      let long = [UInt32](repeating: 0x10FFFF, count: 10_000)
      #expect(reader.letters.score(long[...]).person <= 15)
    }
  }

  @Test("A word counts the same wherever it was cut out of")
  func slices() {
    func rows(_ letters: ArraySlice<UInt32>) -> [Int] {
      var rows: [Int] = []
      LetterModel.rows(of: letters) { rows.append($0) }
      return rows
    }
    let letters: [UInt32] = "والمستشارة".unicodeScalars.map(\.value)
    for start in letters.indices {
      for end in start...letters.count {
        let alone = rows(Array(letters[start..<end])[...])
        #expect(rows(letters[start..<end]) == alone)
        #expect(alone.allSatisfy { (0..<LetterModel.size).contains($0) })
      }
    }
    #expect(rows(letters[...]) != rows(Array(letters.reversed())[...]))
  }

  @Test("A file that is cut off or of another size is an error")
  func damaged() throws {
    let file = TaggerFixture.resources.appending(path: "names.ar.letters")
    let whole = try Data(contentsOf: file)
    let small = TableFile.data(
      format: LetterModel.format, version: LetterModel.version, slotCount: 4,
      slots: [UInt8](repeating: 0, count: 8))
    for data in [whole.prefix(whole.count - 1), whole.prefix(31), Data(), small] {
      try TableFile.with(Data(data)) { place in
        #expect(throws: MappedTable.Malformed.self) { try LetterModel(file: place) }
      }
    }
  }
}
