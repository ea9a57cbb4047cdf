import Foundation

/// The text of an element whose content may be text, HTML as text, or elements.
struct FeedContent {
  /// What the content of an element is.
  private enum Kind {
    case text
    /// HTML as text.
    case html
    /// HTML where it looks like that, or else text.
    case either
    /// Elements.
    case elements
    /// Something that cannot be read.
    case none
  }

  private let node: MarkupNode
  private let kind: Kind
  private let isBase64: Bool

  /// Finds what an element holds by the attributes that Atom gives it.
  init(_ element: FeedElement) {
    node = element.node
    let type = (node.attribute("type") ?? "").lowercased().prefix { $0 != ";" }
    let mode = (node.attribute("mode") ?? "").lowercased()
    let holdsElements = node.children.contains(where: \.isElement)
    isBase64 = mode == "base64"
    switch type {
    case _ where holdsElements && mode != "escaped": kind = .elements
    case "text", "text/plain", "plain": kind = .text
    case "html", "text/html", "xhtml", "application/xhtml+xml", "application/xml", "text/xml":
      kind = .html
    case "": kind = .either
    default:
      kind =
        type.hasSuffix("/html") || type.hasSuffix("+xml")
        ? .html : type.contains("/") && !type.hasPrefix("text/") ? .none : .either
    }
  }

  /// The characters of an element without elements.
  private var characters: String {
    let text = node.text
    let decoded =
      isBase64
      ? Data(base64Encoded: text, options: .ignoreUnknownCharacters)
        .map { String(decoding: $0, as: UTF8.self) } ?? text : text
    return Mojibake.undone(decoded) ?? decoded
  }

  /// The content as a title: one line of text.
  var title: String? {
    switch kind {
    case .elements:
      FeedTitle.plain(MarkupText.blocks(of: node, base: nil).map(\.text).joined(separator: " "))
    case .text: FeedTitle.plain(characters)
    case .html, .either: FeedTitle.unmarked(characters)
    case .none: nil
    }
  }

  /// The content as blocks, their links resolved against `base`.
  func blocks(base: String?) -> [TextBlock] {
    switch kind {
    case .elements: MarkupText.blocks(of: node, base: base)
    case .html: Self.blocks(characters, base: base)
    case .either: Self.blocks(characters, base: base)
    case .text: Self.paragraphs(characters)
    case .none: []
    }
  }

  /// The blocks of what is HTML if a tag or a reference is in it, or else text.
  static func blocks(_ text: String, base: String?) -> [TextBlock] {
    FeedTitle.holdsTag(text)
      ? MarkupText.blocks(html: FeedTitle.escapingStrays(text), base: base)
      : paragraphs(CharacterReference.resolved(text))
  }

  /// The paragraphs of a text, which empty lines part.
  static func paragraphs(_ text: String) -> [TextBlock] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += words
      }
    }
    return paragraphs.filter { !$0.isEmpty }
      .map { TextBlock(kind: .paragraph, text: $0.joined(separator: " ")) }
  }
}
