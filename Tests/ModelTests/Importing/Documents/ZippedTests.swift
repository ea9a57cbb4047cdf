import Foundation
import Testing

@testable import Model

/// Books and word processors' documents, in archives that the tests make themselves.
struct ZippedTests {
  private func read(
    _ importer: some WholeDocumentImporter, _ members: [(String, String)], path: String
  ) throws -> [StructuredText] {
    let archive = StoredZip(members).bytes
    let source = ByteSource(data: Data(archive), path: path, modified: nil)
    #expect(importer.recognizes(path: path, head: try source.head()))
    return try importer.articles(in: source)
  }

  private let word: [(String, String)] = [
    ("[Content_Types].xml", "<Types/>"),
    (
      "word/document.xml",
      """
      <w:document xmlns:w="w" xmlns:r="r"><w:body>
      <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The vote</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>In Tunis</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">First </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>
      <w:hyperlink r:id="rId1"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>point</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      </w:body></w:document>
      """
    ),
    (
      "word/_rels/document.xml.rels",
      "<Relationships><Relationship Id=\"rId1\" Target=\"https://example.org/\"/></Relationships>"
    ),
    (
      "docProps/core.xml",
      """
      <p xmlns:dc="d"><dc:creator>A. Writer</dc:creator>
      <created>2023-03-14T10:15:00Z</created></p>
      """
    ),
  ]

  @Test func `a DOCX document gives headings, lists, tables, links and properties`() throws {
    let article = try #require(try read(OfficeImporter(), word, path: "a.docx").first)
    #expect(article.title == "The vote")
    #expect(article.author == "A. Writer")
    #expect(article.published == 1_678_788_900)
    #expect(article.blocks.map(\.text) == ["The vote", "In Tunis", "First link", "point", "a\tb"])
    #expect(
      article.blocks.map(\.kind) == [
        .heading(1), .heading(2), .paragraph, .item(depth: 2, number: nil), .row,
      ])
    #expect(article.blocks[2].links.map(\.address) == ["https://example.org/"])
  }

  @Test func `an ODT document gives the same`() throws {
    let members = [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        """
        <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:xlink="x">
        <text:h text:outline-level="1">The vote</text:h>
        <text:p>A<text:s/>text, <text:a xlink:href="https://example.org/">a link</text:a>.</text:p>
        <text:list><text:list-item><text:p>point</text:p></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
        <table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
        </office:document-content>
        """
      ),
    ]
    let article = try #require(try read(OfficeImporter(), members, path: "a").first)
    #expect(article.title == "The vote")
    #expect(article.blocks.map(\.text) == ["The vote", "A text, a link.", "point", "a\tb"])
    #expect(article.blocks.flatMap(\.links).map(\.address) == ["https://example.org/"])
  }

  @Test func `a book gives its chapters, with the pieces of each together`() throws {
    let members = [
      ("mimetype", "application/epub+zip"),
      (
        "META-INF/container.xml",
        "<container><rootfile full-path=\"O/p.opf\"/></container>"
      ),
      (
        "O/p.opf",
        """
        <package xmlns:dc="d"><metadata><dc:title>Book</dc:title><dc:creator>Writer</dc:creator>
        <dc:date>2020</dc:date></metadata><manifest>
        <item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="a%201.xhtml"/>
        <item id="b" href="b.xhtml"/><item id="c" href="c.xhtml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>
        """
      ),
      (
        "O/nav.xhtml",
        "<html><body><nav><a href=\"a%201.xhtml\">One</a><a href=\"c.xhtml#x\">Two</a></nav></body></html>"
      ),
      ("O/a 1.xhtml", "<html><body><p>First.</p></body></html>"),
      ("O/b.xhtml", "<html><body><p>Still first.</p></body></html>"),
      ("O/c.xhtml", "<html><body><p>Second.</p></body></html>"),
    ]
    let chapters = try read(EPUBImporter(), members, path: "a.epub")
    #expect(chapters.map(\.title) == ["One", "Two"])
    #expect(chapters.first?.blocks.map(\.text) == ["First.", "Still first."])
    #expect(chapters.first?.source == "Book")
    #expect(chapters.first?.author == "Writer")
  }

  @Test func `mutated archives give text or a sentence`() {
    let archive = StoredZip(word).bytes
    var random = SeededRandom(seed: 7)
    for _ in 0..<60 {
      var bytes = archive
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let source = ByteSource(data: Data(bytes), path: "a.docx", modified: nil)
      OfficeImporter().readTexts(source) { result in
        if case .failure(let failure) = result {
          #expect(failure.description.hasPrefix("a.docx "))
        }
      }
    }
  }
}

/// A ZIP archive whose members are stored as they are (APPNOTE.TXT 4.3).
struct StoredZip {
  /// The archive.
  private(set) var bytes: [UInt8] = []

  /// Puts members with their contents in an archive.
  init(_ members: [(String, String)]) {
    var directory: [UInt8] = []
    for member in members {
      let (name, content) = (Array(member.0.utf8), Array(member.1.utf8))
      let size = Self.number(content.count, 4)
      let common =
        Self.number(20, 2) + Self.number(0, 8) + Self.number(Int(Self.crc32(content)), 4) + size
        + size + Self.number(name.count, 2) + Self.number(0, 2)
      let offset = Self.number(bytes.count, 4)
      bytes += [0x50, 0x4B, 3, 4] + common + name + content
      directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 10) + offset
      directory += name
    }
    let start = bytes.count
    bytes += directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4)
    bytes += Self.number(members.count, 2) + Self.number(members.count, 2)
    bytes += Self.number(directory.count, 4) + Self.number(start, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
