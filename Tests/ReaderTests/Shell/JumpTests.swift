import Model
import Testing

@testable import Reader

@Suite("Jumping and coming back")
struct JumpTests {
  private func seeds(columns: Int = 120, rows: Int = 40) throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: rows)
  }

  @Test("Back restores the article, the row at the top, the cursor and what was selected")
  func backIsExact() throws {
    var driver = try seeds(rows: 24)
    try driver.putCursor(on: "Moyes")
    let start = try #require(driver.state.location)
    driver.press("Enter")
    #expect(driver.title?.hasPrefix("غادر") == true)
    driver.press("Ctrl-O")
    #expect(driver.state.location == start)
    driver.press("]")
    #expect(driver.title?.hasPrefix("غادر") == true)
    driver.press("[")
    #expect(driver.state.location == start)
  }

  @Test("Back is exact wherever the pane's top was", arguments: 0...12)
  func backFromEveryTop(_ scrolled: Int) throws {
    var driver = try seeds(columns: 80, rows: 24)
    driver.press("Enter")
    for _ in 0..<scrolled { driver.press("Ctrl-E") }
    let start = try #require(driver.state.reading)
    driver.press("f", "S")
    driver.press("Ctrl-O")
    #expect(driver.state.reading?.top == start.top)
    #expect(driver.state.reading?.cursor == start.cursor)
    driver.press("/")
    driver.type("x")
    driver.press("Esc")
    #expect(driver.state.reading?.top == start.top)
  }

  @Test("A name goes round through all articles and says when it starts over")
  func wraps() throws {
    var driver = try seeds()
    driver.press("J")
    try driver.putCursor(on: "هيلا مويس")
    driver.press("Enter")
    #expect(driver.title?.hasPrefix("Iraqi") == true)
    #expect(driver.foot.contains("from the first article again"))
  }

  @Test("A name that no other article holds goes back to its first mention and says so")
  func onlyHere() throws {
    var driver = try ScreenDriver(
      paths: [Seeds.english], columns: 120, rows: 40)
    try driver.putCursor(on: "Moyes")
    driver.press("Enter")
    #expect(driver.foot.contains("No other article names"))
    #expect(driver.textUnderCursor?.contains("Moyes") == true)
  }

  @Test("Walking through the panel lights up each name and moves the text to its first mention")
  func panel() throws {
    var driver = try seeds()
    driver.press("Tab", "Tab", "j")
    guard case .entity(let entity)? = driver.state.selection else {
      Issue.record("nothing is selected")
      return
    }
    let reading = try #require(driver.state.reading)
    #expect(reading.content.ranges(of: entity).first?.lowerBound == reading.cursor)
    #expect(driver.grid.cells.contains { $0.style.isReversed })
  }

  @Test("A hint's letter selects a name, a capital goes through it")
  func hints() throws {
    var driver = try seeds()
    driver.press("Enter", "f")
    guard let hints = driver.state[HintsPane.self] else {
      Issue.record("no hints")
      return
    }
    let reading = try #require(driver.state.reading)
    let moyes = try #require(
      reading.content.mentions.firstIndex {
        reading.content.article.text[$0.mention.range].contains("Moyes")
      })
    let label = try #require(hints.labels[.mention(moyes)])
    var selecting = driver
    selecting.type(label)
    #expect(selecting.textUnderCursor?.contains("Moyes") == true)
    #expect(selecting.state.selection == .entity(reading.content.mentions[moyes].entity))
    driver.type(label.uppercased())
    #expect(driver.textUnderCursor?.contains("مويس") == true)
  }

  @Test("n and N go through the mentions of the selected name, with their number")
  func nextMention() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    driver.press("*")
    let count = try #require(
      driver.state.reading.map { reading in
        reading.content.ranges(
          of: reading.content.mentions[reading.mentionUnderCursor ?? 0].entity
        ).count
      })
    #expect(driver.foot.contains("1/\(count)"))
    driver.press("n")
    #expect(driver.foot.contains("2/\(count)"))
    driver.press("N", "N")
    #expect(driver.foot.contains("\(count)/\(count)"))
    #expect(driver.textUnderCursor == "Baghdad")
  }
}
