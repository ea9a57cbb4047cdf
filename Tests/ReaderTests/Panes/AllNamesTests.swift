import Model
import Testing

@testable import Reader

@Suite("All names of the library") struct AllNamesTests {
  private func seeds(columns: Int = 120) throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: 40)
  }

  private func pane(_ driver: ScreenDriver) throws -> AllNamesPane {
    try #require(driver.state[AllNamesPane.self])
  }

  /// The names shown, from the top.
  private func names(_ driver: ScreenDriver) throws -> [FoundEntity] {
    let pane = try pane(driver)
    return try (0..<(try #require(pane.count))).map { try #require(pane.rows[$0]) }
  }

  @Test("All names of all articles are listed, the most mentioned first")
  func mentions() throws {
    var driver = try seeds()
    let inArticle = NamesPane.names(in: driver.state).map(\.entity.id)
    driver.press("A")
    let shown = try names(driver)
    #expect(Set(shown.map(\.entity.id)).isSuperset(of: inArticle))
    let counts = shown.map(\.entity.mentionCount)
    #expect(counts == counts.sorted(by: >))
    #expect(driver.screen.contains("Names 1/\(shown.count) by mentions"))
    #expect(driver.screen.contains("Mustafa Al-Kazemi"))
    driver.press("o")
    let articles = try names(driver).map(\.articles)
    #expect(articles == articles.sorted(by: >))
    #expect(driver.screen.contains("by articles"))
  }

  @Test("Tab goes through the kinds and comes round to all")
  func kinds() throws {
    var driver = try seeds()
    driver.press("A")
    let all = try names(driver).count
    var sum = 0
    for kind in EntityKind.allCases {
      driver.press("Tab")
      let own = try names(driver)
      #expect(own.allSatisfy { $0.entity.kind == kind })
      #expect(driver.screen.contains("\(kind.heading) 1/\(own.count)"))
      sum += own.count
    }
    #expect(sum == all)
    driver.press("Tab")
    #expect(try names(driver).count == all)
    driver.press("Shift-Tab")
    #expect(try names(driver).allSatisfy { $0.entity.kind == EntityKind.allCases.last })
  }

  @Test("What is typed filters in either script, and Esc lists all again")
  func filter() throws {
    var driver = try seeds()
    driver.press("A", "/")
    driver.type("kaze")
    #expect(try names(driver).map { $0.entity.name(in: .latin) } == ["Mustafa Al-Kazemi"])
    driver.press("Esc", "/")
    driver.type("الكاظمي")
    #expect(try names(driver).map { $0.entity.name(in: .latin) } == ["Mustafa Al-Kazemi"])
    driver.press("Enter")
    #expect(driver.foot.contains("opens the page"))
    driver.press("/")
    driver.type(" zzz")
    #expect(try pane(driver).count == 0)
    #expect(driver.screen.contains("No names found."))
    driver.press("Enter", "Enter", "j", "G", "5", "0", "%", "Esc")
    #expect(try names(driver).count > 5)
    driver.press("Esc")
    #expect(driver.state[AllNamesPane.self] == nil)
  }

  @Test("Enter opens the page of a name, and going back comes to the same row")
  func page() throws {
    var driver = try seeds()
    driver.press("Enter")
    let start = try #require(driver.state.location)
    driver.press("A", "j", "j")
    let row = try pane(driver).selected
    let entity = try #require(pane(driver).entityUnderCursor(in: driver.state))
    driver.press("Enter")
    #expect(driver.state[EntityPagePane.self]?.entity == entity)
    #expect(driver.state[AllNamesPane.self] == nil)
    driver.press("Ctrl-O")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(try pane(driver).selected == row)
    #expect(try pane(driver).entityUnderCursor(in: driver.state) == entity)
    driver.press("Ctrl-O")
    #expect(driver.state[AllNamesPane.self] == nil)
    #expect(driver.state.location?.article == start.article)
    driver.press("]")
    #expect(try pane(driver).selected == row)
  }

  @Test("The cursor stays on screen, whatever its size", arguments: [(20, 5), (80, 24), (1, 1)])
  func sizes(_ size: (columns: Int, rows: Int)) throws {
    var driver = try ScreenDriver(
      paths: [Seeds.folder], columns: size.columns, rows: size.rows)
    driver.press("A")
    for key in ["j", "G", "k", "g", "Space", "Ctrl-D", "b", "Ctrl-E", "%"] {
      driver.press(key)
      let pane = try pane(driver)
      #expect((pane.top..<pane.top + driver.state.paneHeight).contains(pane.selected))
      _ = driver.grid
    }
    driver.resize(columns: 50, rows: 7)
    let pane = try pane(driver)
    #expect((pane.top..<pane.top + driver.state.paneHeight).contains(pane.selected))
  }

  @Test("Judging works on the list: a name hidden everywhere is gone from it")
  func judging() throws {
    var driver = try seeds()
    driver.press("A")
    let first = try #require(try names(driver).first?.entity.id)
    driver.press("X")
    #expect(try !names(driver).contains { $0.entity.id == first })
    driver.press("u")
    #expect(try names(driver).contains { $0.entity.id == first })
  }
}
