import Foundation
import Model
import Testing

@testable import Reader

@Suite("Notes on the screen") struct NotesTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library(at: folder.url.appending(path: "library.sqlite"))
    _ = try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
      .run(paths: [Seeds.folder])
  }

  private func driver(columns: Int = 140) -> ScreenDriver {
    ScreenDriver(library: library, opening: .library("library"), columns: columns, rows: 60)
  }

  private func rows(_ driver: ScreenDriver, with text: String) -> [String] {
    driver.screen.split(separator: "\n").map(String.init).filter { $0.contains(text) }
  }

  @Test("a notes the article: marked in list and heading, under the title; u and Ctrl-R as ever")
  func article() throws {
    var driver = driver()
    driver.press("a")
    driver.type("Ask the ministry")
    #expect(driver.screen.contains("A note on "))
    driver.press("Enter")
    #expect(driver.foot.contains("note written"))
    #expect(driver.state.list.rows[0]?.note == "Ask the ministry")
    // In the row, over the text and under the heading.
    #expect(rows(driver, with: "\u{270E}").count == 3)
    #expect(rows(driver, with: "\u{270E} Ask the ministry").count == 1)
    driver.press("s")
    #expect(driver.screen.contains("\u{2605}\u{270E}"))
    driver.press("u", "u")
    #expect(!driver.screen.contains("\u{270E}"))
    driver.press("Ctrl-R")
    #expect(driver.screen.contains("\u{270E} Ask the ministry"))
    driver.press("a", "Ctrl-U", "Enter")
    #expect(driver.foot.contains("note removed"))
    #expect(!driver.screen.contains("\u{270E}"))
    driver.press("a", "x", "Esc")
    #expect(driver.state.list.rows[0]?.note == nil)
  }

  @Test("A note of several lines is one line while it is typed; an Arabic one stands on the right")
  func lines() throws {
    var driver = driver()
    driver.press("a")
    driver.deliver(.pasted("راجع الوزارة\r\nthen \u{1B}[31mwrite"))
    driver.press("Enter")
    #expect(driver.state.reading?.content.summary.note == "راجع الوزارة\nthen write")
    let noted = try #require(driver.state.reading).layout.rows.filter { $0.kind == .note }
    #expect(noted.map(\.line?.direction) == [.rightToLeft, .leftToRight])
    driver.press("a")
    #expect(driver.foot.contains("\u{21B5}then write"))
    driver.press("!", "Enter")
    #expect(driver.state.reading?.content.summary.note == "راجع الوزارة\nthen write!")
  }

  @Test("On a page and among names a notes the name: the page shows it, panel and list mark it")
  func name() throws {
    var driver = driver()
    try driver.putCursor(on: "Baghdad")
    driver.press("e", "a")
    driver.type("The capital")
    #expect(driver.screen.contains("A note on Baghdad"))
    driver.press("Enter")
    #expect(driver.foot.contains("note on ") && driver.foot.contains(" written"))
    #expect(driver.screen.contains("\u{270E} The capital"))
    driver.press("q")
    #expect(rows(driver, with: "\u{270E}Baghdad").count == 1)
    driver.press("A")
    #expect(driver.screen.contains("\u{270E}"))
    driver.press("q", "J")
    #expect(rows(driver, with: "\u{270E}Baghdad").count == 1)
    driver.press("u", "e")
    #expect(!driver.screen.contains("\u{270E}"))
    driver.press("q", "S", "a")
    #expect(driver.foot.contains("note is for articles"))
  }

  @Test("A page's note is set anew for another width, and the cursor stays")
  func resizedPage() throws {
    var driver = driver()
    try driver.putCursor(on: "Baghdad")
    driver.press("e", ":")
    driver.type("note " + String(repeating: "word ", count: 30))
    driver.press("Enter", "n")
    let mention = driver.state[EntityPagePane.self]?.selectedMention
    #expect(mention != nil)
    driver.resize(columns: 40, rows: 60)
    #expect(driver.state[EntityPagePane.self]?.selectedMention == mention)
    #expect(rows(driver, with: "word").count > 3)
  }

  @Test(
    ":note TEXT writes at once, filter noted lists what is noted, and the page says whose it is")
  func commands() throws {
    var driver = driver()
    driver.press("j", ":")
    driver.type("note later")
    driver.press("Enter", ":")
    driver.type("filter noted")
    driver.press("Enter")
    #expect(driver.state.list.filter?.query.text == "is:noted")
    #expect(driver.state.list.count == 1)
    driver.press("Esc", "&")
    driver.type("note:lat")
    driver.press("Enter")
    #expect(driver.state.list.count == 1)
  }

  @Test("V hands the note to the editor, and takes what was written")
  func editor() throws {
    var driver = driver()
    driver.press(":")
    driver.type("note later")
    driver.press("Enter", "V")
    let article = try #require(driver.state.list.rows[0]?.id)
    let note = NoteToEdit(target: .article(article), text: "later", program: "")
    #expect(driver.handedOut.last == .write(note))
    driver.deliver(.noteWritten(note.target, text: "sooner\n"))
    #expect(driver.state.reading?.content.summary.note == "sooner")
    driver.press("u")
    #expect(driver.state.reading?.content.summary.note == "later")
  }
}
