import Model
import Testing

@testable import Reader

@Suite("Searching as it is typed")
struct SearchTests {
  private func seeds() throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
  }

  @Test("Hits appear with every letter, and Esc returns to where the reader was")
  func escapeReturns() throws {
    var driver = try seeds()
    driver.press("Enter", "Ctrl-D", "j")
    let start = driver.state.location
    driver.press("/")
    driver.type("baghd")
    #expect(driver.screen.contains("Baghdad"))
    driver.press("Down", "Esc")
    #expect(driver.state.location == start)
  }

  @Test("A file pasted into the line is cut, and what is typed after it does not grow it")
  func hugePaste() throws {
    var driver = try seeds()
    driver.press("/")
    driver.deliver(.pasted(String(repeating: "كلمة \u{202E}", count: 200_000)))
    driver.type("xyz")
    guard let prompt = driver.state[SearchPane.self] else {
      Issue.record("the search is closed")
      return
    }
    #expect(prompt.input.scalars.count == InputLine.limit)
    driver.press("Ctrl-U")
    driver.type("baghdad")
    #expect(driver.screen.contains("Baghdad"))
  }

  @Test("Enter opens at the hit; n and N go on through all articles with their number")
  func goesOn() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("baghdad")
    driver.press("Enter")
    guard case .search(let tour)? = driver.state.selection else {
      Issue.record("no search is under way")
      return
    }
    #expect(driver.textUnderCursor == "Baghdad")
    #expect(driver.foot.contains(tour.counter))
    let all = tour.hits.reduce(0) { $0 + max(1, $1.ranges.count) }
    for number in 2...all {
      driver.press("n")
      #expect(driver.foot.contains("\(number)/\(all)"))
    }
    driver.press("n")
    #expect(driver.foot.contains("1/\(all)"))
  }

  @Test(
    "Spelling makes no difference",
    arguments: [
      "الامريكيه", "الأمريكيّة", "العلاقـات", "AL-HASHEMI’S", "kazémi", "كاظمي", "بغداد",
    ])
  func folds(_ query: String) throws {
    var driver = try seeds()
    driver.press("/")
    driver.type(query)
    guard let prompt = driver.state[SearchPane.self] else {
      Issue.record("the search has gone")
      return
    }
    #expect(prompt.results?.hits.isEmpty == false)
  }

  @Test("A name typed in one script finds the articles that write it in the other")
  func acrossScripts() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("moyes")
    guard let prompt = driver.state[SearchPane.self] else {
      Issue.record("the search has gone")
      return
    }
    let hits = try #require(prompt.results?.hits)
    #expect(hits.count == 2)
    #expect(hits.allSatisfy { !$0.ranges.isEmpty })
  }

  @Test("Opening a hit marks that article read, not the one that was shown before")
  func marksTheRightArticle() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("داعش")
    driver.press("Down", "Enter")
    #expect(driver.title?.hasPrefix("غادر") == true)
    #expect(driver.state.list.rows.mapValues(\.isRead) == [0: false, 1: true])
  }

  @Test("Nothing found is said")
  func nothing() throws {
    var driver = try seeds()
    driver.press("/")
    driver.type("zebrafish")
    #expect(driver.screen.contains("Nothing found"))
    driver.press("Enter")
    #expect(driver.foot.contains("Nothing found for zebrafish"))
  }
}
