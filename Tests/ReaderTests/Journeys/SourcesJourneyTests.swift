import Foundation
import TestSupport
import Testing

@testable import Reader

@Suite("From a feed to its articles at the terminal") struct SourcesJourneyTests {
  private static let english = String(
    repeating: "<p>Mustafa Al-Kazemi spoke in Baghdad of the river, its dams and the fields.</p>",
    count: 16)
  private static let arabic = String(
    repeating: "<p>تحدث مصطفى الكاظمي في بغداد عن النهر والسدود والحقول من حوله.</p>", count: 16)

  private static func page(_ title: String, _ text: String) -> String {
    "<!doctype html><html><head><title>\(title)</title></head><body><nav>Menu</nav>"
      + "<article><h1>\(title)</h1>\(text)</article></body></html>"
  }

  private static func feed(_ title: String, _ item: String, _ link: String) -> String {
    "<rss version=\"2.0\"><channel><title>\(title)</title><item><title>\(item)</title>"
      + "<link>\(link)</link><guid>\(link)</guid><description>Short.</description></item>"
      + "</channel></rss>"
  }

  /// A site with a feed in either language, a page that names one of them, and one that fails.
  private static func reply(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    switch request.path {
    case "/":
      .text(
        "<!doctype html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" "
          + "href=\"/english.xml\"></head><body>Home</body></html>")
    case "/english.xml": .text(feed("River Wire", "Talks on the river", "/talks"))
    case "/arabic.xml": .text(feed("أخبار النهر", "محادثات النهر", "/ar"))
    case "/talks": .text(page("Talks on the river", english))
    case "/ar": .text(page("محادثات النهر", arabic))
    default: .text("Not here", status: 404)
    }
  }

  /// Where the program keeps everything in a folder, and asks the server itself.
  private static func environment(_ folder: TemporaryFolder) -> [String: String] {
    [
      "XDG_CONFIG_HOME": folder.url.path, "XDG_DATA_HOME": folder.url.path,
      "NO_PROXY": "127.0.0.1",
    ]
  }

  @Test(
    "Subscribe, fetch with F, narrow to the source, read, jump to the other language, unsubscribe")
  func journey() throws {
    let server = try LoopbackServer { Self.reply($0) }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let environment = Self.environment(folder)
    let subscribed = try ProgramRun(
      ["subscribe", "--group", "Rivers", server.address("/")], environment: environment)
    #expect(subscribed.output == "Subscribed to River Wire.\n1 new, 0 updated from 1 source\n")
    // The other is written by hand, and one that fails.
    let file = folder.url.appending(path: "reader/sources.toml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let more = """
      \(text)
      [[source]]
      feed = "\(server.address("/arabic.xml"))"
      group = "Rivers"
      name = "Nahr"

      [[source]]
      feed = "\(server.address("/lost.xml"))"
      name = "Lost"

      """
    try Data(more.utf8).write(to: file)
    let session = try TmuxSession(
      columns: 120, rows: 40, command: [TmuxSession.reader], environment: environment)
    try session.wait(for: "Library 1/1")
    try session.send("F")
    try session.wait(for: "1 new, 0 updated from 3 sources, 1 failed")
    // What came is older or newer than what was there, which stays the article that is read.
    try session.wait("both articles") { $0.contains("1/2") || $0.contains("2/2") }
    try session.send("S")
    try session.wait(for: "! was not found (status 404)")
    try session.wait { $0.contains("River Wire") && $0.contains("Nahr") }
    // All sources, Lost, Rivers, River Wire.
    try session.send("j", "j", "j", "Enter")
    try session.wait(for: "1/1 of 2 \u{B7} River Wire")
    try session.wait(for: "dams and the fields")
    #expect(try !session.screen().contains("Menu"))
    // All articles again; the last mention in one leads to the first in the article of the other feed.
    try session.send("Escape")
    try session.wait(for: "Library")
    try session.send("Enter", "w", "*")
    var screen = try session.wait(for: "Mustafa Al-Kazemi")
    let ways = ["next article", "on from the first article again"]
    // Each Enter goes one mention further, which the screen shows.
    for _ in 0..<60 where !ways.contains(where: screen.contains) {
      let before = screen
      try session.send("Enter")
      screen = try session.wait("another mention") { $0 != before }
    }
    #expect(ways.contains(where: screen.contains))
    try session.send("S")
    try session.wait(for: "Sources")
    try session.send("G", "x")
    try session.wait(for: "Unsubscribe: k keeps its article")
    try session.send("d")
    try session.wait(for: "Unsubscribed from Nahr; 1 article removed")
    try session.send("Q")
    let listed = try ProgramRun(["sources"], environment: environment)
    #expect(listed.output.contains("River Wire  [Rivers]  1 article, 0 unread"))
    #expect(listed.output.contains("it was not found (status 404)"))
    #expect(!listed.output.contains("Nahr"))
    let search = try ProgramRun(["search", "source:rivers"], environment: environment)
    #expect(search.output.contains("Talks on the river"))
    let again = try ProgramRun(
      ["import", server.address("/english.xml"), server.address("/ar"), server.address("/none")],
      environment: environment)
    #expect(again.output.hasPrefix("1 added, 0 replaced, 1 unchanged, 1 not read"))
    #expect(again.errors.contains("was not found (status 404)"))
    let shown = try ProgramRun(["show", server.address("/ar")], environment: environment)
    #expect(shown.output.contains("محادثات النهر"))
  }

  @Test("An empty library is filled from the screen: :subscribe finds the feed and fetches it")
  func subscribesOnTheScreen() throws {
    let server = try LoopbackServer { Self.reply($0) }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let environment = Self.environment(folder)
    let session = try TmuxSession(
      columns: 120, rows: 40, command: [TmuxSession.reader], environment: environment)
    try session.wait(for: "The library is empty.")
    try session.type(":subscribe \(server.address("/lost.xml"))")
    try session.send("Enter")
    try session.wait(for: "was not found (status 404)")
    try session.type(":subscribe \(server.address("/"))")
    try session.send("Enter")
    try session.wait(for: "Subscribed to River Wire; 1 new, 0 updated from 1 source")
    try session.wait(for: "dams and the fields")
    try session.type(":subscribe \(server.address("/english.xml"))")
    try session.send("Enter")
    try session.wait(for: "River Wire is among the sources already.")
  }
}
