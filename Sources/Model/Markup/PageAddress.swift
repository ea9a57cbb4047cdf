import Foundation

/// Addresses on the web, as pages and feeds write them.
enum PageAddress {
  /// The longest address that is taken, in bytes.
  private static let longest = 8192

  /// The whole address that `text` means on a page at `base`, percent-encoded; `nil` unless it is one
  /// of http or https.
  static func resolved(_ text: String, against base: String?) -> String? {
    if let address = plain(text, against: base) { return address }
    let kept = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let trimmed = String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespaces)
    guard !trimmed.isEmpty, trimmed.utf8.count <= longest else { return nil }
    let url = URL(string: trimmed, relativeTo: base.flatMap { URL(string: $0) })?.absoluteURL
    guard let url, let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(), !host.isEmpty
    else { return nil }
    return url.absoluteString
  }

  /// The address that `text` means where nothing in it needs to be parsed or encoded: most do not.
  private static func plain(_ text: String, against base: String?) -> String? {
    let bytes = text.utf8
    guard bytes.count <= longest, let first = bytes.first else { return nil }
    if first == 0x2F {
      var previous: UInt8 = 0
      for byte in bytes {
        guard isPlain(byte), previous != 0x2F || byte != 0x2F && byte != 0x2E else { return nil }
        previous = byte
      }
      guard let base, let host = hostEnd(of: base) else { return nil }
      return base[..<host] + text
    }
    guard let host = hostEnd(of: text), !text[host...].contains("/."),
      text[host...].utf8.allSatisfy(isPlain)
    else { return nil }
    return text
  }

  /// Where the scheme and host of a whole address end that has neither a user nor a port.
  private static func hostEnd(of address: String) -> String.Index? {
    let bytes = address.utf8
    let scheme = address.hasPrefix("https://") ? 8 : address.hasPrefix("http://") ? 7 : 0
    guard scheme > 0 else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: scheme)
    let end = bytes[start...].firstIndex { !isLetterOrDigit($0) && $0 != 0x2D && $0 != 0x2E }
    guard let host = end ?? Optional(bytes.endIndex), host > start, isLetterOrDigit(bytes[start]),
      host == bytes.endIndex || bytes[host] == 0x2F
    else { return nil }
    return host
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a byte stands in an address as it is and means nothing to the way it is resolved.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E, 0x3F, 0x3D, 0x26, 0x2B].contains(byte)
  }

  /// Whether a text is a whole address of http or https.
  static func isAbsolute(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }
}
