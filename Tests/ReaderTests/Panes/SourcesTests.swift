import Foundation
import Model
import Testing

@testable import Reader

@Suite("The sources on the screen")
struct SourcesTests {
  private let folder: TemporaryFolder
  private let file: SourceListFile

  init() throws {
    folder = try TemporaryFolder()
    for (name, articles) in [("north", 0..<3), ("south", 3..<5)] {
      let path = folder.url.appending(path: name)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      try MadeArticles.lines(articles).write(to: path.appending(path: "news.jsonl"))
    }
    file = SourceListFile(path: folder.url.appending(path: "sources.toml").path)
    for (name, group) in [("north", "Wires"), ("south", "Wires/Far")] {
      try file.add(
        Source(
          kind: .path, target: folder.url.appending(path: name).path, name: name.capitalized,
          group: group))
    }
    try file.add(Source(kind: .feed, target: "https://lost.example/feed", name: "Lost"))
  }

  private func driver(
    columns: Int = 80, rows: Int = 24, saved: KeyValuePairs<String, String> = [:]
  ) throws -> ScreenDriver {
    let library = try Library.inMemory()
    _ = try ImportJob(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver()
    ).run(paths: ["north", "south"].map { folder.url.appending(path: $0).path })
    var state = SourceState()
    state.failures = 1
    state.lastFailure = .init(date: .now, reason: "was not found (status 404)")
    try library.write(state, ofSource: "https://lost.example/feed")
    for (name, query) in saved { _ = try library.apply(.savedSearch(name, query: query)) }
    return ScreenDriver(
      library: library, opening: .library("library"), columns: columns, rows: rows, sources: file)
  }

  /// What a row of the pane says, without the space between its columns.
  private func row(_ number: Int, _ driver: ScreenDriver) -> String {
    driver.screen.split(separator: "\n", omittingEmptySubsequences: false)[number + 1]
      .split(separator: " ").joined(separator: " ")
  }

  @Test("Groups and sources have their counts, and one that failed says why")
  func rows() throws {
    var driver = try driver()
    driver.press("S")
    #expect(driver.screen.hasPrefix(" Sources 1/6"))
    #expect(row(0, driver) == "All sources 5 / 5")
    #expect(row(1, driver) == "Lost ! was not found (status 404) \u{B7} / 0")
    #expect(row(2, driver) == "Wires 5 / 5")
    #expect(row(3, driver) == "North 3 / 3")
    #expect(row(4, driver) == "Far 2 / 2")
    #expect(row(5, driver) == "South 2 / 2")
    driver.press("j")
    #expect(driver.screen.contains("The last fetch failed: it was not found (status 404)"))
    driver.press("S", "G")
    #expect(driver.screen.contains("path \(folder.url.path)/south".prefix(78)))
  }

  @Test("Enter lists the articles of a source or group, and reading them counts")
  func narrows() throws {
    var driver = try driver(columns: 120)
    driver.press("S", "G", "Enter")
    #expect(driver.state.list.count == 2)
    #expect(driver.screen.contains("1/2 of 5 \u{B7} South"))
    driver.press("Enter", "S")
    #expect(row(5, driver) == "South 1 / 2")
    driver.press("j", "j", "j", "Enter")
    #expect(driver.state.list.count == 3)
    driver.press("Esc")
    #expect(driver.state.list.filter == nil)
    // Back leads to the list as it was narrowed, and to the pane before it.
    driver.press("Ctrl-O")
    #expect(driver.state.list.filter?.label == "North")
    driver.press("S", "G", "Enter", "Ctrl-O")
    #expect(driver.screen.hasPrefix(" Sources 6/6"))
  }

  @Test("F fetches the source under the cursor, x takes it off the list after a question")
  func fetchesAndUnsubscribes() throws {
    var driver = try driver()
    driver.press("S", "j", "F")
    #expect(driver.handedOut == [.fetch(["https://lost.example/feed"])])
    driver.press("x")
    #expect(driver.foot.contains("k keeps its 0 articles"))
    driver.press("Esc")
    #expect(try file.read().sources.count == 3)
    driver.press("G", "x", "d")
    #expect(driver.screen.contains("Unsubscribed from South; 2 articles removed"))
    #expect(try file.read().sources.map(\.name) == ["North", "Lost"])
    #expect(driver.state.list.count == 3)
    driver.press("k", "x")
    #expect(driver.foot.contains("several sources"))
  }

  @Test("Tab completes a filter by the names of sources")
  func completes() throws {
    var driver = try driver()
    driver.press("S", "q", "&")
    driver.type("source:w")
    driver.press("Tab")
    #expect(driver.foot.hasPrefix("&source:Wires"))
    #expect(driver.state.list.count == 5)
    driver.press("Tab")
    #expect(driver.foot.hasPrefix("&source:\"Wires/Far\""))
    #expect(driver.state.list.count == 2)
    driver.press("Shift-Tab")
    #expect(driver.state.list.count == 5)
  }

  @Test("Saved searches stand below the sources with what they find and what of it is unread")
  func savedSearches() throws {
    var driver = try driver(saved: ["all english": "lang:en", "spoilt": "after:never"])
    let articles = driver.state.list.rows.values.filter { $0.language == .english }
    let (english, unread) = (articles.count, articles.filter { !$0.isRead }.count)
    #expect(english > 1)
    driver.press("S", "G")
    #expect(driver.screen.hasPrefix(" Sources 9/9"))
    #expect(row(6, driver) == "Saved searches \(unread) / \(english)")
    #expect(row(7, driver) == "all english \(unread) / \(english)")
    #expect(row(8, driver).hasPrefix("spoilt !"))
    driver.press("k", "Enter")
    #expect(driver.state.list.filter?.name == "all english")
    #expect(driver.state.list.count == english)
    // What is read while the list is narrowed counts, though the list keeps it.
    driver.press("Enter", "S", "G", "k")
    let left = driver.state.list.rows.values.filter { !$0.isRead }.count
    #expect(row(7, driver) == "all english \(left) / \(english)")
    // The heading leads to the first of them, and x takes that off the list.
    driver.press("S", "G", "k", "k", "Enter", "x")
    #expect(driver.screen.contains("all english is no longer saved"))
    #expect(row(7, driver).hasPrefix("spoilt !"))
    driver.press("u")
    #expect(row(7, driver).hasPrefix("all english "))
  }

  @Test(":subscribe hands the address out, and asks for one where it is missing")
  func subscribes() throws {
    var driver = try driver()
    driver.press(":")
    driver.type("subscribe")
    driver.press("Enter")
    #expect(driver.foot.contains("as in :subscribe"))
    driver.press(":")
    driver.type("subscribe https://news.example/")
    driver.press("Enter")
    #expect(driver.handedOut == [.subscribe("https://news.example/")])
  }

  @Test("Without sources it says how to add some")
  func empty() throws {
    try FileManager.default.removeItem(atPath: file.path)
    var driver = try driver()
    driver.press("S")
    #expect(driver.screen.contains("There are no sources."))
    driver.press("Enter", "x", "F", "j", "q")
    #expect(driver.screen.contains("Library 1/5"))
  }
}
