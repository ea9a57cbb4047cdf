import Foundation

/// Reads books in EPUB: an article for each chapter that the table of contents names, with the book
/// as its source; what stands before the first is read as a chapter too.
struct EPUBImporter: WholeDocumentImporter {
  private static let mostDocuments = 1000
  private static let mostFailures = 3

  var holdsMany: Bool { true }

  func recognizes(path: String, head: [UInt8]) -> Bool {
    // OCF 3.3: the first member is `mimetype`, stored as it is.
    head.starts(with: ZipArchive.signature)
      && head.prefix(100).contains(utf8: "application/epub+zip")
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let archive = try ZipArchive(source)
    let container = try archive.markup("META-INF/container.xml")
    guard
      let packagePath = container.descendants("rootfile").lazy
        .compactMap({ $0.attribute("full-path") }).first
    else {
      throw ImportFailure(path: source.path, reason: "is a book without contents; save it again")
    }
    let package = try archive.markup(packagePath)
    let items = Self.items(of: package, folder: packagePath)
    var book = StructuredText()
    book.source = package.firstText("title")
    book.author = package.firstText("creator")
    book.published = DocumentDate.seconds(package.firstText("date"))
    book.language = package.firstText("language")
    let titles = Self.titles(in: archive, items)
    var chapters: [StructuredText] = []
    var read: Set<String> = []
    var failures = 0
    for reference in package.descendants("itemref").prefix(Self.mostDocuments) {
      guard let item = reference.attribute("idref").flatMap({ items[$0] }),
        !item.isContents, read.insert(item.path).inserted
      else { continue }
      // A damaged chapter does not take the others with it; many are a damaged book, or a bomb.
      let bytes: [UInt8]
      do {
        bytes = try archive.member(item.path)
      } catch {
        failures += 1
        if failures > Self.mostFailures { throw error }
        continue
      }
      let html = CharsetDecoding.text(bytes, charset: "utf-8")
      var blocks = MarkupText.blocks(html: html, base: nil)
      for index in blocks.indices {
        blocks[index].links.removeAll { !$0.address.hasPrefix("http") }
      }
      guard !blocks.isEmpty else { continue }
      // Programs split long chapters; the contents name only the first piece.
      if titles[item.path] == nil, !titles.isEmpty, !chapters.isEmpty {
        chapters[chapters.count - 1].blocks += blocks
        continue
      }
      var chapter = book
      chapter.blocks = blocks
      chapter.title = titles[item.path] ?? Self.heading(of: blocks) ?? book.source
      chapters.append(chapter)
    }
    guard !chapters.isEmpty else {
      throw ImportFailure(
        path: source.path,
        reason: "is a book without text, or a protected one; there is nothing to read")
    }
    return chapters
  }

  private struct Item {
    var path: String
    var isContents: Bool
  }

  private static func heading(of blocks: [TextBlock]) -> String? {
    blocks.first { if case .heading = $0.kind { true } else { false } }?.text
  }

  /// The documents of the book by their identifiers.
  private static func items(of package: MarkupNode, folder: String) -> [String: Item] {
    var items: [String: Item] = [:]
    for item in package.descendants("item").prefix(10 * mostDocuments) {
      guard let id = item.attribute("id"), let path = item.attribute("href") else { continue }
      let isContents =
        item.attribute("properties")?.contains("nav") == true
        || item.attribute("media-type") == "application/x-dtbncx+xml"
      items[id] = Item(path: resolved(path, beside: folder), isContents: isContents)
    }
    return items
  }

  /// The titles of documents, by their paths, from the EPUB 3 navigation or the EPUB 2 contents.
  private static func titles(in archive: ZipArchive, _ items: [String: Item]) -> [String: String] {
    var titles: [String: String] = [:]
    for item in items.values.filter(\.isContents).sorted(by: { $0.path < $1.path }) {
      guard let root = try? archive.markup(item.path) else { continue }
      let entries: [(String?, String?)] =
        root.descendants("a").map { ($0.attribute("href"), $0.text) }
        + root.descendants("navPoint").map {
          ($0.descendants("content").first?.attribute("src"), $0.firstText("text"))
        }
      for case (let address?, let text?) in entries {
        let path = resolved(address, beside: item.path)
        let title = CleanText.displayed(text)
        if titles[path] == nil, !title.isEmpty { titles[path] = title }
      }
    }
    return titles
  }

  /// The path of a member that an address names, relative to another member.
  private static func resolved(_ address: String, beside other: String) -> String {
    let path = address.prefix { $0 != "#" }
    var parts = other.split(separator: "/").dropLast().map(String.init)
    for part in (path.removingPercentEncoding ?? String(path)).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
