import Foundation
import Model
import Testing

@testable import Reader

@Suite("Filtering the list")
struct FilterTests {
  private func seeds(columns: Int = 120) throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: 40)
  }

  /// What stands over the list.
  private func header(_ driver: ScreenDriver) -> String {
    String(driver.screen.prefix { $0 != "\u{2502}" }).trimmingCharacters(in: .whitespaces)
  }

  @Test("& filters with every letter; the header says what is hidden; Enter opens what is left")
  func types() throws {
    var driver = try seeds(columns: 200)
    driver.press("&")
    driver.type("lang:")
    #expect(driver.screen.contains("lang: has no value (at character 1)"))
    #expect(header(driver) == "Articles 1/2")
    driver.type("ar")
    #expect(header(driver) == "Articles 1/1 of 2 \u{B7} lang:ar")
    driver.press("Enter")
    #expect(driver.title?.hasPrefix("غادر") == true)
    #expect(driver.state.list.filter?.query.text == "lang:ar")
  }

  @Test("The header keeps the filter's name where there is little room")
  func narrowHeader() throws {
    var driver = try seeds(columns: 62)
    driver.press(":")
    driver.type("filter unread")
    driver.press("Enter")
    #expect(header(driver).hasSuffix("\u{B7} unread"))
    #expect(header(driver).hasPrefix("1/2"))
  }

  @Test("Esc in the line leaves everything as it was")
  func escapes() throws {
    var driver = try seeds()
    driver.press("Enter", "j", "j")
    let start = driver.state.location
    driver.press("&")
    driver.type("lang:ar")
    driver.press("Esc")
    #expect(driver.state.location == start)
    #expect(driver.state.list.rows[1] != nil)
  }

  @Test("A malformed filter is told and stays in the line")
  func malformed() throws {
    var driver = try seeds()
    driver.press("&")
    driver.type("iraq lang:xx")
    driver.press("Enter")
    #expect(driver.screen.contains("xx is not a language Reader knows (at character 11)"))
    #expect(driver.foot.hasPrefix("&iraq lang:xx"))
    driver.press("Esc", ":")
    driver.type("filter after:20")
    driver.press("Enter")
    #expect(driver.foot.contains("20 is not a date"))
    #expect(driver.state.list.filter == nil)
  }

  @Test(
    "Esc clears the filter with the cursor on the article shown; back restores filter and place")
  func clearsAndComesBack() throws {
    var driver = try seeds()
    driver.press("&")
    driver.type("lang:ar")
    driver.press("Enter", "l", "j", "j")
    let filtered = try #require(driver.state.location)
    driver.press("Esc")
    #expect(driver.state.list.filter == nil)
    #expect(driver.state.list.count == 2 && driver.state.list.selected == 1)
    #expect(driver.state.reading?.row == 1)
    driver.press("Ctrl-O")
    #expect(driver.state.location == filtered)
    #expect(header(driver).hasSuffix("lang:ar"))
    driver.press("Ctrl-O")
    #expect(driver.state.list.filter == nil)
    #expect(driver.title?.hasPrefix("Iraqi") == true)
    driver.press("]")
    #expect(driver.state.location == filtered)
  }

  @Test("A name leads to articles that the filter hides, and that is said; J goes on in the list")
  func jumpsOutOfTheFilter() throws {
    var driver = try seeds()
    driver.press(":")
    driver.type("filter en")
    driver.press("Enter")
    try driver.putCursor(on: "Moyes")
    driver.press("Enter")
    #expect(driver.title?.hasPrefix("غادر") == true)
    #expect(driver.foot.contains("the list's filter hides this article"))
    #expect(driver.state.reading?.row == nil)
    #expect(driver.state.list.filter != nil)
    driver.press("J")
    #expect(driver.title?.hasPrefix("Iraqi") == true)
  }

  @Test("Nothing left in is said, and the article shown stays")
  func nothing() throws {
    var driver = try seeds()
    driver.press(":")
    driver.type("filter zebrafish")
    driver.press("Enter")
    #expect(driver.screen.contains("No article is left."))
    #expect(driver.foot.contains("Esc lists all"))
    #expect(driver.title?.hasPrefix("Iraqi") == true)
    driver.press("j", "s", "u", "Esc")
    #expect(driver.state.list.count == 2)
  }

  @Test("What is read under a filter for unread stays until the filter is asked for again")
  func staysWhileRead() throws {
    var driver = try seeds()
    for count in [2, 1] {
      driver.press(":")
      driver.type("filter unread")
      driver.press("Enter")
      #expect(driver.state.list.count == count)
      driver.press("Enter", "h")
      #expect(driver.state.list.rows[0]?.isRead == true)
    }
    driver.press(":")
    driver.type("filter off")
    driver.press("Enter")
    #expect(driver.state.list.count == 2)
  }

  @Test("A search or filter is saved, listed, chosen, forgotten and brought back")
  func savesSearches() throws {
    var driver = try seeds(columns: 200)
    driver.press("&")
    driver.type("lang:ar")
    driver.press("Enter", ":")
    driver.type("save arabic news")
    driver.press("Enter")
    #expect(driver.foot.contains("saved as arabic news"))
    driver.press("Esc", ":")
    driver.type("saved")
    driver.press("Enter")
    #expect(driver.screen.contains("arabic news"))
    #expect(driver.screen.contains("lang:ar"))
    driver.press("Enter")
    #expect(header(driver) == "Articles 1/1 of 2 \u{B7} arabic news")
    driver.press(":")
    driver.type("saved")
    driver.press("Enter", "x")
    #expect(driver.foot.contains("no longer saved"))
    driver.press("u", "Esc", ":")
    driver.type("saved arabic news")
    driver.press("Enter")
    #expect(driver.state.list.filter?.name == "arabic news")
  }

  @Test("O sorts the list by title, source, path and date, with the cursor on the article shown")
  func sorts() throws {
    var driver = try seeds()
    let first = driver.title
    #expect(driver.state.order == .path)
    driver.press("O")
    #expect(driver.state.order == .title)
    #expect(driver.title == first)
    #expect(driver.state.list.selectedArticle?.title == first)
    let titles = driver.state.list.rows.sorted { $0.key < $1.key }.map(\.value.title)
    #expect(titles == titles.sorted())
    driver.press(":")
    driver.type("sort source")
    driver.press("Enter")
    #expect(driver.state.order == .source)
    driver.press(":")
    driver.type("sort length")
    driver.press("Enter")
    #expect(driver.foot.contains("newest, path, title, source, not"))
    #expect(driver.state.order == .source)
  }

  @Test("Going back leads to the article left, in whatever order it is listed now")
  func goesBackAfterSorting() throws {
    var driver = try seeds()
    driver.press("j")
    let left = driver.title
    driver.press("O", "g")
    driver.press("Ctrl-O")
    #expect(driver.title == left)
    #expect(driver.state.list.selectedArticle?.title == left)
  }

  @Test("Rows of an earlier filter that come late are passed over")
  func lateRows() throws {
    var driver = try seeds()
    driver.press("&")
    driver.type("lang:ar")
    let request = ListRequest(query: SearchQuery("lang:en"), order: .path, rows: 0..<9)
    for (request, count) in [(request, 77), (ListRequest(order: .path, rows: 0..<9), 55)] {
      let question = FetchRows(request: request)
      let answer = ListAnswer(request: request, count: count, total: 99, first: 0, summaries: [])
      driver.deliver(
        .answered(
          Reply(inquiry: Inquiry(question: question, number: nil)) {
            question.take(answer, in: &$0)
          }))
    }
    #expect(driver.state.list.count == 1)
  }
}
