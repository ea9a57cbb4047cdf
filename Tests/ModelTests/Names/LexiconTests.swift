import Foundation
import Testing

@testable import Model

@Suite("What is known of words and rows of words")
struct LexiconTests {
  /// A file of a table as the program maps it.
  private func file(_ slots: [(key: UInt32, flags: UInt16, cluster: UInt16)]) -> Data {
    let rows = slots.map { slot -> [UInt8] in
      var bytes: [UInt8] = []
      withUnsafeBytes(of: slot.key.littleEndian) { bytes += $0 }
      withUnsafeBytes(of: slot.flags.littleEndian) { bytes += $0 }
      withUnsafeBytes(of: slot.cluster.littleEndian) { bytes += $0 }
      return bytes
    }
    return TableFile.data(
      format: Lexicon.format, version: Lexicon.version, slotCount: rows.count,
      slots: rows.flatMap { $0 })
  }

  /// Puts entries where the program looks for them, each in the first free slot from its own on.
  private func slots(
    _ entries: [UInt64: Lexicon.Entry], count: Int
  ) -> [(key: UInt32, flags: UInt16, cluster: UInt16)] {
    var slots = Array(
      repeating: (key: UInt32(0), flags: UInt16(0), cluster: UInt16(0)), count: count)
    for (key, entry) in entries {
      var place = Int(key >> 32) % count
      while slots[place].key != 0 { place = (place + 1) % count }
      slots[place] = (Lexicon.fingerprint(key), entry.flags.rawValue, entry.cluster)
    }
    return slots
  }

  @Test("All that was stored is found, and nothing else", arguments: [11, 12, 13] as [UInt64])
  func found(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var entries: [UInt64: Lexicon.Entry] = [:]
    while entries.count < 60 {
      entries[random.next()] = Lexicon.Entry(
        flags: LexiconFlags(rawValue: UInt16.random(in: 1 ... .max, using: &random)),
        cluster: UInt16.random(in: 0...255, using: &random))
    }
    try TableFile.with(file(slots(entries, count: 64))) { place in
      try Lexicon(file: place).withReader { reader in
        for (key, entry) in entries { #expect(reader.entry(key) == entry) }
        for _ in 0..<500 {
          let key = random.next()
          #expect(reader.entry(key) == entries[key] ?? Lexicon.Entry())
        }
      }
    }
  }

  @Test("A table without a free slot ends a search all the same")
  func full() throws {
    let slots = (1...8).map { (key: UInt32($0), flags: UInt16(1), cluster: UInt16(0)) }
    try TableFile.with(file(slots)) { place in
      try Lexicon(file: place).withReader { reader in
        #expect(reader.entry(99) == Lexicon.Entry())
        #expect(reader.flags(5) == .person)
      }
    }
  }

  @Test("A table that is cut off anywhere, or is of another kind, is an error")
  func damaged() throws {
    let whole = file((1...4).map { (key: UInt32($0), flags: UInt16(1), cluster: UInt16(0)) })
    var damaged = (0..<whole.count).map { Data(whole.prefix($0)) }
    damaged.append(whole + [0])
    for place in [0, 8, 12] {
      var other = whole
      other[place] ^= 0x7F
      damaged.append(other)
    }
    for data in damaged {
      try TableFile.with(data) { place in
        #expect(throws: MappedTable.Malformed.self) { try Lexicon(file: place) }
      }
    }
  }

  @Test(
    "The longest entry that starts at a word is found, and what it is known as",
    arguments: [
      ("the United Nations met", "United", 2, LexiconFlags.organization),
      ("the New York Times wrote", "New", 3, .organization),
      ("in New York today", "New", 2, .majorPlace), ("in Iraq today", "Iraq", 1, .country),
      ("قالت الأمم المتحدة إنها", "الأمم", 2, .organization),
      ("في الولايات المتحدة أمس", "الولايات", 2, .country),
      ("عاد للولايات المتحدة أمس", "للولايات", 2, .country),
    ] as [(String, String, Int, LexiconFlags)])
  func entries(text: String, word: String, length: Int, flag: LexiconFlags) throws {
    let language: Language = Script(of: text) == .arabic ? .arabic : .english
    try AnalysisFixture.with([text], language: language) { analysis, words in
      let match = analysis.matches[try #require(words.firstIndex(of: word))]
      #expect(match.length == length)
      #expect(match.flags.contains(flag))
    }
  }

  @Test("In English a name starts with a capital letter")
  func smallLetters() throws {
    for text in ["the united nations met", "turkey with chili in a china bowl"] {
      try AnalysisFixture.with([text], language: .english) { analysis, _ in
        #expect(analysis.matches.allSatisfy { $0.length == 0 })
      }
    }
  }

  @Test("An entry ends with its sentence")
  func sentenceEnd() throws {
    try AnalysisFixture.with(["They flew to New. York was cold."], language: .english) {
      analysis, words in
      let new = try #require(words.firstIndex(of: "New"))
      #expect(analysis.matches[new].length < 2)
    }
  }
}
