import Testing

@testable import Model

@Suite("Bytes found in bytes")
struct ByteSearchTests {
  @Test("The first place is that of the definition", arguments: [1, 2, 3] as [UInt64])
  func places(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: count, using: &random)).map { _ in .random(in: 0...1, using: &random) }
      }
      let (text, mark) = (bytes(0...20), bytes(1...4))
      let slice = text.dropFirst(Int.random(in: 0...2, using: &random))
      let expected = slice.indices.first { slice[$0...].starts(with: mark) }
      #expect(slice.firstIndex(ofBytes: mark) == expected, "\(slice) \(mark)")
    }
  }
}
