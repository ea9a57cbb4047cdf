import Foundation

/// Names of files as text, without loss where their bytes are not UTF-8.
///
/// Each byte that is no part of a well-formed sequence is a private character in the text, and shown as
/// `\xCE`.
public enum FileName {
  /// What byte 0 would be; the last plane of private use ends after it.
  private static let base: UInt32 = 0x10FE00

  /// The text of a name's bytes.
  static func text(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = (1...4).first { length in
        rest.count >= length && UTF8Decoding(rest.prefix(length)).isOneScalar
      }
      let scalars = length.map { UTF8Decoding(rest.prefix($0)).scalars } ?? []
      // A name that has such a character itself is kept by its bytes.
      if let length, let scalar = scalars.first, byte(scalar) == nil {
        text.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        text.append(Unicode.Scalar(base + UInt32(first)) ?? .replacement)
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// The bytes of a name's text, with the zero that ends them in C.
  static func bytes(_ text: String) -> [CChar] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = byte(scalar) { bytes.append(byte) } else { bytes += Array(String(scalar).utf8) }
    }
    return bytes.map(CChar.init(bitPattern:)) + [0]
  }

  /// The byte that a private character stands for.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= base + 0x80 ? UInt8(exactly: scalar.value - base) : nil
  }

  /// A name with its bytes that are not UTF-8 escaped.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { byte($0) != nil }) else { return text }
    return text.unicodeScalars.map { scalar in
      byte(scalar).map { "\\x" + String($0, radix: 16, uppercase: true) } ?? String(scalar)
    }.joined()
  }

  /// The names in a folder; `nil` where it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(bytes(folder)) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { start in
          Array(
            UnsafeBufferPointer(start: start, count: MemoryLayout.size(ofValue: pointer.pointee))
              .prefix { $0 != 0 })
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(text(name)) }
    }
    return names
  }
}
