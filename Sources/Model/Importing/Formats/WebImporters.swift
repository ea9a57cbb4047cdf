import Foundation

/// Reads web pages: the article inside, without what stands around it.
struct PageImporter: WholeDocumentImporter {
  /// The most bytes of a page; those that a browser saved in one file hold their pictures.
  private static let largest = 64 << 20
  /// What a piece of a page starts with, as another program prints it.
  private static let pieces: Set<String> = [
    "head", "body", "main", "article", "section", "div", "p", "h1", "meta", "title", "table",
  ]

  func recognizes(path: String, head: [UInt8]) -> Bool {
    let name = path.lowercased()
    let start = MarkupStart(head)
    let isXHTML =
      start.isTag("<?xml") && head.prefix(2048).contains(utf8: "<html")
    let isPiece = path == "-" && start.opensElement(Self.pieces)
    return start.isTag("<!doctype html") || start.isTag("<html") || isXHTML || isPiece
      || [".html", ".htm", ".xhtml"].contains { name.hasSuffix($0) } && start.opensTag
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let address = PageAddress.isAbsolute(source.path) ? source.path : nil
    let page = PageArticle(bytes: try source.all(limit: Self.largest), address: address)
    guard var text = page?.content, text.title != nil || !text.blocks.isEmpty else {
      throw ImportFailure(
        path: source.path,
        reason: "is a web page without an article; open it in a browser and save its text")
    }
    text.url = text.url ?? address
    return [text]
  }
}

/// Reads feeds: an article for each item.
struct FeedImporter: WholeDocumentImporter {
  private static let largest = 64 << 20

  var holdsMany: Bool { true }

  func recognizes(path: String, head: [UInt8]) -> Bool {
    let start = MarkupStart(head)
    if ["<rss", "<feed", "<rdf:rdf"].contains(where: start.isTag) { return true }
    guard !start.isTag("<!doctype html"), !start.isTag("<html") else { return false }
    // Some servers send warnings or comments before the feed.
    let text = head.prefix(2048)
    if text.contains(utf8: "jsonfeed.org/version") { return start.isObject }
    return !start.isObject
      && ["<rss", "<feed", "<rdf:RDF"].contains { text.contains(utf8: $0) }
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let address = PageAddress.isAbsolute(source.path) ? source.path : nil
    let feed: Feed
    do {
      feed = try Feed(
        try source.all(limit: Self.largest), address: address,
        now: Int64(Date().timeIntervalSince1970))
    } catch let failure as ImportFailure {
      throw failure
    } catch {
      throw ImportFailure(path: source.path, reason: "\(error)")
    }
    guard !feed.items.isEmpty else {
      throw ImportFailure(path: source.path, reason: "is a feed without items; try it again later")
    }
    return feed.items.map(feed.article)
  }
}

extension Feed {
  /// An item as an article of the feed.
  func article(_ item: FeedItem) -> StructuredText {
    var text = item.text
    text.source = text.source ?? title
    text.author = text.author ?? author
    text.language = text.language ?? language
    text.identifier = item.id
    return text
  }
}

/// The first bytes of a file that may be markup.
private struct MarkupStart {
  private let text: ArraySlice<UInt8>

  init(_ head: [UInt8]) {
    var text = Self.trimmed(head[...])
    // Comments may stand before the first tag.
    while text.starts(with: "<!--".utf8) {
      let end = text.indices.dropFirst(4).first {
        text[$0...].starts(with: "-->".utf8)
      }
      guard let end else { break }
      text = Self.trimmed(text[end...].dropFirst(3))
    }
    self.text = text
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  }

  /// Whether the tag of one of some elements opens.
  func opensElement(_ names: Set<String>) -> Bool {
    guard opensTag else { return false }
    let name = text.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// Whether an object of JSON opens.
  var isObject: Bool { text.first == UInt8(ascii: "{") }
  /// Whether a tag opens.
  var opensTag: Bool { text.first == UInt8(ascii: "<") }

  /// Whether the text begins with a tag in lower case, whatever its own case.
  func isTag(_ tag: String) -> Bool {
    text.prefix(tag.utf8.count).elementsEqual(tag.utf8) { byte, wanted in
      ((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) == wanted
    }
  }
}
