import Testing

@testable import Model

@Suite struct StableHashTests {
  @Test("Bytes are hashed as FNV-1a publishes it")
  func publishedValues() {
    #expect(StableHash.of(bytes: []) == 0xCBF2_9CE4_8422_2325)
    #expect(StableHash.of(bytes: "a".utf8) == 0xAF63_DC4C_8601_EC8C)
    #expect(StableHash.of(bytes: "foobar".utf8) == 0x8594_4171_F739_67E8)
  }

  @Test("Texts in sequence stay apart")
  func endMarks() {
    var first = StableHash()
    first.feed("ab")
    first.feed("c")
    var second = StableHash()
    second.feed("a")
    second.feed("bc")
    #expect(first != second)
    #expect(StableHash.of("ab") != StableHash.of(bytes: "ab".utf8))
  }

  @Test("The order of combined values matters")
  func combining() {
    var (first, second) = (StableHash(), StableHash())
    for value in [1, 2] as [UInt64] { first.combine(value) }
    for value in [2, 1] as [UInt64] { second.combine(value) }
    #expect(first != second)
    var seeded = StableHash(seed: 1)
    seeded.combine(UInt64(2))
    #expect(seeded.value == StableHash.of(1, 2))
  }

  @Test("The trained tables find their words by these hashes")
  func namesAreKeyedByTheirFoldedLetters() {
    #expect(NameFolding.hash("بغداد".unicodeScalars) == NameFolding.hash("بَغداد".unicodeScalars))
    #expect(NameFolding.hash("Émile".unicodeScalars) == NameFolding.hash("emile".unicodeScalars))
    #expect(NameFolding.hash("سماء".unicodeScalars) != NameFolding.hash("سما".unicodeScalars))
  }
}
