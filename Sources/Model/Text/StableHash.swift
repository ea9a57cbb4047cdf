/// A hash that is the same on every machine and in every run.
struct StableHash: Hashable, Sendable {
  /// The hash of all that was combined so far.
  private(set) var value: UInt64

  /// Starts from a seed.
  init(seed: UInt64 = 0xCBF2_9CE4_8422_2325) {
    value = seed
  }

  /// Adds a value.
  @inline(__always)
  mutating func combine(_ next: UInt64) {
    value = (value ^ next) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Adds a value.
  @inline(__always)
  mutating func combine(_ next: UInt32) {
    combine(UInt64(next))
  }

  /// The hash of two values.
  @inline(__always)
  static func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var state = StableHash(seed: first)
    state.combine(second)
    return state.value
  }
}
