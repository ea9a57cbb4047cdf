/// Mends the strings of a JSON text that writers get wrong and strict decoders refuse.
///
/// Half a surrogate pair becomes U+FFFD, a raw control character its escape. Nothing outside strings is
/// changed.
enum JSONRepair {
  /// The mended bytes of a line.
  ///
  /// Complexity: O(*n*).
  static func repaired(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isInString = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case quote:
        isInString.toggle()
        result.append(byte)
      case backslash where isInString:
        let length = escapeLength(in: bytes, at: index)
        if isLoneSurrogate(in: bytes, at: index) {
          result += Array("\\uFFFD".utf8)
        } else {
          result += bytes[index..<min(index + length, bytes.count)]
        }
        index += length
        continue
      case 0..<0x20 where isInString:
        result += Array("\\u00".utf8) + [hexadecimal(byte >> 4), hexadecimal(byte & 0xF)]
      default:
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
  }

  /// How many bytes the escape at `index` has: 12 for a surrogate pair, 6 for another code unit.
  private static func escapeLength(in bytes: [UInt8], at index: Int) -> Int {
    guard let unit = unit(in: bytes, at: index) else { return 2 }
    return UTF16.isLeadSurrogate(unit) && !isLoneSurrogate(in: bytes, at: index) ? 12 : 6
  }

  private static func isLoneSurrogate(in bytes: [UInt8], at index: Int) -> Bool {
    guard let unit = unit(in: bytes, at: index) else { return false }
    if UTF16.isTrailSurrogate(unit) { return true }
    guard UTF16.isLeadSurrogate(unit) else { return false }
    return !(self.unit(in: bytes, at: index + 6).map(UTF16.isTrailSurrogate) ?? false)
  }

  /// The code unit that `\uXXXX` at `index` stands for.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == backslash,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }
}
