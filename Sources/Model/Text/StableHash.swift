/// A hash that is the same on every machine and in every run.
///
/// `feed` is FNV-1a with 64 bits, one multiplication for a byte or a letter: what the library stores
/// and what compares words. `combine` is the variant that the trained tables and models are keyed by:
/// a whole value at a time, multiplied by 2⁶⁴ / φ, its high bits folded down so that the low ones index a table.
/// Changing either means training the models or rebuilding the libraries.
struct StableHash: Hashable, Sendable {
  /// The hash of all that was fed and combined so far.
  private(set) var value: UInt64

  /// Starts from a seed, by default the offset basis of FNV-1a.
  init(seed: UInt64 = 0xCBF2_9CE4_8422_2325) {
    value = seed
  }

  /// Feeds a letter by its scalar value.
  @inline(__always)
  mutating func feed(letter: UInt32) {
    value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
  }

  /// Feeds bytes.
  @inline(__always)
  mutating func feed(bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(letter: UInt32(byte)) }
  }

  /// Feeds a text, and an end mark so that texts in sequence stay apart.
  mutating func feed(_ text: String) {
    feed(bytes: text.utf8)
    feed(letter: 0xFF)
  }

  /// Feeds the bytes of a number.
  mutating func feed(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { feed(bytes: $0) }
  }

  /// Combines a value.
  @inline(__always)
  mutating func combine(_ next: UInt64) {
    value = (value ^ next) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Combines a value.
  @inline(__always)
  mutating func combine(_ next: UInt32) {
    combine(UInt64(next))
  }

  /// The hash of a text.
  static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.feed(text)
    return hash.value
  }

  /// The hash of a word's bytes, without an end mark.
  static func of(bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.feed(bytes: bytes)
    return hash.value
  }

  /// The combined hash of two values, which is the same in either order.
  @inline(__always)
  static func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var state = StableHash(seed: first)
    state.combine(second)
    return state.value
  }
}
