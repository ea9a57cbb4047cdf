/// Random numbers that come again when a failed test is given its seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Starts from a new seed and prints it.
  static func printed(_ test: String = #function) -> SeededRandom {
    let seed = UInt64.random(in: .min ... .max)
    print("\(test): seed \(seed)")
    return SeededRandom(seed: seed)
  }

  // SplitMix64 (Steele, Lea, Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A scalar of the kind that makes trouble more often than not.
  mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0xFF, 0x600...0x6FF, 0x610...0x61F,
      0x2000...0x206F, 0xFDC0...0xFDFF, 0xFE70...0xFEFF, 0xFFF0...0xFFFF, 0xE000...0xE0FF,
      0x1F600...0x1F64F, 0xE0000...0xE007F, 0x10FFF0...0x10FFFF, 0x0A...0x0D, 0x1B...0x1B,
      0x5B...0x5D,
    ]
    let range = ranges[Int.random(in: ranges.indices, using: &self)]
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "x"
  }
}
