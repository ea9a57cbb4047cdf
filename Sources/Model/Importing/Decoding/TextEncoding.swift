/// An encoding that a text file may be in.
enum TextEncoding: Hashable, CaseIterable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case utf32LittleEndian
  case utf32BigEndian
  case windows1256
  case iso8859Part6
  case windows1252

  /// The byte order mark that a file in this encoding may start with; it is no part of the text.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0x00, 0x00]
    case .utf32BigEndian: [0x00, 0x00, 0xFE, 0xFF]
    case .windows1256, .iso8859Part6, .windows1252: []
    }
  }

  /// The scalars that `bytes`, which hold no byte order mark, spell; U+FFFD for what is malformed.
  func decode(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    switch self {
    case .utf8: UTF8Decoding(bytes).scalars
    case .utf16LittleEndian: WideDecoding.utf16(bytes, bigEndian: false)
    case .utf16BigEndian: WideDecoding.utf16(bytes, bigEndian: true)
    case .utf32LittleEndian: WideDecoding.utf32(bytes, bigEndian: false)
    case .utf32BigEndian: WideDecoding.utf32(bytes, bigEndian: true)
    case .windows1256: bytes.map { SingleByteTables.windows1256[Int($0)] }
    case .iso8859Part6: bytes.map { SingleByteTables.iso8859Part6[Int($0)] }
    case .windows1252: bytes.map { SingleByteTables.windows1252[Int($0)] }
    }
  }
}

extension Unicode.Scalar {
  /// What stands where nothing valid was: U+FFFD.
  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
