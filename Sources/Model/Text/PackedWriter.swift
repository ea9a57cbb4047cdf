/// Writes values compactly into bytes, for the columns that only the program reads.
///
/// Integers are little-endian base 128 (LEB128), signed ones zigzag-coded.
struct PackedWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Writes a non-negative integer.
  mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes any integer.
  mutating func writeSigned(_ value: Int64) {
    write(Int((value << 1) ^ (value >> 63)))
  }

  /// Writes a string.
  mutating func write(_ string: String) {
    write(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// Writes a byte.
  mutating func write(byte: UInt8) {
    bytes.append(byte)
  }
}
