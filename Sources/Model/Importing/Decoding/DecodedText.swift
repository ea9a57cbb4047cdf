/// The text of a file, its encoding found.
struct DecodedText {
  /// Why bytes are not a text.
  enum Failure: Error, Hashable {
    case binary
    case unknownEncoding

    /// The rest of a sentence that starts with the file's name.
    var reason: String {
      switch self {
      case .binary:
        "is binary, not text; convert it to text first"
      case .unknownEncoding:
        "is in none of the encodings UTF-8, UTF-16, UTF-32, Windows-1256, ISO 8859-6 and "
          + "Windows-1252; convert it with `iconv -f ENCODING -t UTF-8` first"
      }
    }
  }

  var encoding: TextEncoding
  /// The scalars without byte order mark, line ends as they stand, U+FFFD for what is malformed.
  var scalars: [Unicode.Scalar]

  /// Finds the encoding by a byte order mark, then by what is valid, then by what the bytes would
  /// spell in each of the encodings that allow any bytes.
  init(_ bytes: [UInt8]) throws(Failure) {
    // The mark of UTF-16, little endian, is the start of that of UTF-32.
    let marked: [TextEncoding] = [
      .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .utf8,
    ]
    if let encoding = marked.first(where: { bytes.starts(with: $0.byteOrderMark) }) {
      self.encoding = encoding
      scalars = encoding.decode(bytes.dropFirst(encoding.byteOrderMark.count))
      guard Self.isPlausible(scalars) else { throw .binary }
      return
    }
    let evidence = EncodingEvidence(bytes)
    if let wide = evidence.unmarkedUTF16 {
      encoding = wide
      scalars = wide.decode(bytes[...])
      return
    }
    guard !evidence.isBinary else { throw .binary }
    let utf8 = UTF8Decoding(bytes[...])
    if utf8.malformed == 0 || Self.isDamagedUTF8(utf8) {
      encoding = .utf8
      scalars = utf8.scalars
      return
    }
    guard let encoding = evidence.singleByteEncoding else { throw .unknownEncoding }
    self.encoding = encoding
    scalars = encoding.decode(bytes[...])
  }

  /// Whether the text was UTF-8 before something broke or cut it.
  ///
  /// In another encoding well-formed sequences come about by chance only, so they are the fewer.
  private static func isDamagedUTF8(_ utf8: UTF8Decoding) -> Bool {
    if utf8.malformed == 1, utf8.cutOff > 1 { return true }
    return utf8.sequences > 0 && utf8.sequences >= utf8.malformed
  }

  /// Whether no more than a tenth of a text with a byte order mark is malformed or control.
  private static func isPlausible(_ scalars: [Unicode.Scalar]) -> Bool {
    let sample = scalars.prefix(4096)
    let odd = sample.count { scalar in
      scalar == .replacement
        || scalar.value < 0x20 && !(0x08...0x0D).contains(scalar.value)
          && scalar.value != 0x1B
    }
    return odd * 10 <= sample.count
  }
}
