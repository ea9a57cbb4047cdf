import Foundation
import Model
import Testing

@testable import Reader

@Suite("Watched names on the screen") struct WatchedTests {
  /// A library in a file that has the seeds.
  private func seedLibrary(in folder: TemporaryFolder) throws -> Library {
    let library = try Library(at: folder.url.appending(path: "library.sqlite"))
    _ = try ImportJob(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver()
    ).run(paths: [Seeds.folder])
    return library
  }

  @Test("The panel and the page mark a watched name, and the list is filtered by it")
  func marks() throws {
    let folder = try TemporaryFolder()
    let library = try seedLibrary(in: folder)
    var driver = ScreenDriver(
      library: library, opening: .library("library"), columns: 140, rows: 60)
    #expect(!driver.screen.contains("\u{25C6}"))
    let name = try #require(WatchedName(id: "Q1", names: ["Baghdad"], kind: .place))
    try library.keep(WatchList(names: [name]), as: "towns")
    driver.deliver(.imported(ImportReport()))
    let marked = driver.screen.split(separator: "\n").filter { $0.contains("\u{25C6}") }
    #expect(marked.count == 1 && marked[0].contains("\u{25C6}Baghdad"))
    try driver.putCursor(on: "Baghdad")
    driver.press("e")
    #expect(driver.screen.contains("\u{25C6} Baghdad"))
    #expect(driver.screen.contains("watched: towns"))
    driver.press("q", ":")
    driver.type("filter watched")
    driver.press("Enter")
    #expect(driver.state.list.filter?.query.text == "is:watched")
    #expect(driver.state.list.count == 2)
  }

  @Test("A watched name stands out in the text as it does in the panel")
  func text() throws {
    let folder = try TemporaryFolder()
    let library = try seedLibrary(in: folder)
    let name = try #require(WatchedName(id: "Q1", names: ["Baghdad"], kind: .place))
    try library.keep(WatchList(names: [name]), as: "towns")
    var driver = ScreenDriver(
      library: library, opening: .library("library"), columns: 140, rows: 60)
    try driver.putCursor(on: "Baghdad")
    let reading = try #require(driver.state.reading)
    let painter = MentionPainter(state: driver.state, reading: reading)
    for mention in reading.content.mentions {
      let range = mention.mention.range
      let row = reading.layout.rows.lazy.compactMap { row in
        row.line?.cells.first { $0.source.lowerBound == range.lowerBound }
      }.first
      let cell = try #require(row)
      let isWatched = reading.content.article.text[range] == "Baghdad"
      #expect((painter.style(of: cell, in: .body).ink == .accent) == isWatched)
    }
  }
}
