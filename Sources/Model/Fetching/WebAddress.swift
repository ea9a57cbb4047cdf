import Foundation

/// An address of the web that is safe to hand to curl.
public struct WebAddress: Hashable, Sendable {
  /// The address as it was written.
  public let text: String
  /// The name of the server in lower case, which limits and pauses count by.
  public let host: String

  /// The longest address that is taken.
  static let limit = 8_192

  /// Reads an address; `nil` unless it is one of http or https, without white space, quotation
  /// marks and control characters.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.limit, let separator = text.range(of: "://") else { return nil }
    guard ["http", "https"].contains(text[..<separator.lowerBound].lowercased()) else { return nil }
    guard !text.unicodeScalars.contains(where: Self.isForbidden) else { return nil }
    let authority = Self.authority(of: text, after: separator.upperBound)
    var name = text[authority]
    if let login = name.lastIndex(of: "@") { name = name[name.index(after: login)...] }
    let end = name.hasPrefix("[") ? name.firstIndex(of: "]") : name.firstIndex(of: ":")
    let host = name[..<(end ?? name.endIndex)].lowercased()
    guard !host.isEmpty, host != "[" else { return nil }
    self.text = text
    self.host = host
  }

  /// The address that a server refers to from this one.
  func resolving(_ reference: String) -> WebAddress? {
    guard let url = URL(string: reference, relativeTo: URL(string: text)) else { return nil }
    return WebAddress(url.absoluteString)
  }

  /// An address without the name and password in it.
  public static func withoutLogin(_ text: String) -> String {
    guard let separator = text.range(of: "://") else { return text }
    let authority = authority(of: text, after: separator.upperBound)
    guard let login = text[authority].lastIndex(of: "@") else { return text }
    return String(text[..<authority.lowerBound] + text[text.index(after: login)...])
  }

  private static func authority(
    of text: String, after start: String.Index
  ) -> Range<String.Index> {
    start..<(text[start...].firstIndex { "/?#\\".contains($0) } ?? text.endIndex)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar == "\"" || scalar == "\\" || scalar.properties.isWhitespace
      || scalar.properties.isBidiControl || scalar.properties.generalCategory == .control
  }
}
