import Model
import Testing

@Suite("Offsets lead from cleaned text back to the file's")
struct OffsetMapTests {
  @Test("A text that was not changed maps onto itself")
  func identity() {
    #expect(OffsetMap().original(TextRange(3, 7)) == TextRange(3, 7))
  }

  @Test("Dropped scalars move what follows them")
  func dropped() {
    // "a<ESC>b<ESC><ESC>c" was cleaned to "abc".
    var map = OffsetMap()
    map.note(cleaned: 0, original: 0)
    map.note(cleaned: 1, original: 2)
    map.note(cleaned: 2, original: 5)
    #expect(map.original(TextRange(0, 1)) == TextRange(0, 1))
    #expect(map.original(TextRange(0, 2)) == TextRange(0, 3))
    #expect(map.original(TextRange(2, 3)) == TextRange(5, 6))
  }
}
