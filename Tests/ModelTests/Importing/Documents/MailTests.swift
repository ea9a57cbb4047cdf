import Foundation
import Testing

@testable import Model

/// Messages, mailboxes and saved pages.
struct MailTests {
  private func articles(_ text: String, path: String = "a.eml") -> [StructuredText] {
    var found: [StructuredText] = []
    MailImporter().readTexts(ByteSource(data: Data(text.utf8), path: path, modified: nil)) {
      result in
      if case .success(let article) = result { found.append(article) }
    }
    return found
  }

  /// A newsletter with both alternatives; the plain one says nothing.
  private let newsletter = """
    From: =?utf-8?B?2LXYrdmK2YHYqQ==?= <news@example.org>\r
    Subject: =?UTF-8?Q?Vote_in?=\r
     =?UTF-8?Q?_Tunis?=\r
    Date: Tue, 14 Mar 2023 10:15:00 +0200\r
    MIME-Version: 1.0\r
    Content-Type: multipart/alternative; boundary="b 1"\r
    \r
    --b 1\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    See the page.\r
    --b 1\r
    Content-Type: text/html; charset="utf-8"\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <h1>Vote</h1><p>Caf=C3=A9s were full all day long, a long =\r
    line says. <a href=3D"https://example.org/a">More</a></p>\r
    --b 1--\r
    """

  @Test func `a newsletter gives its page, sender, subject and date`() throws {
    let article = try #require(articles(newsletter).first)
    #expect(article.title == "Vote in Tunis")
    #expect(article.source == "صحيفة")
    #expect(article.published == 1_678_781_700)
    #expect(
      article.blocks.contains { $0.text.contains("Cafés were full all day long, a long line") })
    #expect(article.blocks.flatMap(\.links).map(\.address) == ["https://example.org/a"])
  }

  @Test func `plain text is read where the page only points to it`() throws {
    let long = String(repeating: "Words of the story. ", count: 20)
    let text = newsletter.replacing("See the page.", with: long)
    #expect(try #require(articles(text).first).blocks.first?.text.hasPrefix("Words of the") == true)
  }

  @Test func `a mailbox gives each message, and quoted From lines as they were`() {
    let mailbox = """
      From a@example.org Tue Mar 14 10:15:00 2023
      From: a@example.org
      Subject: One

      >From the start
      it was clear.

      From b@example.org Tue Mar 14 10:15:00 2023
      From: b@example.org
      Subject: Two

      Second text.
      """
    let found = articles(mailbox, path: "box")
    #expect(MailImporter().recognizes(path: "box", head: Array(mailbox.utf8)))
    #expect(found.map(\.title) == ["One", "Two"])
    #expect(found.first?.blocks.map(\.text) == ["From the start it was clear."])
  }

  @Test func `the bytes decide between a declared charset and the real one`() {
    let arabic = "أعلنت الوزارة نتائج الانتخابات"
    let windows: [UInt8] = [0xC3, 0xDA, 0xE1, 0xE4, 0xCA]
    #expect(CharsetDecoding.text(windows, charset: "windows-1256") == "أعلنت")
    #expect(CharsetDecoding.text(Array(arabic.utf8), charset: "windows-1256") == arabic)
    #expect(CharsetDecoding.text([0xC3, 0xD9, 0xE4, 0xE6, 0xCA], charset: "iso-8859-6") == "أعلنت")
    #expect(CharsetDecoding.text([0xB1, 0xB1], charset: "iso-8859-2") == "ąą")
  }

  @Test func `flowed lines are joined`() {
    let blocks = MailText.blocks(
      of: "One line \r\ngoes on.\r\nAnother.\r\n> quoted \r\n> text\r\n-- \r\nSignature",
      isFlowed: true, dropsSpace: false)
    #expect(blocks.map(\.text) == ["One line goes on.", "Another.", "quoted text"])
    #expect(blocks.last?.kind == .quote)
  }

  @Test func `a saved page is handed to the reader of pages with its address`() throws {
    let saved = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://example.org/story
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="x"

      --x
      Content-Type: image/png
      Content-Transfer-Encoding: base64

      AAAA
      --x
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PHA+VGV4dDwvcD4=
      --x--
      """
    let importer = MHTMLImporter { html, address in
      var text = StructuredText()
      text.blocks = [TextBlock(kind: .paragraph, text: "\(html) \(address ?? "")")]
      return text
    }
    #expect(importer.recognizes(path: "a.mhtml", head: Array(saved.utf8)))
    #expect(!MailImporter().recognizes(path: "a.mhtml", head: Array(saved.utf8)))
    let source = ByteSource(data: Data(saved.utf8), path: "a.mhtml", modified: nil)
    let article = try #require(try importer.articles(in: source).first)
    #expect(article.blocks.map(\.text) == ["<p>Text</p> https://example.org/story"])
    #expect(article.url == "https://example.org/story")
  }

  @Test func `mutated messages neither crash nor hang`() {
    var random = SeededRandom(seed: 13)
    for _ in 0..<1000 {
      var bytes = Array(newsletter.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
        default: bytes.insert(contentsOf: bytes[..<min(40, bytes.count)], at: place)
        }
      }
      MailImporter().readTexts(ByteSource(data: Data(bytes), path: "m", modified: nil)) { _ in }
    }
  }
}
