import Foundation

/// Numbers of sixteen bits, which Swift has not on all machines.
enum HalfPrecision {
  /// The number of a bit pattern of IEEE 754's binary16.
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    // 2¹¹² turns the exponent's offset of 15 into one of 127, subnormal numbers among them.
    return Float(bitPattern: sign | magnitude << 13) * Float(bitPattern: 0x7780_0000)
  }
}
