import Foundation
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
      fetcher: Pages(pages: ["https://news.example/water": Self.page]))
  }

  private func item(_ guid: String, _ title: String, _ text: String, link: String = "") -> String {
    "<item><guid isPermaLink=\"false\">\(guid)</guid><title>\(title)</title>"
      + (link.isEmpty ? "" : "<link>\(link)</link>")
      + "<content:encoded><![CDATA[\(text)]]></content:encoded></item>"
  }

  private func take(
    _ items: [String], from target: String = "https://a.example/feed"
  ) async throws -> FetchRun.Harvest {
    let feed =
      "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
      + "<title>Wire</title>\(items.joined())</channel></rss>"
    return try await harvester.read(
      Source(kind: .feed, target: target),
      FetchResponse(status: 200, body: Data(feed.utf8), address: target))
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
    #expect(try library.overviews(of: [second]).first?.articles == 1)
  }

  @Test("A source that is removed takes its articles along only where that is wanted")
  func removal() async throws {
    _ = try await take([item("1", "One", long)])
    _ = try await take([item("2", "Two", "Another. " + long)], from: "https://b.example/feed")
    #expect(try library.removeSource("https://a.example/feed", withArticles: false) == 0)
    #expect(try library.articleCount() == 2)
    #expect(try library.removeSource("https://b.example/feed", withArticles: true) == 1)
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
}
