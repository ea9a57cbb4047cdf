import Model
import Testing

@testable import Reader

@Suite("The measure of text, and the place kept in it")
struct PlaceTests {
  @Test("The place survives any sequence of sizes", arguments: UInt64(1)...12)
  func anySizes(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let path = seed.isMultiple(of: 2) ? Seeds.arabic : Seeds.english
    var driver = try ScreenDriver(paths: [path], columns: 120, rows: 24)
    driver.press("Enter")
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      driver.press(["j", "Space", "Ctrl-E", "w", "b"].randomElement(using: &random) ?? "j")
    }
    let before = try #require(driver.state.reading)
    for _ in 0..<20 {
      driver.resize(
        columns: Int.random(in: 1...220, using: &random),
        rows: Int.random(in: 3...70, using: &random))
      let reading = try #require(driver.state.reading)
      #expect(reading.cursor == before.cursor)
      #expect(
        (reading.top..<reading.top + driver.state.textHeight).contains(reading.cursorRow))
    }
    driver.resize(columns: 120, rows: 24)
    let after = try #require(driver.state.reading)
    #expect(after.top == before.top && after.cursor == before.cursor, "seed \(seed)")
  }

  @Test("Text is 72 columns wide, in the middle where it is alone, at its own edge elsewhere")
  func measure() throws {
    for (path, isArabic) in [(Seeds.english, false), (Seeds.arabic, true)] {
      var driver = try ScreenDriver(paths: [path], columns: 240, rows: 40)
      driver.press("Enter")
      let reading = try #require(driver.state.reading)
      #expect(reading.layout.setting.width == 72)
      #expect((reading.layout.direction == .rightToLeft) == isArabic)
      let pane = try #require(driver.edges(of: 1...30, pane: 1))
      if isArabic { #expect(pane.right == 1) } else { #expect(pane.left == 1) }
      driver.press("z")
      let alone = try #require(driver.edges(of: 1...30, pane: 0))
      #expect(alone.left >= 84 && alone.right >= 84)
      driver.press(":")
      driver.type("width 40")
      driver.press("Enter")
      #expect(driver.state.reading?.layout.setting.width == 40)
    }
  }

  @Test("Under the title stand source, date and language, and no file where a source is known")
  func heading() {
    let article = Article(
      origin: ArticleOrigin(path: "/a/b.txt"), text: ScalarText("Text."), paragraphs: [],
      title: "Title",
      language: .english, source: "Reuters")
    let heading = ArticleCaption.heading(of: article)
    #expect(heading.text == ScalarText("Reuters \u{B7} English"))
  }

  @Test("An Arabic source does not turn the date after it around")
  func dateAfterArabic() throws {
    let article = Article(
      origin: ArticleOrigin(path: "/a/b.txt"), text: ScalarText("Text."), paragraphs: [],
      title: "Title", language: .english,
      date: ArticleDate(seconds: 1_711_281_600, origin: .stated),
      source: "\u{627}\u{644}\u{62D}\u{64A}\u{627}\u{629}")
    let layout = ArticleLayout(article, setting: TextSetting(width: 60))
    let line = try #require(layout.rows.first { $0.kind == .source }?.line)
    let drawn = String(String.UnicodeScalarView(line.cells.map(\.glyph)))
    #expect(drawn.contains("2024-03-24"))
  }
}

extension ScreenDriver {
  /// How many columns are empty on the left and right of a pane, in the rows given.
  fileprivate func edges(of rows: ClosedRange<Int>, pane: Int) -> (left: Int, right: Int)? {
    var edges: (left: Int, right: Int)?
    for row in rows {
      let text = Array(grid.row(row))
      let bounds = text.split(
        omittingEmptySubsequences: false, whereSeparator: { $0.glyph == "\u{2502}" })
      guard bounds.indices.contains(pane) else { return nil }
      let cells = Array(bounds[pane])
      guard let first = cells.firstIndex(where: { $0.glyph != " " }),
        let last = cells.lastIndex(where: { $0.glyph != " " })
      else { continue }
      let found = (left: first, right: cells.count - 1 - last)
      edges = (min(edges?.left ?? .max, found.left), min(edges?.right ?? .max, found.right))
    }
    return edges
  }
}
