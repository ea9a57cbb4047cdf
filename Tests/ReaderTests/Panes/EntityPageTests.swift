import Model
import Testing

@testable import Reader

@Suite("The page of a name")
struct EntityPageTests {
  private func seeds(columns: Int = 120, rows: Int = 40) throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: rows)
  }

  @Test("It shows both names, kind, counts, spellings, company, articles and every mention")
  func page() throws {
    var driver = try seeds(rows: 60)
    try driver.putCursor(on: "Moyes")
    driver.press("e")
    let screen = driver.screen
    #expect(screen.contains("Hela Moyes"))
    #expect(screen.contains("person · 2 mentions in 2 articles · 1 Arabic, 1 English"))
    #expect(screen.contains("Names"))
    #expect(screen.contains("Appears with"))
    #expect(screen.contains("Articles 2"))
    #expect(screen.contains("Mentions 2"))
    #expect(screen.contains("kidnapping of German activist Hela Moyes"))
    #expect(driver.state[EntityPagePane.self]?.lines.contains { $0 == .chart } == false)
  }

  @Test("It says what its articles call a person by office, which is no mention")
  func offices() throws {
    var driver = try seeds(rows: 60)
    try driver.putCursor(on: "Al-Kazemi")
    driver.press("e")
    #expect(driver.screen.contains("called"))
    #expect(
      driver.state[EntityPagePane.self]?.content?.offices.contains("Iraqi Prime Minister") == true)
    let names = try #require(
      driver.state[EntityPagePane.self]?.content?.page.entity.names.map(\.text))
    #expect(!names.contains { $0.contains("Prime Minister") })
  }

  @Test("Enter on a mention goes to it in the text, going back comes to the page's very line")
  func intoTheText() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    let start = try #require(driver.state.location)
    driver.press("e", "n")
    let page = try #require(driver.state[EntityPagePane.self]?.bookmark)
    #expect(driver.foot.contains("2/"))
    let mention = try #require(driver.state[EntityPagePane.self]?.selectedMention)
    driver.press("Enter")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(driver.state.reading?.content.summary.id == mention.place.id)
    #expect(driver.state.reading?.cursor == mention.mention.range.lowerBound)
    driver.press("Ctrl-O")
    #expect(driver.state[EntityPagePane.self]?.bookmark == page)
    driver.press("]")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(driver.state.reading?.cursor == mention.mention.range.lowerBound)
    driver.press("[", "[")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(driver.state.location == start)
  }

  @Test("The mentions are those of all articles, each with its number")
  func mentions() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    driver.press("e")
    let page = try #require(driver.state[EntityPagePane.self])
    let entity = page.entity
    #expect(page.mentionCount == 4)
    driver.press("g", "N")
    #expect(driver.foot.contains("4/4"))
    let last = try #require(driver.state[EntityPagePane.self]?.selectedMention)
    #expect(last.language == .arabic)
    #expect(last.number == 3)
    driver.press("Enter")
    #expect(driver.state.selection == .entity(entity))
    #expect(driver.textUnderCursor == "بغداد")
  }

  @Test("From a page to the page of one it appears with, and back")
  func company() throws {
    var driver = try seeds(rows: 60)
    try driver.putCursor(on: "Moyes")
    driver.press("e", "g")
    for _ in 0..<60 {
      if case .companion? = driver.state[EntityPagePane.self]?.selectedLine { break }
      driver.press("j")
    }
    guard case .companion(let companion)? = driver.state[EntityPagePane.self]?.selectedLine else {
      Issue.record("no company on the page")
      return
    }
    let before = try #require(driver.state[EntityPagePane.self]?.bookmark)
    driver.press("Enter")
    #expect(driver.state[EntityPagePane.self]?.entity == companion.entity.id)
    driver.press("Ctrl-O")
    #expect(driver.state[EntityPagePane.self]?.bookmark == before)
    driver.press("q")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(!driver.handedOut.contains(.quit))
  }

  @Test("It opens from the panel of names too, on every size of screen")
  func sizes() throws {
    for (columns, rows) in [(80, 24), (200, 60), (40, 10), (20, 5), (3, 2)] {
      var driver = try seeds(columns: columns, rows: rows)
      driver.press("Enter", "Tab", "j", "e")
      let page = try #require(driver.state[EntityPagePane.self])
      #expect(page.top == 0 || rows < 8)
      #expect(
        page.entity
          == NamesPane.names(in: driver.state)[driver.state[NamesPane.self]?.selected ?? 0].entity
          .id)
      for key in ["G", "g", "j", "k", "Space", "b", "n", "N", "Ctrl-D", "Ctrl-U", "Ctrl-E"] {
        driver.press(key)
        #expect(driver.grid.size == GridSize(rows: rows, columns: columns))
        let shown = try #require(driver.state[EntityPagePane.self])
        #expect((shown.top..<shown.top + driver.state.paneHeight).contains(shown.selected))
      }
    }
  }

  @Test("B on a companion lists the articles that name both, and only there")
  func articlesOfBoth() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 60)
    try driver.putCursor(on: "Baghdad")
    driver.press("e", "g", "B")
    #expect(driver.foot.contains("Appears with"))
    for _ in 0..<40 {
      if case .companion? = driver.state[EntityPagePane.self]?.selectedLine { break }
      driver.press("j")
    }
    guard case .companion(let companion)? = driver.state[EntityPagePane.self]?.selectedLine else {
      Issue.record("no companion")
      return
    }
    driver.press("B")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(driver.state.list.count == companion.articles)
    let content = try #require(driver.state.reading?.content)
    #expect(content.mentions.contains { $0.entity == companion.entity.id })
  }

  @Test("Mentions have the name in one column, with day and source where there is room")
  func keywordInContext() throws {
    let text =
      "He told Sara Bello so. Then, long after that, everyone in town saw Sara Bello again."
    let word = "Sara Bello"
    let starts = text.ranges(of: word).map { range in
      text[..<range.lowerBound].unicodeScalars.count
    }
    var columns: Set<Int> = []
    for start in starts {
      let snippet = Snippet(text: text, ranges: [TextRange(start, start + 10)])
      let line = SnippetLine(snippet, width: 40, options: LayoutOptions(), isCentred: true).line
      let shown = line.cells.map { $0.source.lowerBound }
      #expect(line.width <= 40)
      #expect(!shown.isEmpty)
      let set = SnippetLine(snippet, width: 40, options: LayoutOptions(), isCentred: true)
      columns.insert(line.cells.firstIndex(where: set.isHit) ?? -1)
    }
    #expect(columns == [20])
  }
}
