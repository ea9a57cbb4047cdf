import Foundation
import Model
import Testing

@testable import Reader

@Suite("The list of articles")
final class ListTests {
  private let file = FileManager.default.temporaryDirectory.appending(
    path: "list-\(UUID().uuidString).jsonl")

  init() throws {
    let articles: [[String: String]] = [
      [
        "title": "Cabinet votes on the long delayed budget for harbours and railways of the south",
        "source": "Wire", "date": "2024-03-02T14:05:00Z",
      ],
      ["title": "A quiet evening", "source": "Gazette", "date": "2024-03-02"],
      [
        "title": "مجلس الوزراء يقر الموازنة العامة الجديدة بعد جلسة طويلة استمرت حتى الفجر",
        "source": "البيان", "date": "2024-03-01",
      ],
    ]
    let lines = try articles.enumerated().map { number, article in
      let object = article.merging(["text": "Text number \(number) of the three."]) { $1 }
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: file)
  }

  private func library() throws -> Library {
    let library = try Library.inMemory()
    _ = try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
      .run(paths: [file.path]) { _ in }
    return library
  }

  private func driver(
    columns: Int = 120, rows: Int = 24, visit: LastVisit? = nil
  ) throws -> ScreenDriver {
    ScreenDriver(
      library: try library(), opening: .library("library"), columns: columns, rows: rows,
      visit: visit)
  }

  /// The rows of the list's pane, without the header and the line at the foot.
  private func rows(_ driver: ScreenDriver) -> [String] {
    driver.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.prefix { $0 != "\u{2502}" }.trimmingCharacters(in: .whitespaces) }
  }

  @Test("Titles take two lines, sources and times stand under them, days over their articles")
  func rowsOfArticles() throws {
    let rows = try self.rows(driver())
    #expect(rows[0].hasPrefix("\u{2500} 2024-03-02 \u{2500}"))
    #expect(rows[1].hasSuffix("Cabinet votes on the long"))
    #expect(rows[2].hasSuffix("\u{2026}"))
    #expect(rows[3] == "Wire \u{B7} 14:05")
    #expect(rows[4].hasSuffix("A quiet evening"))
    #expect(rows[5] == "Gazette")
    #expect(rows[6].hasPrefix("\u{2500} 2024-03-01 \u{2500}"))
    #expect(!rows.contains { $0.contains(".jsonl") })
  }

  @Test("One line of a title is enough where the setting says so")
  func oneLine() throws {
    var driver = try self.driver()
    driver.press(":")
    driver.type("set list.lines 1")
    driver.press("Enter")
    #expect(rows(driver)[2] == "Wire \u{B7} 14:05")
  }

  @Test("Where articles are not sorted by day, each has its own under it")
  func otherOrders() throws {
    var driver = try self.driver()
    driver.press(":")
    driver.type("sort title")
    driver.press("Enter")
    #expect(rows(driver)[0].hasSuffix("A quiet evening"))
    #expect(rows(driver)[1] == "Gazette \u{B7} 2024-03-02")
    #expect(!rows(driver).contains { $0.hasPrefix("\u{2500} ") })
  }

  @Test("The article at the cursor is whole on every screen, and no room is left at the end")
  func scrolling() throws {
    for height in 5..<14 {
      var driver = try self.driver(columns: 80, rows: height)
      driver.press("G")
      let last = rows(driver).last { !$0.isEmpty }
      // The source's six letters, in the shapes that the screen shows.
      #expect(last?.unicodeScalars.count == 6 || height < 6)
      #expect(driver.grid.cursor != nil)
      driver.press("g")
      #expect(driver.state.list.top == 0)
      #expect(driver.grid.cursor != nil)
    }
  }

  @Test("The day stays over its articles while they scroll, where there are rows enough")
  func dayOnTop() throws {
    let lines = (10..<40).map { number in
      "{\"title\": \"Number \(number)\", \"text\": \"It is number \(number).\", "
        + "\"date\": \"2024-03-0\(number < 30 ? 2 : 1)\"}"
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    for (height, isShown) in [(24, true), (10, false)] {
      var driver = try self.driver(columns: 80, rows: height)
      for _ in 1..<30 {
        driver.press("j")
        let list = driver.state.list
        let selected = list.selectedArticle?.title ?? ""
        let row = rows(driver).firstIndex { $0.hasSuffix(selected) }
        #expect(row.map { $0 + 1 < rows(driver).count } == true, "\(selected) is whole")
        if isShown {
          let day = list.top < 20 ? "2024-03-02" : "2024-03-01"
          #expect(rows(driver)[0].hasPrefix("\u{2500} \(day)"), "\(selected)")
        }
      }
      if !isShown { #expect(!rows(driver)[0].hasPrefix("\u{2500}")) }
    }
  }

  @Test("The list starts at the article where it was left, or at the first where that is gone")
  func lastArticle() throws {
    var driver = try self.driver()
    driver.press("j")
    let left = driver.state
    #expect(left.list.selected == 1)
    driver = try self.driver(visit: LastVisit(left))
    #expect(driver.state.list.selected == 1)
    #expect(driver.title == "A quiet evening")

    // Who leaves before the list has come loses nothing.
    var early = State(size: left.size, opening: .library("library"), nameScript: .latin)
    LastVisit(left).restore(&early)
    #expect(LastVisit(early) == LastVisit(left))

    var kept = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(LastVisit(left))) as? [String: Any])
    kept["article"] = 4_000
    let gone = try JSONDecoder().decode(
      LastVisit.self, from: JSONSerialization.data(withJSONObject: kept))
    driver = try self.driver(visit: gone)
    #expect(driver.state.list.selected == 0)
    #expect(driver.title?.hasPrefix("Cabinet votes") == true)
  }

  @Test("A file of visits that is missing, damaged or huge is passed over and written again")
  func damagedVisits() throws {
    let folder = file.deletingPathExtension()
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["XDG_STATE_HOME": folder.path]
    #expect(KeptVisits.visit(of: "library", environment: environment) == nil)
    let visit = LastVisit(try driver().state)
    let kept = folder.appending(path: "reader/visits.json")
    for damaged in ["", "{\"visits\": [{}]}", String(repeating: " ", count: 1 << 21) + "{}"] {
      try KeptVisits.keep(visit, of: "other", environment: environment)
      try Data(damaged.utf8).write(to: kept)
      #expect(KeptVisits.visit(of: "library", environment: environment) == nil)
      try KeptVisits.keep(visit, of: "library", environment: environment)
      #expect(KeptVisits.visit(of: "library", environment: environment) == visit)
    }
  }
}
