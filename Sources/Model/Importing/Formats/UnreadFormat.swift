/// A file format that is recognized but not supported, with a way to convert it.
struct UnreadFormat {
  /// The rest of a sentence that starts with the file's name.
  let reason: String

  /// Recognizes the format by the path of a file and its first bytes; `nil` if it is none of these.
  init?(path: String, head: [UInt8]) {
    if let magic = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
      reason = "is \(magic.name), not text; \(magic.wayOut)"
    } else if head.starts(with: Array("RIFF".utf8)) || head.dropFirst(4).starts(with: Self.ftyp) {
      reason = "is sound or video, not text; there is nothing in it to read"
    } else if Self.startsWithTag("<?xml", head: head) {
      reason = "is XML, but neither a feed nor a web page; save its content as text"
    } else if Self.isOtherJSON(path: path, head: head) {
      reason =
        "is JSON in an unsupported layout; put one article on each line, "
        + "for example with `jq -c '.[]'`"
    } else {
      return nil
    }
  }

  private struct Signature {
    var bytes: [UInt8]
    var name: String
    var wayOut: String

    init(_ bytes: [UInt8], _ name: String, _ wayOut: String) {
      self.bytes = bytes
      self.name = name
      self.wayOut = wayOut
    }
  }

  private static let ftyp = Array("ftyp".utf8)

  // The first bytes are those of the formats' own specifications.
  private static let signatures: [Signature] = [
    Signature(Array("%!PS".utf8), "a PostScript document", "convert it with `ps2ascii` first"),
    Signature(Array("{\\rtf".utf8), "an RTF document", "save it as text first"),
    Signature(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an office document",
      "save it as text first"),
    Signature(
      [0x50, 0x4B, 0x03, 0x04], "a ZIP archive",
      "unpack it first"),
    Signature([0x1F, 0x8B], "compressed with gzip", "decompress it with `gunzip` first"),
    Signature(
      [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", "decompress it with `unxz` first"),
    Signature(Array("BZh".utf8), "compressed with bzip2", "decompress it with `bunzip2` first"),
    Signature(
      [0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "decompress it with `unzstd` first"),
    Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "unpack it first"),
    Signature(Array("Rar!\u{1A}".utf8), "a RAR archive", "unpack it first"),
    Signature(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image", "there is nothing in it to read"),
    Signature([0xFF, 0xD8, 0xFF], "a JPEG image", "there is nothing in it to read"),
    Signature(Array("GIF8".utf8), "a GIF image", "there is nothing in it to read"),
    Signature(Array("ID3".utf8), "an MP3 file", "there is nothing in it to read"),
    Signature(Array("OggS".utf8), "an Ogg file", "there is nothing in it to read"),
    Signature([0x7F, 0x45, 0x4C, 0x46], "a program", "there is nothing in it to read"),
    Signature(
      Array("SQLite format 3\0".utf8), "an SQLite database",
      "if it is a library of articles, open it with `--library`"),
  ]

  /// Whether the first thing after white space is `tag`.
  private static func startsWithTag(_ tag: String, head: [UInt8]) -> Bool {
    head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.starts(with: tag.utf8)
  }

  /// Whether the file is JSON but not JSON lines: an array, or an object over several lines.
  private static func isOtherJSON(path: String, head: [UInt8]) -> Bool {
    guard path.lowercased().hasSuffix(".json") else { return false }
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    return text.first == UInt8(ascii: "[")
      || text.first == UInt8(ascii: "{") && text.dropFirst().first == UInt8(ascii: "\n")
  }
}
