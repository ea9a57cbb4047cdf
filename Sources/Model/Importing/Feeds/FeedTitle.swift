import CXML
import Foundation

/// Titles, names and other short texts of feeds, which may be text, HTML, or HTML escaped once too
/// often.
enum FeedTitle {
  /// The text in one line; `nil` where nothing is in it.
  static func plain(_ text: String) -> String? {
    let text = Mojibake.undone(text) ?? text
    let words = text.unicodeScalars.split {
      $0.properties.isWhitespace || $0 == "\u{200F}" || $0 == "\u{200E}"
    }
    guard !words.isEmpty else { return nil }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// The text in one line of what may be HTML: tags that HTML knows go, references become characters,
  /// and a "<" that starts no tag stays.
  static func unmarked(_ text: String) -> String? {
    let html = Mojibake.undone(text) ?? text
    guard holdsTag(html) else { return plain(CharacterReference.resolved(html)) }
    let blocks = MarkupText.blocks(html: escapingStrays(html), base: nil)
    return plain(blocks.map(\.text).joined(separator: " "))
  }

  /// Whether a tag of HTML is in a text.
  static func holdsTag(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "<") && startsTag(bytes, at: $0) }
  }

  /// The text with each "<" escaped that starts no tag of HTML.
  static func escapingStrays(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "<"), !startsTag(bytes, at: index) {
        result += Array("&lt;".utf8)
      } else {
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the "<" at `index` starts a tag or a comment of HTML.
  private static func startsTag(_ bytes: [UInt8], at index: Int) -> Bool {
    var start = index + 1
    guard start < bytes.count else { return false }
    if bytes[start] == UInt8(ascii: "!") {
      let name = String(decoding: bytes[start...].prefix(8), as: UTF8.self).lowercased()
      return name.hasPrefix("!--")
        || name == "!doctype" && bytes[start...].prefix(200).contains(UInt8(ascii: ">"))
    }
    if bytes[start] == UInt8(ascii: "/") { start += 1 }
    let name = bytes[start...].prefix(12).prefix {
      (0x41...0x5A).contains($0 & ~0x20) || (0x31...0x36).contains($0)
    }
    guard !name.isEmpty else { return false }
    let end = start + name.count
    // A name goes on in what is no tag: an address in brackets, a placeholder.
    guard end < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(bytes[end]) else {
      return false
    }
    return htmlTagLookup(String(decoding: name, as: UTF8.self).lowercased()) != nil
      || otherNames.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// The elements that libxml2's list lacks: those of HTML 5, and those that never were in HTML.
  private static let otherNames: Set<String> = [
    "blink", "marquee", "nobr",
    "article", "aside", "audio", "bdi", "canvas", "data", "details", "dialog", "figcaption",
    "figure",
    "footer", "header", "main", "mark", "meter", "nav", "output", "picture", "progress", "rp", "rt",
    "ruby", "section", "source", "summary", "svg", "template", "time", "track", "video", "wbr",
  ]

  /// Who wrote something, of the ways in which RSS writes it: "name", "a@b.c (name)", "name <a@b.c>",
  /// "name (a@b.c)".
  static func author(_ text: String) -> String? {
    guard let text = unmarked(text) else { return nil }
    for (open, close) in [("(", ")"), ("<", ">")] {
      guard let start = text.range(of: open), let end = text.range(of: close, options: .backwards),
        start.upperBound <= end.lowerBound
      else { continue }
      let inside = String(text[start.upperBound..<end.lowerBound])
      let outside = String(text[..<start.lowerBound]) + String(text[end.upperBound...])
      if outside.contains("@"), let name = plain(inside) { return name }
      if inside.contains("@") || inside.isEmpty { return plain(outside) ?? plain(inside) }
    }
    let words = text.split(separator: " ")
    let names = words.filter { !$0.contains("@") }
    return names.isEmpty || names.count == words.count ? text : names.joined(separator: " ")
  }
}
