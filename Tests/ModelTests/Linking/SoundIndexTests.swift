import Testing

@testable import Model

@Suite struct SoundIndexTests {
  @Test("Items come by key, ascending, whatever the order they were given in")
  func items() {
    var entries: [SoundIndex.Entry] = []
    entries.add([7, 3], of: 2)
    entries.add([7], of: 0)
    entries.add([7, .max], of: 1)
    let index = SoundIndex(entries)
    #expect(Array(index.items(7)) == [0, 1, 2])
    #expect(Array(index.items(3)) == [2])
    #expect(Array(index.items(.max)) == [1])
    #expect(index.items(4).isEmpty && SoundIndex().items(7).isEmpty)
  }

  @Test("A key that too many items share identifies none")
  func longLists() {
    var entries: [SoundIndex.Entry] = []
    for item in 0..<SoundIndex.longestList { entries.add([1, 2], of: item) }
    entries.add([2], of: SoundIndex.longestList)
    let index = SoundIndex(entries)
    #expect(index.distinctiveItems(1).count == SoundIndex.longestList)
    #expect(index.distinctiveItems(2).isEmpty)
    #expect(index.items(2).count == SoundIndex.longestList + 1)
  }

  @Test(
    "Spellings of both scripts share a key",
    arguments: [
      ("kazemi", "كاظمي"), ("kadhimi", "كاظمي"), ("johnson", "جونسون"), ("biden", "بايدن"),
      ("schulz", "شولتس"), ("thomas", "توماس"), ("giuliani", "جولياني"), ("cindy", "سيندي"),
    ])
  func keys(latin: String, arabic: String) {
    let shared = Set(PhoneticKey.keys(of: latin, in: .latin))
      .intersection(PhoneticKey.keys(of: arabic, in: .arabic))
    #expect(!shared.isEmpty)
  }

  @Test("Words without consonants have the empty key")
  func vowels() {
    #expect(PhoneticKey.keys(of: "aio", in: .latin) == [0])
    #expect(PhoneticKey.keys(of: "", in: .arabic) == [0])
    #expect(PhoneticKey.whole(of: "aio", in: .latin) == nil)
    #expect(PhoneticKey.keys(of: "中文", in: .other).isEmpty)
  }

  @Test("Long words have a bounded number of keys")
  func bounds() {
    let word = String(repeating: "zhcthv", count: 200)
    #expect(PhoneticKey.keys(of: word, in: .latin).count <= 8)
  }
}
