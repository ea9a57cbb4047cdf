/// Decoding of UTF-16 and UTF-32.
enum WideDecoding {
  /// The scalars of UTF-16 without byte order mark; U+FFFD for a lone surrogate or a lone byte.
  static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 2 + 1)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = unit(bytes, at: index, bigEndian: bigEndian)
      index += 2
      if unit & 0xFC00 == 0xD800, index + 1 < bytes.endIndex {
        let low = Self.unit(bytes, at: index, bigEndian: bigEndian)
        if low & 0xFC00 == 0xDC00 {
          let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
          scalars.append(Unicode.Scalar(value) ?? .replacement)
          index += 2
          continue
        }
      }
      scalars.append(Unicode.Scalar(unit) ?? .replacement)
    }
    if index < bytes.endIndex { scalars.append(.replacement) }
    return scalars
  }

  /// The scalars of UTF-32 without byte order mark; U+FFFD for what is no scalar.
  static func utf32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 4 + 1)
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let first = UInt32(unit(bytes, at: index, bigEndian: bigEndian))
      let second = UInt32(unit(bytes, at: index + 2, bigEndian: bigEndian))
      let value = bigEndian ? first << 16 | second : second << 16 | first
      scalars.append(Unicode.Scalar(value) ?? .replacement)
      index += 4
    }
    if index < bytes.endIndex { scalars.append(.replacement) }
    return scalars
  }

  /// The 16 bits at `index`, whose second byte is in the bounds too.
  static func unit(_ bytes: ArraySlice<UInt8>, at index: Int, bigEndian: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }
}
