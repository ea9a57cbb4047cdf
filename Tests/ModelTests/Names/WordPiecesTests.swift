import Testing

@testable import Model

@Suite("Pieces of words")
struct WordPiecesTests {
  /// A table of pieces; each has the number of its place, counted from 4.
  private static func table(_ pieces: [(String, Int16)], size: Int = 64) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 8 * size)
    for (index, (piece, score)) in pieces.enumerated() {
      var hash = StableHash()
      for scalar in piece.unicodeScalars { hash.combine(scalar.value) }
      var slot = Int(truncatingIfNeeded: hash.value) & (size - 1)
      while table[8 * slot..<8 * slot + 4].contains(where: { $0 != 0 }) {
        slot = (slot + 1) & (size - 1)
      }
      var entry: [UInt8] = []
      let fingerprint = max(UInt32(truncatingIfNeeded: hash.value >> 32), 1)
      withUnsafeBytes(of: fingerprint.littleEndian) { entry += $0 }
      withUnsafeBytes(of: UInt16(index + 4).littleEndian) { entry += $0 }
      withUnsafeBytes(of: score.littleEndian) { entry += $0 }
      table.replaceSubrange(8 * slot..<8 * slot + 8, with: entry)
    }
    return table
  }

  private static func split(_ word: String, _ table: [UInt8]) -> [Int] {
    table.withUnsafeBytes { bytes in
      var numbers: [Int] = []
      WordPieces(table: bytes).split(Array(word.unicodeScalars), into: &numbers)
      return numbers
    }
  }

  private static let known = table([
    ("\u{2581}", -4000), ("\u{2581}Was", -9000), ("hington", -9000), ("\u{2581}Washington", -11000),
    ("W", -8000), ("ash", -9000), ("\u{2581}بغداد", -10000), ("\u{2581}و", -5000),
    ("بغداد", -12000),
  ])

  @Test(
    "A word is split where the scores' sum is greatest",
    arguments: [
      ("Washington", [7]), ("Wash", [4, 8, 9]), ("بغداد", [10]), ("وبغداد", [11, 12]),
    ])
  func best(word: String, expected: [Int]) {
    #expect(Self.split(word, Self.known) == expected)
  }

  @Test("Vowel marks and tatweel make no difference, but where there is nothing else")
  func marks() {
    #expect(Self.split("بَغْـــداد", Self.known) == [10])
    #expect(Self.split("\u{640}", Self.known) == [4, WordPieces.unknown])
  }

  @Test("What no piece covers is one unknown piece, and a word has at most twelve")
  func unknown() {
    #expect(Self.split("W語語語ash", Self.known) == [4, 8, WordPieces.unknown, 9])
    #expect(Self.split(String(repeating: "W", count: 500), Self.known).count == WordPieces.most)
  }

  @Test("A full table ends a search all the same")
  func full() {
    let table = Self.table([("a", -1), ("b", -1)], size: 2)
    #expect(Self.split("c", table) == [WordPieces.unknown])
  }
}
