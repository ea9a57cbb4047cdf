import Foundation

/// The text of a feed, a list of subscriptions or another XML document from the web, decoded from its
/// bytes.
struct FeedText {
  /// The scalars without byte order mark.
  let scalars: [Unicode.Scalar]

  /// Finds the encoding: a byte order mark and the bytes themselves decide, then the answer's header,
  /// then the XML declaration, then what the bytes would most likely spell.
  ///
  /// Only the encodings of one byte that mean every byte, which are named without care, are not
  /// believed: in them Windows-1256 would be a text too.
  init(_ bytes: [UInt8], contentType: String? = nil) {
    if let wide = Self.wide(bytes) {
      scalars = wide.decode(bytes[...])
      return
    }
    let found = try? DecodedText(bytes)
    if let found, Self.isCertain(found.encoding), !found.scalars.prefix(64).contains("\0") {
      scalars =
        Self.leavesDamage(found, of: bytes)
        ? Self.declared(bytes, contentType) ?? found.scalars
        : found.scalars
      return
    }
    scalars =
      Self.declared(bytes, contentType) ?? found?.scalars ?? UTF8Decoding(bytes[...]).scalars
  }

  /// UTF-32 without a mark, by what a "<" at the start looks like (XML 1.0 appendix F).
  private static func wide(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0x3C, 0, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0, 0x3C]) { return .utf32BigEndian }
    return nil
  }

  private static func isCertain(_ encoding: TextEncoding) -> Bool {
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    case .windows1256, .iso8859Part6, .windows1252: false
    }
  }

  /// Whether bytes without a mark are UTF-8 with errors, so that a declared encoding may explain them.
  private static func leavesDamage(_ text: DecodedText, of bytes: [UInt8]) -> Bool {
    text.encoding == .utf8 && !bytes.starts(with: text.encoding.byteOrderMark)
      && text.scalars.contains(.replacement)
  }

  /// The text in the encoding that the header or the declaration names, if it can be that.
  private static func declared(_ bytes: [UInt8], _ contentType: String?) -> [Unicode.Scalar]? {
    let head = String(decoding: bytes.prefix(1024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let names = [
      contentType.flatMap { value(after: "charset", in: $0) },
      head.range(of: "<?xml").flatMap {
        value(after: "encoding", in: String(head[$0.upperBound...]))
      },
    ]
    for name in names.compactMap({ $0?.lowercased() }) where !isCareless(name) {
      if let scalars = decode(bytes, as: name) { return scalars }
    }
    return nil
  }

  /// The encodings that anything is said to be in.
  private static func isCareless(_ name: String) -> Bool {
    [
      "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1",
      "windows-1252", "cp1252",
    ].contains(name) || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
      || name.hasPrefix("ucs-")
  }

  /// The value of `name="value"` or `name=value`.
  private static func value(after name: String, in text: String) -> String? {
    guard let found = text.range(of: name, options: .caseInsensitive) else { return nil }
    let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    let value = rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
    return value.isEmpty ? nil : String(value)
  }

  /// The text in an encoding of the given name; `nil` where the name is unknown or more than one
  /// character in a hundred comes out malformed.
  private static func decode(_ bytes: [UInt8], as name: String) -> [Unicode.Scalar]? {
    let scalars: [Unicode.Scalar]
    switch name {
    case "windows-1256", "cp1256", "cp-1256": scalars = TextEncoding.windows1256.decode(bytes[...])
    case "iso-8859-6": scalars = TextEncoding.iso8859Part6.decode(bytes[...])
    default:
      guard let decoded = CharacterConversion(from: name)?.scalars(bytes) else { return nil }
      scalars = decoded
    }
    let malformed = scalars.count { $0 == .replacement }
    return malformed * 100 <= scalars.count ? scalars : nil
  }
}

/// The C library's conversion from an encoding by name.
private final class CharacterConversion {
  private let descriptor: iconv_t

  /// Opens a conversion; `nil` where the library knows no encoding of that name.
  init?(from name: String) {
    // "//" starts the library's own options, which are not for a feed to choose.
    guard name.count < 40, !name.contains("/"), let descriptor = iconv_open("UTF-8", name),
      descriptor != iconv_t(bitPattern: -1)
    else { return nil }
    self.descriptor = descriptor
  }

  deinit {
    iconv_close(descriptor)
  }

  /// The scalars that bytes spell; U+FFFD for each byte that is malformed.
  func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    var piece = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      var source = input.baseAddress
      var left = input.count
      while left > 0 {
        let (result, written) = piece.withUnsafeMutableBufferPointer { piece in
          var target = piece.baseAddress
          var room = piece.count
          let result = iconv(descriptor, &source, &left, &target, &room)
          output.append(
            contentsOf: piece.prefix(piece.count - room).lazy.map { UInt8(bitPattern: $0) })
          return (result, piece.count - room)
        }
        guard result == -1, left > 0 else { continue }
        if errno == E2BIG, written > 0 { continue }
        // EILSEQ and EINVAL: a byte that starts nothing, and a sequence that the end cut off.
        output += Array("\u{FFFD}".utf8)
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
    return UTF8Decoding(output[...]).scalars
  }
}

/// Text that was UTF-8, was read as Windows-1252 somewhere, and was stored like that.
enum Mojibake {
  /// The text as it was meant; `nil` where it is none of those.
  ///
  /// All of it has to lead back to well-formed UTF-8 with characters of several bytes in it, which no
  /// text in a language does by chance.
  static func undone(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var isASCII = true
    for scalar in text.unicodeScalars {
      guard let byte = scalar.value < 0x100 ? UInt8(scalar.value) : bytesOf1252[scalar] else {
        return nil
      }
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte)
    }
    guard !isASCII else { return nil }
    let decoding = UTF8Decoding(bytes[...])
    guard decoding.malformed == 0, decoding.sequences > 0 else { return nil }
    return String(String.UnicodeScalarView(decoding.scalars))
  }

  private static let bytesOf1252: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F {
      let scalar = SingleByteTables.windows1252[Int(byte)]
      if scalar != .replacement { bytes[scalar] = byte }
    }
    return bytes
  }()
}
