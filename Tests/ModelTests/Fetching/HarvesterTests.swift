import Foundation
import Synchronization
import Testing

@testable import Model

@Suite("What sources bring is taken into the library")
struct HarvesterTests {
  private let library: Library
  private let harvester: Harvester

  /// Answers with canned pages.
  private struct Pages: Fetcher {
    var pages: [String: String]

    func fetch(_ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool) async {
      for (number, request) in requests.enumerated() {
        let answer: FetchAnswer =
          pages[request.target].map {
            .success(FetchResponse(status: 200, body: Data($0.utf8), address: request.target))
          } ?? .failure(FetchFailure("was not found"))
        guard await receive(number, answer) else { return }
      }
    }
  }

  /// Answers to no request, and counts them.
  private final class Silence: Fetcher {
    let batches = Mutex<[Int]>([])
    let requests = Mutex(0)

    func fetch(_ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool) async {
      batches.withLock { $0.append(requests.count) }
      for number in requests.indices {
        self.requests.withLock { $0 += 1 }
        guard await receive(number, .failure(FetchFailure("did not answer"))) else { return }
      }
    }
  }

  private static let paragraph =
    "<p>Ministers from Baghdad and Ankara spoke of the river, its dams and the fields below them, "
    + "and agreed to meet again in Basra.</p>"
  private static let page =
    "<!doctype html><html><head><title>Water talks</title></head><body>"
    + "<nav><a href=\"/\">Home</a></nav><article><h1>Water talks</h1>"
    + String(repeating: paragraph, count: 12) + "</article></body></html>"

  init() throws {
    library = try Library.inMemory()
    harvester = Harvester(
      library: library, tagger: FakeTagger(names: ["Baghdad": .place]),
      resolver: try TaggerFixture.resolver.get(),
      fetcher: Pages(pages: [
        "https://news.example/water": Self.page,
        "https://news.example/list": "<!doctype html><html><body><p>No article.</p></body></html>",
      ]))
  }

  private func item(_ guid: String, _ title: String, _ text: String, link: String = "") -> String {
    "<item><guid isPermaLink=\"false\">\(guid)</guid><title>\(title)</title>"
      + (link.isEmpty ? "" : "<link>\(link)</link>")
      + "<content:encoded><![CDATA[\(text)]]></content:encoded></item>"
  }

  private func take(
    _ items: [String], from target: String = "https://a.example/feed",
    settings: SourceSettings = SourceSettings()
  ) async throws -> FetchRun.Harvest {
    let feed =
      "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
      + "<title>Wire</title>\(items.joined())</channel></rss>"
    return try await harvester.read(
      Source(kind: .feed, target: target, settings: settings),
      FetchResponse(status: 200, body: Data(feed.utf8), address: target))
  }

  private func titles(of target: String = "https://a.example/feed") throws -> Set<String> {
    let source = Source(kind: .feed, target: target)
    let articles = try library.overviews(of: [source])[0].articles
    return Set(try library.summaries(of: Array(articles)).map(\.title))
  }

  private let long = String(
    repeating: "<p>A sentence of some words that tells of Baghdad.</p>", count: 20)

  @Test("An item is taken once, its change in its place, and what leaves the feed stays")
  func updates() async throws {
    let first = try await take([item("1", "One", long), item("2", "Two", "Another. " + long)])
    #expect((first.new, first.updated, first.unchanged) == (2, 0, 0))
    let again = try await take([item("1", "One", long), item("2", "Two", "Another. " + long)])
    #expect((again.new, again.updated, again.unchanged) == (0, 0, 2))
    let changed = try await take([item("2", "Two", "Another, corrected. " + long)])
    #expect(changed.new == 0 && changed.updated + changed.new == 1)
    #expect(try library.articleCount() == 2)
  }

  @Test("The page behind a short text takes its place, and no summary replaces it later")
  func fullText() async throws {
    let link = "https://news.example/water"
    _ = try await take([item("1", "Water talks", "Ministers met.", link: link)])
    let id = try #require(try library.articles(at: "https://a.example/feed").first)
    let text = try #require(try library.content(of: id)).article.text.string
    #expect(text.contains("its dams and the fields below them") && !text.contains("Home"))
    let again = try await take([item("1", "Water talks", "Ministers met again.", link: link)])
    #expect(again.new == 0)
    #expect(try library.content(of: id)?.article.text.string == text)
  }

  @Test("The pages of a host are asked for together, and no more of them where it does not answer")
  func silence() async throws {
    let silence = Silence()
    let harvester = Harvester(
      library: library, tagger: FakeTagger(names: [:]),
      resolver: try TaggerFixture.resolver.get(), fetcher: silence)
    let items = (1...9).map { number in
      let host = number < 9 ? "one" : "two"
      return item("\(number)", "T\(number)", "Short.", link: "https://\(host).example/\(number)")
    }
    let feed = "<rss><channel><title>Wire</title>\(items.joined())</channel></rss>"
      .replacing("content:encoded", with: "description")
    let harvest = try await harvester.read(
      Source(kind: .feed, target: "https://a.example/feed"),
      FetchResponse(status: 200, body: Data(feed.utf8), address: "https://a.example/feed"))
    #expect(harvest.new == 9)
    #expect(silence.batches.withLock { $0 } == [1, 8])
    #expect(silence.requests.withLock { $0 } == 4)
  }

  @Test("One link in two sources is one article")
  func sharedLink() async throws {
    let link = "https://news.example/other"
    _ = try await take([item("1", "One", long, link: link)])
    let other = try await take(
      [item("x", "One", "With more. " + long, link: link + "?utm_source=rss")],
      from: "https://b.example/feed")
    #expect(other.new == 0)
    #expect(try library.articleCount() == 1)
    let second = Source(kind: .feed, target: "https://b.example/feed")
    #expect(try library.overviews(of: [second]).first?.articles.count == 1)
  }

  @Test("A source that is removed takes its articles along only where that is wanted")
  func removal() async throws {
    let resolver = try TaggerFixture.resolver.get()
    _ = try await take([item("1", "One", long)])
    _ = try await take([item("2", "Two", "Another. " + long)], from: "https://b.example/feed")
    #expect(
      try library.removeSource("https://a.example/feed", withArticles: false, resolver: resolver)
        == 0)
    #expect(try library.articleCount() == 2)
    #expect(
      try library.removeSource("https://b.example/feed", withArticles: true, resolver: resolver)
        == 1)
    #expect(try library.articleCount() == 1)
  }

  @Test("A page in the place of a feed is said to be one")
  func page() async throws {
    await #expect(throws: FetchFailure.self) {
      try await harvester.read(
        Source(kind: .feed, target: "https://a.example/"),
        FetchResponse(status: 200, body: Data(Self.page.utf8), address: "https://a.example/"))
    }
  }

  @Test("A filter takes the new items that it finds, and leaves the others out for good")
  func filter() async throws {
    var settings = SourceSettings()
    settings.filter = "place:baghdad -match"
    let items = [
      item("1", "Talks", long), item("2", "Match", "<p>A match in Baghdad.</p>" + long),
      item("3", "Rain", String(repeating: "<p>It rains on the hills all day.</p>", count: 40)),
    ]
    #expect(try await take(items, settings: settings).new == 1)
    #expect(try titles() == ["Talks"])
    // The filter is for new items: what was left out does not come with another one.
    #expect(try await take(items + [item("4", "More", "More. " + long)]).new == 1)
    #expect(try titles() == ["Talks", "More"])
  }

  @Test("Of a page of links each article of its site is taken once")
  func links() async throws {
    let source = Source(kind: .links, target: "https://news.example/")
    let page = """
      <!doctype html><html><head><title>News</title></head><body>
      <nav><a href="/about">All about this site of news</a></nav><main>
      <h2><a href="/water">Water talks</a></h2><a href="/water?utm_source=front">Read all of it here</a>
      <h2><a href="/list">A page without article</a></h2>
      <h2><a href="/lost">A page that is not there</a></h2>
      <h2><a href="https://other.example/x">A page of another site</a></h2>
      </main></body></html>
      """
    let response = FetchResponse(
      status: 200, body: Data(page.utf8), address: "https://news.example/")
    #expect(try await harvester.read(source, response).new == 1)
    #expect(try await harvester.read(source, response).new == 0)
    #expect(try titles(of: "https://news.example/") == ["Water talks"])
  }

  @Test("Old articles go as `keep` says, but none in which the reader has a hand")
  func keep() async throws {
    let dates = (1...6).map { day in "<pubDate>0\(day) Nov 2020 10:00:00 GMT</pubDate>" }
    let items = dates.enumerated().map { number, date in
      item("\(number)", "Article \(number)", "Number \(number). " + long)
        .replacing("</item>", with: date + "</item>")
    }
    _ = try await take(items)
    func id(_ title: String) throws -> ArticleID {
      try #require(
        try library.summaries(in: 0..<6, order: .newestFirst).first { $0.title == title }
      ).id
    }
    _ = try library.apply(.star(true, [try id("Article 0")]))
    _ = try library.apply(.mark("a", PlaceMark(article: try id("Article 1"), position: 0)))
    var source = Source(kind: .feed, target: "https://a.example/feed")
    source.settings.keep = .articles(2)
    let now = Date(timeIntervalSince1970: 1_604_750_400)
    #expect(try library.prune(source, at: now) == 2)
    #expect(try titles() == ["Article 0", "Article 1", "Article 4", "Article 5"])
    #expect(try library.prune(source, at: now) == 0)
    // They stay away while the feed holds them, and come again in no other form.
    #expect(try await take(items).new == 0)
    source.settings.keep = .days(2)
    #expect(try library.prune(source, at: now) == 1)
    #expect(try titles() == ["Article 0", "Article 1", "Article 5"])
  }

  @Test("A noted article stays, however old it is, and when its source goes")
  func keepNoted() async throws {
    _ = try await take((0..<4).map { item("\($0)", "Article \($0)", "Number \($0). " + long) })
    let ids = try library.allArticles()
    _ = try library.apply(.notes([Note("Ask the ministry", on: .article(ids[1]))]))
    var source = Source(kind: .feed, target: "https://a.example/feed")
    source.settings.keep = .articles(0)
    #expect(try library.prune(source, at: .now) == 3)
    #expect(try library.allArticles() == [ids[1]])
    let resolver = try TaggerFixture.resolver.get()
    let removed = try library.removeSource(source.target, withArticles: true, resolver: resolver)
    #expect(removed == 0)
    let noted = try #require(try library.summaries(of: [ids[1]]).first)
    #expect(try library.found("note:ministry") == [noted.title])
  }

  @Test("Queries find articles by what their source and its groups are called on the list")
  func names() async throws {
    _ = try await take([item("1", "One", long)])
    _ = try await take([item("2", "Two", "Another. " + long)], from: "https://b.example/feed")
    func found(_ query: SearchQuery) throws -> Int {
      try library.list(query, order: .newestFirst).count
    }
    #expect(try found(SearchQuery("source:rivers")) == 0)
    let first = Source(
      kind: .feed, target: "https://a.example/feed", name: "My Wire", group: "Rivers")
    try library.note([first])
    #expect(try found(SearchQuery("source:rivers")) == 1)
    #expect(try found(SearchQuery("-source:\"my wire\"")) == 1)
    #expect(try found(SearchQuery("source:wire")) == 2)
    #expect(
      try found(SearchQuery(articlesGivenBy: ["https://b.example/feed"], named: "Other")) == 1)
    #expect(
      try library.completions(of: "is:unread source:") == [
        "is:unread source:\"My Wire\"", "is:unread source:Rivers", "is:unread source:Wire",
      ])
    #expect(try library.completions(of: "source:riv") == ["source:Rivers"])
    #expect(try library.completions(of: "-la") == ["-lang:"])
    #expect(try library.completions(of: "lang:a") == ["lang:ar"])
    try harvester.finish()
    #expect(try library.completions(of: "place:bagh") == ["place:Baghdad"])
    try library.note([])
    #expect(try found(SearchQuery("source:rivers")) == 0)
  }
}
