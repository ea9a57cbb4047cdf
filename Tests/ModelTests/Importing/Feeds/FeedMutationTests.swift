import Testing

@testable import Model

/// Feeds that were damaged at random.
@Suite struct FeedMutationTests {
  private static let sources = [
    """
    <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>وكالة &amp; أنباء</title>
    <link>http://news.example/</link><item><title>&lt;b&gt;One&lt;/b&gt;</title><guid>a</guid>
    <pubDate>٣ نوفمبر ٢٠٢٣ 10:30 م</pubDate><content:encoded><![CDATA[<ul><li>x<li>y</ul><table><tr><td>1<td>2
    </table>]]></content:encoded></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/"><title type="html">&lt;i></title>
    <entry><id>1</id><link href="../x"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>y
    <a href="z">q</a></p></div></content><published>22 شعبان 1445</published></entry></feed>
    """,
    #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_html":"<p>a</p>"}]}"#,
    #"<opml><body><outline text="a"><outline text="b" xmlUrl="http://a.example/"/></outline></body></opml>"#,
  ]

  @Test(
    "No damage stops the reading, and nothing that is read holds a control character",
    arguments: 0..<4)
  func survivesMutations(source: Int) {
    var random = SeededRandom(seed: UInt64(source) &+ 20_261_128)
    let original = Array(Self.sources[source].utf8)
    for _ in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("<>&\u{1B}]]>\"".utf8), at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        }
      }
      if let feed = try? Feed(bytes, address: "http://a.example/", now: 1_735_689_600) {
        var repeated: Set<String> = []
        #expect(
          ItemIdentity.identities(of: feed, repeated: &repeated).count == feed.items.count)
        let shown = feed.items.flatMap { $0.text.blocks.map(\.text) + [$0.text.title ?? ""] }
        #expect(!shown.contains { $0.unicodeScalars.contains("\u{1B}") })
      }
      _ = SubscriptionList(opml: bytes)?.opml
    }
  }
}
