import Model
import Testing

@testable import Reader

@Suite("People, places and organizations among what a search finds")
struct SearchGroupTests {
  private func seeds(columns: Int = 120, rows: Int = 40) throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: rows)
  }

  private func prompt(_ driver: ScreenDriver) throws -> SearchPane {
    guard let prompt = driver.state[SearchPane.self] else {
      throw Unexpected()
    }
    return prompt
  }

  private struct Unexpected: Error {}

  @Test("They stand above the articles with both names and a count; the cursor is on an article")
  func groups() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("moyes")
    let rows = driver.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1].hasPrefix(" People 1 "))
    #expect(rows[1].contains("Moyes") && rows[1].hasSuffix("2"))
    // The Arabic name in presentation forms, last letter first.
    #expect(rows[1].unicodeScalars.contains { (0xFE70...0xFEFF).contains($0.value) })
    #expect(rows[2].hasPrefix(" Articles 2"))
    #expect(try prompt(driver).selectedLine == .hit(0))
  }

  @Test("Up walks from the articles to the names, and Enter there lists the articles that name it")
  func opensAnEntity() throws {
    var driver = try seeds(columns: 200)
    let start = driver.state.location
    driver.press("/")
    driver.type("moyes")
    driver.press("Up", "Enter")
    guard case .entity? = driver.state.selection else {
      Issue.record("no name is selected")
      return
    }
    #expect(driver.state.arrangement.focus == .list)
    #expect(driver.state.list.filter?.query.text.hasPrefix("person:\"") == true)
    #expect(driver.screen.contains("of 2 \u{B7} person:"))
    #expect(driver.textUnderCursor?.contains("Moyes") == true)
    driver.press("j")
    #expect(driver.title?.hasPrefix("غادر") == true)
    driver.press("Ctrl-O")
    #expect(driver.state.location == start)
  }

  @Test("The keys walk over both and stop at the ends", arguments: [(80, 24), (40, 10), (20, 5)])
  func walks(columns: Int, rows: Int) throws {
    var driver = try seeds(columns: columns, rows: rows)
    driver.press("/")
    driver.type("i")
    for _ in 0..<30 {
      driver.press("Up")
      #expect(driver.grid.cells.contains { $0.style.isReversed })
    }
    #expect(try prompt(driver).selected == 0)
    for _ in 0..<30 { driver.press("Down") }
    let end = try prompt(driver)
    #expect(end.selected == end.lines.count - 1)
  }

  @Test("Ctrl-T finds words only as they are spelled, and the line says so")
  func literally() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("moyes")
    #expect(try prompt(driver).results?.total == 2)
    driver.press("Ctrl-T")
    #expect(try prompt(driver).results?.total == 1)
    #expect(driver.foot.contains("only as spelled (Ctrl-T)"))
    driver.press("Ctrl-T")
    #expect(try prompt(driver).results?.total == 2)
    #expect(!driver.foot.contains("only as spelled"))
  }

  @Test("The syntax stands under the empty line, a mistake above it")
  func syntaxAndMistakes() throws {
    var driver = try seeds()
    driver.press("/")
    for field in ["person:", "place:", "org:", "lang:", "source:", "after:", "before:", "is:"] {
      #expect(driver.screen.contains(field))
    }
    driver.type("kazemi before:2020-31")
    #expect(driver.screen.contains("2020-31 is not a date (at character 15)"))
    #expect(driver.screen.contains("is:unread"))
    driver.press("Enter")
    #expect(driver.foot.hasPrefix("/kazemi before:2020-31"))
    driver.press("Ctrl-U")
    driver.type("\"prime min")
    #expect(driver.screen.contains("The quote at character 1 is not closed."))
    #expect(try prompt(driver).results?.total ?? 0 > 0)
  }

  @Test("Up in the empty line brings earlier searches back; text is edited and pasted in the line")
  func lineEditing() throws {
    var driver = try seeds()
    for text in ["baghdad", "moyes"] {
      driver.press("/")
      driver.type(text)
      driver.press("Enter")
    }
    driver.press("/", "Up")
    #expect(driver.foot.hasPrefix("/moyes"))
    #expect(try prompt(driver).results?.total == 2)
    driver.press("Up")
    #expect(driver.foot.hasPrefix("/baghdad"))
    driver.press("Ctrl-N")
    #expect(driver.foot.hasPrefix("/moyes"))
    driver.press("Down", "Up", "Home", "Del", "Right", "Backspace")
    driver.deliver(.pasted("kaze\nmi "))
    #expect(driver.foot.hasPrefix("/kaze mi yes"))
    driver.press("Left", "Left", "Left", "Left")
    #expect(driver.grid.cursor?.column == 5)
  }

  @Test("Hits beyond the first screens come after, and late ones are passed over")
  func moreHits() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("iraq")
    let before = try prompt(driver)
    let hits = try #require(before.results?.hits)
    func deliver(from first: Int, of query: String) {
      let question = SearchOn(query: SearchQuery(query), first: first)
      driver.deliver(
        .answered(
          Reply(inquiry: Inquiry(question: question, number: nil)) { question.take(hits, in: &$0) }
        ))
    }
    deliver(from: hits.count, of: "iraq")
    #expect(try prompt(driver).lines.count == before.lines.count + hits.count)
    deliver(from: hits.count, of: "iraq")
    deliver(from: 2 * hits.count, of: "ira")
    #expect(try prompt(driver).lines.count == before.lines.count + hits.count)
  }
}
