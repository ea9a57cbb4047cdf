import Foundation
import Testing

@testable import Model

/// Feeds as servers answer with them.
@Suite struct FeedTests {
  private static let now: Int64 = 1_735_689_600

  private func feed(_ text: String, address: String? = "http://news.example/rss") throws -> Feed {
    try Feed(Array(text.utf8), address: address, now: Self.now)
  }

  private func rss(_ item: String) -> String {
    "<rss version='2.0'><channel><title>Agency</title><link>http://news.example/</link><item>\(item)"
      + "</item></channel></rss>"
  }

  @Test func rssGivesItsItems() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>وكالة</title><link>http://news.example/</link><language>ar</language><ttl>30</ttl>
      <item><title>انتخابات</title><link>/1?a=1&b=2</link><guid isPermaLink="false">a1</guid>
      <author>me@example.com (سلمى)</author><pubDate>Sun, 03 Mar 2024 10:30:00 +0300</pubDate>
      <description>ملخص</description>
      <content:encoded><![CDATA[<p>الأولى.</p><script>x()</script><p>الثانية &nbsp;هنا.</p>]]></content:encoded>
      <enclosure url="/a.mp3" type="audio/mpeg"/></item></channel></rss>
      """)
    #expect(feed.title == "وكالة")
    #expect(feed.language == "ar")
    #expect(feed.minutesToLive == 30)
    let item = try #require(feed.items.first)
    #expect(item.id == "a1")
    #expect(!item.isPermalink)
    #expect(item.text.title == "انتخابات")
    #expect(item.text.url == "http://news.example/1?a=1&b=2")
    #expect(item.text.author == "سلمى")
    #expect(item.text.published == 1_709_451_000)
    #expect(item.extent == .content)
    #expect(item.text.blocks.map(\.text) == ["الأولى.", "الثانية \u{A0}هنا."])
    #expect(item.summary.map(\.text) == ["ملخص"])
    #expect(item.enclosures == ["http://news.example/a.mp3"])
  }

  @Test func atomGivesItsEntries() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://news.example/a/" xml:lang="en">
      <title type="html">A &amp;amp; B</title><link href="/"/><link rel="self" href="atom.xml"/>
      <author><name>Salma</name></author>
      <entry><id>tag:1</id><title type="text">if a &lt; b</title><link rel="edit" href="edit"/>
      <link href="b/1" type="text/html"/><updated>2024-03-03T07:30:00Z</updated>
      <summary>Short.</summary><content type="xhtml" xml:base="c/"><div
      xmlns="http://www.w3.org/1999/xhtml"><p>One <a href="d">link</a>.</p><ul><li>Point</li></ul></div>
      </content></entry></feed>
      """)
    #expect(feed.title == "A & B")
    #expect(feed.link == "http://news.example/")
    let item = try #require(feed.items.first)
    #expect(item.text.title == "if a < b")
    #expect(item.text.url == "http://news.example/a/b/1")
    #expect(item.text.author == "Salma")
    #expect(item.text.published == 1_709_451_000)
    #expect(item.text.blocks.map(\.text) == ["One link.", "Point"])
    #expect(
      item.text.blocks[0].links == [TextLink(range: 4..<8, address: "http://news.example/a/c/d")])
  }

  @Test func olderAndOtherFormatsGiveTheirItems() throws {
    let rdf = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title></channel>
      <item rdf:about="http://news.example/1"><title>One</title><link>http://news.example/1</link>
      <d:creator>Salma</d:creator><d:date>2024-03-03</d:date></item></rdf:RDF>
      """)
    #expect(rdf.items.map(\.text.title) == ["One"])
    #expect(rdf.items[0].text.author == "Salma")
    #expect(rdf.items[0].text.published == 1_709_424_000)
    let atom = try feed(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title>T</title>
      <link rel="alternate" href="http://news.example/1"/><issued>2024-03-03T07:30:00Z</issued>
      <content mode="base64" type="text/html">PHA+SGVsbG8uPC9wPg==</content></entry></feed>
      """)
    #expect(atom.items[0].text.blocks.map(\.text) == ["Hello."])
    let json = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "http://news.example",
      "items": [{"id": 7, "url": "/1", "title": "One", "content_html": "<p>Text</p>",
      "authors": [{"name": "Salma"}], "date_published": "2024-03-03T07:30:00Z"}, "no item"]}
      """)
    #expect(json.items.map(\.id) == ["7"])
    #expect(json.items[0].text.url == "http://news.example/1")
    #expect(json.items[0].text.author == "Salma")
  }

  @Test(
    "A title is shown as it was meant, however often it was escaped",
    arguments: [
      ("&lt;3 القاهرة", "<3 القاهرة"), ("AT&amp;amp;T", "AT&T"), ("AT&T", "AT&T"),
      ("A &lt;b&gt;bold&lt;/b&gt; word", "A bold word"), ("Array&lt;T&gt;", "Array<T>"),
      ("Caf&eacute;", "Café"), ("1 < 2", "1 < 2"), ("a\n  b\u{200F}", "a b"),
      ("donâ€™t", "don’t"), ("&#8217;&#x1B;&#146;", "’’"),
    ])
  func readsTitles(source: String, title: String) throws {
    #expect(try feed(rss("<title>\(source)</title>")).items[0].text.title == title)
  }

  @Test func linksOtherThanOfTheWebAreDropped() throws {
    #expect(try feed(rss("<link>javascript:alert(1)</link>")).items[0].text.url == nil)
    #expect(
      try feed(rss("<link>/أخبار/1</link>")).items[0].text.url
        == "http://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1")
    #expect(
      try feed(rss("<guid>http://news.example/2</guid>")).items[0].text.url
        == "http://news.example/2")
  }

  @Test(
    "A damaged feed gives what is in it",
    arguments: [
      "<br /><b>Warning</b>: x in y<br />\n<?xml version='1.0'?>RSS",
      "\n\n<?xml version='1.0' encoding='windows-1256'?>RSS",
      "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>RSS",
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>RSS", "RSS<script>x</script>",
      "\u{0}\u{1B}RSS",
    ])
  func survivesDamage(text: String) throws {
    let item = "<title>قم\u{8} &unknown;</title><media:thumbnail url='x'/>"
    let feed = try feed(text.replacingOccurrences(of: "RSS", with: rss(item)))
    #expect(feed.items.map(\.text.title) == ["قم &unknown;"])
  }

  @Test func aFeedThatWasCutOffGivesTheItemsBefore() throws {
    let text = rss("<title>First</title><description><![CDATA[<p>Some") + "<item><title>Sec"
    let whole = rss("<title>First</title>").replacingOccurrences(
      of: "</channel></rss>", with: "<item><title>Second</title><link>http://news.exam")
    #expect(try feed(text).items[0].text.title == "First")
    #expect(try feed(whole).items.map(\.text.title) == ["First", "Second"])
  }

  @Test func theBytesDecideTheEncoding() throws {
    let text = rss(
      "<title>انتخاب رئيس جديد للبرلمان في بغداد</title><link>http://news.example/1</link>")
    let table = Dictionary(
      SingleByteTables.windows1256.enumerated().map { ($1, UInt8($0)) },
      uniquingKeysWith: { first, _ in first })
    let bytes = text.unicodeScalars.compactMap { table[$0] }
    for declared in ["utf-8", "iso-8859-1", "windows-1256"] {
      let head = Array("<?xml version='1.0' encoding='\(declared)'?>".utf8)
      for body in [bytes, Array(text.utf8)] {
        #expect(
          try Feed(head + body, now: Self.now).items[0].text.title
            == "انتخاب رئيس جديد للبرلمان في بغداد")
      }
    }
    let russian = Array("<?xml version='1.0' encoding='koi8-r'?><rss><channel><title>".utf8)
    #expect(
      try Feed(
        russian + [0xED, 0xC9, 0xD2] + Array("</title></channel></rss>".utf8), now: Self.now
      ).title
        == "Мир")
  }

  @Test func aPageInPlaceOfAFeedIsSaidToBeOne() throws {
    let page =
      "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>x</body></html>"
    #expect(throws: FeedFailure.page(title: "Just a moment...", feeds: [])) { try feed(page) }
    #expect(throws: FeedFailure.empty) { try feed(" \n") }
    #expect(throws: FeedFailure.unknown) { try feed("Not found") }
    let home = """
      <html><head><base href="http://news.example/sub/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <LINK REL="Alternate" type="application/atom+xml; charset=utf-8" title="أخبار" href="../atom">
      <link rel="alternate" type="application/json" href="wp-json/"><link rel="alternate" hreflang="ar" href="/ar">
      <link rel="stylesheet" type="text/css" href="x"></head><body></body></html>
      """
    let expected = [
      DiscoveredFeed(address: "http://news.example/atom", title: "أخبار"),
      DiscoveredFeed(address: "http://news.example/sub/comments/feed", title: "Comments"),
    ]
    #expect(throws: FeedFailure.page(title: nil, feeds: expected)) { try feed(home) }
  }

  @Test func aTitleThatNothingClosesIsNoneAndNotInTheRefusal() throws {
    let words = String(repeating: "oil ", count: 10_000)
    let unclosed = "<html><head><title>\(words)"
    #expect(throws: FeedFailure.page(title: nil, feeds: [])) { try feed(unclosed) }
    let link = "<link rel='alternate' type='application/rss+xml' href='/\(words)'>"
    #expect(throws: FeedFailure.page(title: nil, feeds: [])) {
      try feed("<html><head>\(link)</head><body>x</body></html>")
    }
  }

  @Test func nestingWithoutEndHarmsNothing() {
    for open in ["<a>", "<item>", "<media:group>", "<!--", "<![CDATA[", "<!DOCTYPE [", "&a", "<?"] {
      let deep = rss(String(repeating: open, count: 100_000))
      _ = try? feed(deep)
    }
    for open in [
      "<b>", "<div>", "<ul><li>", "<a href='x'><p>", "<table><tr><td>", "<blockquote>", "<!--",
    ] {
      let nested = String(repeating: open, count: 20_000)
      _ = try? feed(rss("<description><![CDATA[\(nested)text]]></description>"))
    }
    _ = try? feed(#"{"items":"# + String(repeating: "[", count: 100_000))
  }
}
