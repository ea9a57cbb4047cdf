import Model
import Testing

@testable import Reader

@Suite("Two articles side by side")
struct SideBySideTests {
  private func seeds(columns: Int = 120, rows: Int = 40) throws -> ScreenDriver {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: rows)
    driver.press("Enter", "c")
    return driver
  }

  @Test("c sets the counterpart beside the article, names of both in one panel, c lets it go")
  func toggle() throws {
    var driver = try seeds()
    #expect(driver.state.showsPair)
    #expect(driver.screen.contains("Iraqi Prime Minister Mustafa"))
    #expect(driver.screen.contains("ﻕﺍﺮﻌﻟﺍ") || driver.screen.contains("العراق"))
    let alone = try ScreenDriver(paths: [Seeds.english], columns: 120, rows: 40)
    let names = NamesPane.names(in: driver.state)
    #expect(names.count > NamesPane.names(in: alone.state).count)
    #expect(Set(names.map(\.entity.id)).count == names.count)
    driver.press("c")
    #expect(driver.state[BesidePane.self] == nil)
    #expect(driver.state.arrangement.pair == nil)
    #expect(driver.state.reading?.layout.setting == driver.state.textSetting)
  }

  @Test("Both texts are laid out for their halves", arguments: [60, 61, 99, 100, 120, 161, 200])
  func halves(_ columns: Int) throws {
    var driver = try seeds(columns: columns)
    for _ in 0..<2 {
      #expect(driver.state.showsPair)
      #expect(driver.state.reading?.layout.setting == driver.state.textSetting)
      let beside = try #require(driver.state[BesidePane.self])
      #expect(beside.reading.layout.setting == beside.setting(in: driver.state))
      driver.press("Tab")
    }
  }

  @Test("The selected name is lit in both, and both stand at the same mention of it")
  func synchronised() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    driver.press("*")
    let entity = try #require(driver.state.entityUnderCursor)
    let beside = try #require(driver.state[BesidePane.self]?.reading)
    #expect(beside.content.ranges(of: entity).first?.lowerBound == beside.cursor)
    #expect(
      (beside.top..<beside.top + driver.state.textHeight).contains(beside.cursorRow))
    let reversed = driver.grid.cells.indices.filter { driver.grid.cells[$0].style.isReversed }
    let columns = Set(reversed.map { $0 % 120 })
    #expect(columns.contains { $0 < 40 } && columns.contains { $0 > 45 && $0 < 88 })
  }

  @Test("Enter on a name goes over to the other article where its next mention is there")
  func jump() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    let start = try #require(driver.state.location)
    driver.press("Enter")
    #expect(driver.textUnderCursor?.contains("مويس") == true)
    #expect(driver.state.showsPair)
    #expect(driver.state.arrangement.pair == ArticlePair(beside: .left))
    driver.press("Ctrl-O")
    #expect(driver.state.location == start)
    #expect(driver.state.showsPair)
  }

  @Test("Tab goes over to the other article and on to the names; each article stays on its side")
  func focus() throws {
    var driver = try seeds()
    let own = driver.state.reading?.content.summary.id
    driver.press("Tab")
    #expect(driver.state.reading?.content.summary.id != own)
    #expect(driver.state.arrangement.pair == ArticlePair(beside: .left))
    driver.press("Tab")
    #expect(driver.state.arrangement.focus == .names)
    driver.press("Shift-Tab", "Shift-Tab")
    #expect(driver.state.reading?.content.summary.id == own)
    #expect(driver.state.arrangement.pair == ArticlePair(beside: .right))
    driver.press("q")
    #expect(driver.state.arrangement.pair == nil)
  }

  @Test("An article that nobody else tells has no counterpart, and that is said")
  func none() throws {
    var driver = try ScreenDriver(paths: [Seeds.english], columns: 120, rows: 40)
    driver.press("Enter", "c")
    #expect(!driver.state.showsPair)
    #expect(driver.foot.contains("No article in the other language"))
    driver = try ScreenDriver(paths: [Seeds.folder], columns: 50, rows: 20)
    driver.press("Enter", "c")
    #expect(driver.foot.contains("need 60 columns"))
  }

  @Test("C marks an article, and on another one shows the two side by side")
  func compare() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    driver.press("C")
    #expect(driver.foot.contains("Marked: C on another article"))
    let marked = try #require(driver.state.reading?.content.summary.id)
    driver.press("j", "j", "C")
    let other = try #require(driver.state.reading?.content.summary.id)
    #expect(other != marked)
    #expect(driver.state[BesidePane.self]?.reading.content.summary.id == marked)
    #expect(driver.state.markedArticle == nil)
    driver.press("c")
    #expect(driver.state[BesidePane.self] == nil)
  }
}
