import Foundation

/// Addresses on the web, as pages and feeds write them.
enum PageAddress {
  /// The longest address that is taken, in bytes.
  private static let longest = 8192

  /// The whole address that `text` means on a page at `base`, percent-encoded; `nil` unless it is one
  /// of http or https.
  static func resolved(_ text: String, against base: String?) -> String? {
    let kept = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let trimmed = String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespaces)
    guard !trimmed.isEmpty, trimmed.utf8.count <= longest else { return nil }
    let url = URL(string: trimmed, relativeTo: base.flatMap { URL(string: $0) })?.absoluteURL
    guard let url, let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(), !host.isEmpty
    else { return nil }
    return url.absoluteString
  }

  /// Whether a text is a whole address of http or https.
  static func isAbsolute(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }
}
