/// A hash that is the same in every run and on every machine (FNV-1a, 64 bits).
struct FowlerNollVoHash: Hashable, Sendable {
  /// The hash of what was fed so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Feeds the bytes of a text, and an end mark so that texts in sequence stay apart.
  mutating func feed(_ text: String) {
    for byte in text.utf8 { feed(byte) }
    feed(UInt8(0xFF))
  }

  /// Feeds the bytes of a number.
  mutating func feed(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      feed(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  private mutating func feed(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of one text.
  static func hash(_ text: String) -> UInt64 {
    var hash = FowlerNollVoHash()
    hash.feed(text)
    return hash.value
  }
}
