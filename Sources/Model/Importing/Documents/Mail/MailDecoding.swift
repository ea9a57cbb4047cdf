import Foundation

/// The transfer encodings of mail (RFC 2045 section 6).
enum TransferEncoding {
  /// The bytes that stand behind `bytes` in the encoding called `name`; unknown ones change nothing.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name {
    case "quoted-printable": quotedPrintable(bytes)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  /// RFC 2045 6.7; what is no escape stands for itself.
  ///
  /// In headers `_` is a space (RFC 2047 4.2).
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, inHeader: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x5F, inHeader {
        result.append(0x20)
        continue
      }
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      if index + 1 < bytes.endIndex, let high = hex(bytes[index]), let low = hex(bytes[index + 1]) {
        result.append(high << 4 | low)
        index += 2
        continue
      }
      // A soft line break, perhaps with white space that a program on the way added.
      var end = index
      while end < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
      if end == bytes.endIndex || bytes[end] == 0x0A {
        index = min(end + 1, bytes.endIndex)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// RFC 2045 6.8; what is not of the alphabet is passed over, and padding may be missing.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "=") {
        // Padding ends a piece; another may follow.
        (bits, count) = (0, 0)
        continue
      }
      guard let value = sextet(byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x47
    case 0x30...0x39: UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

/// The text of bytes with a declared charset, where the bytes have the last word.
enum CharsetDecoding {
  /// The longest name of a charset that is looked up.
  private static let longestName = 40

  /// The text of `bytes` in the charset called `name`, or in the one that they show to be in.
  static func text(_ bytes: [UInt8], charset name: String?) -> String {
    let name = name?.lowercased() ?? ""
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) || name.isEmpty || name == "us-ascii" {
      return guessed(bytes)
    }
    let utf8 = UTF8Decoding(bytes[...])
    // Text in another encoding is no well-formed UTF-8 but by rare chance.
    if utf8.malformed == 0, utf8.sequences > 0, !name.hasPrefix("utf-16"), !name.hasPrefix("utf-7"),
      !name.hasPrefix("iso-2022")
    {
      return string(utf8.scalars)
    }
    if let encoding = encodings[name] { return string(encoding.decode(bytes[...])) }
    if name == "utf-8" || name == "utf8" { return guessed(bytes) }
    return converted(bytes, from: name) ?? guessed(bytes)
  }

  private static let encodings: [String: TextEncoding] = [
    "windows-1256": .windows1256, "cp1256": .windows1256, "cp-1256": .windows1256,
    "x-cp1256": .windows1256, "iso-8859-6": .iso8859Part6, "iso-8859-6-i": .iso8859Part6,
    "iso-8859-6-e": .iso8859Part6, "asmo-708": .iso8859Part6, "arabic": .iso8859Part6,
    "windows-1252": .windows1252, "cp1252": .windows1252, "iso-8859-1": .windows1252,
    "latin1": .windows1252,
  ]

  private static func guessed(_ bytes: [UInt8]) -> String {
    if let text = try? DecodedText(bytes) { return string(text.scalars) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    ScalarText(scalars).string
  }

  /// The text in one of the charsets that the system's `iconv` knows.
  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    guard name.utf8.count <= longestName,
      name.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
      }),
      let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No charset has a byte that takes more than four in UTF-8.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    let length = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        while left > 0 {
          let code = iconv(converter, &source, &left, &target, &room)
          guard code == -1, errno == EILSEQ, room > 4 else { break }
          // A byte that means nothing is left out.
          source = source.map { $0 + 1 }
          left -= 1
        }
        return output.count - room
      }
    }
    return String(decoding: output[..<length], as: UTF8.self)
  }
}

/// Encoded words in header fields (RFC 2047).
enum EncodedWords {
  /// The text of a field's value; bytes beyond ASCII are decoded as they show to be meant.
  static func decoded(_ bytes: [UInt8]) -> String {
    var result = ""
    // Neighbours in one charset are joined before they are decoded: some programs cut letters.
    var pending: (charset: String, bytes: [UInt8])?
    var index = 0
    var plain = 0
    func flush() {
      if let word = pending { result += CharsetDecoding.text(word.bytes, charset: word.charset) }
      pending = nil
    }
    while index < bytes.count {
      guard bytes[index] == 0x3D, let word = word(in: bytes, at: index) else {
        index += 1
        continue
      }
      let between = bytes[plain..<index]
      // White space between two encoded words is no text.
      if pending == nil || !between.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        flush()
        result += CharsetDecoding.text(Array(between), charset: nil)
      }
      if let open = pending, open.charset == word.charset {
        pending = (open.charset, open.bytes + word.bytes)
      } else {
        flush()
        pending = (word.charset, word.bytes)
      }
      index = word.end
      plain = index
    }
    flush()
    return result + CharsetDecoding.text(Array(bytes[plain...]), charset: nil)
  }

  /// The encoded word that starts at `start`: `=?charset?encoding?text?=`.
  private static func word(
    in bytes: [UInt8], at start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x3F else { return nil }
    var marks: [Int] = [start + 1]
    var index = start + 2
    while index < bytes.count, marks.count < 4, index - start < 2000 {
      if bytes[index] == 0x3F { marks.append(index) }
      index += 1
    }
    guard marks.count == 4, marks[3] + 1 < bytes.count, bytes[marks[3] + 1] == 0x3D,
      marks[2] == marks[1] + 2
    else { return nil }
    // RFC 2231 section 5: a language may follow the charset.
    let charset =
      String(decoding: bytes[(marks[0] + 1)..<marks[1]], as: UTF8.self)
      .split(separator: "*").first.map { $0.lowercased() } ?? ""
    let text = bytes[(marks[2] + 1)..<marks[3]]
    switch bytes[marks[1] + 1] {
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      return (charset, TransferEncoding.quotedPrintable(text, inHeader: true), marks[3] + 2)
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      return (charset, TransferEncoding.base64(text), marks[3] + 2)
    default:
      return nil
    }
  }
}
