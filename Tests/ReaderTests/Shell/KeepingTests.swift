import Foundation
import Model
import Testing

@testable import Reader

@Suite("Stars, marks, reading, and taking changes back")
struct KeepingTests {
  @Test("The next start finds filter, order, row, widths and the lines typed as they were left")
  func lastVisit() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    driver.press("&")
    driver.type("lang:ar")
    driver.press("Enter", "O", ">", ":")
    driver.type("width 60")
    driver.press("Enter")
    let kept = try JSONEncoder().encode(LastVisit(driver.state))
    let visit = try JSONDecoder().decode(LastVisit.self, from: kept)
    var state = State(
      size: driver.state.size, opening: .library("library.sqlite"), nameScript: .latin)
    visit.restore(&state)
    #expect(state.list.filter == driver.state.list.filter)
    #expect(state.list.filter != nil)
    #expect(state.order == .title)
    #expect(state.startArticle == driver.state.list.selectedArticle?.id)
    #expect(state.startArticle != nil)
    #expect(
      state.arrangement.widths(columns: 120).map(\.columns)
        == driver.state.arrangement.widths(columns: 120).map(\.columns))
    #expect(state.commandHistory.lines == driver.state.commandHistory.lines)

    // What the configuration says goes before.
    var configuration = Configuration()
    configuration.settings.startFilter = "is:unread"
    configuration.settings.listOrder = .newest
    state = State(
      size: driver.state.size, opening: .library("library.sqlite"), nameScript: .latin,
      configuration: configuration)
    visit.restore(&state)
    #expect(state.list.filter == nil)
    #expect(state.order == .newestFirst)
  }

  private func seeds() throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
  }

  @Test("What is undone before it is done is undone as soon as it is")
  func undoInHaste() throws {
    var state = try seeds().state
    let article = try #require(state.list.rows[0]?.id)
    let star = UserChange.star(true, [article])
    let unstar = UserChange.star(false, [article])
    let typed = ["s", "u"].compactMap { Key(name: $0) }
    #expect(state.update(.key(typed[0])) == [.change(star, .command)])
    #expect(state.update(.key(typed[1])) == [])
    let starred = ChangeMade(change: star, inverse: unstar)
    #expect(
      state.update(.made(starred, .command)) == [.change(unstar, .undo)])
    let unstarred = ChangeMade(change: unstar, inverse: star)
    #expect(state.update(.made(unstarred, .undo)) == [])
    #expect(state.notice?.text.hasPrefix("Undone") == true)
  }

  @Test("s gives a star, u takes it back, Ctrl-R gives it again")
  func stars() throws {
    var driver = try seeds()
    driver.press("s")
    #expect(driver.state.list.rows[0]?.isStarred == true)
    #expect(driver.screen.contains("\u{2605}"))
    driver.press("u")
    #expect(driver.state.list.rows[0]?.isStarred == false)
    #expect(driver.foot.contains("Undone"))
    driver.press("Ctrl-R")
    #expect(driver.state.reading?.content.summary.isStarred == true)
    driver.press("s", "Ctrl-R")
    #expect(driver.foot.contains("Nothing was undone"))
    driver.press("u", "u", "u")
    #expect(driver.foot.contains("There is nothing to undo"))
    #expect(driver.state.list.rows[0]?.isStarred == false)
  }

  @Test("All articles of the list are marked read in one step, and unread again in one")
  func readAll() throws {
    var driver = try seeds()
    driver.press("Enter", "h", ":")
    driver.type("read-all")
    driver.press("Enter")
    #expect(driver.state.list.rows.values.allSatisfy { $0.isRead })
    driver.press("u")
    #expect(driver.state.list.rows.mapValues(\.isRead) == [0: true, 1: false])
    driver.press("Ctrl-R")
    #expect(driver.state.list.rows.values.allSatisfy { $0.isRead })
    driver.press(":")
    driver.type("read-all")
    driver.press("Enter")
    #expect(driver.foot.contains("Nothing had to be changed"))
  }

  @Test("Only what the filter leaves in is marked read")
  func readAllOfAFilter() throws {
    var driver = try seeds()
    driver.press(":")
    driver.type("filter ar")
    driver.press("Enter", ":")
    driver.type("read-all")
    driver.press("Enter", "Esc")
    #expect(driver.state.list.rows.mapValues(\.isRead) == [0: false, 1: true])
  }

  @Test("A letter marks a place, and leads back to it from another article")
  func marks() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    let cursor = driver.state.reading?.cursor
    driver.press("m", "a")
    #expect(driver.foot.contains("mark a is set"))
    driver.press("h", "j", "'", "a")
    #expect(driver.title?.hasPrefix("Iraqi") == true)
    #expect(driver.state.reading?.cursor == cursor)
    #expect(driver.state.arrangement.focus == .text)
    driver.press("'", "b")
    #expect(driver.foot.contains("Nothing is marked b"))
    driver.press("m", "1")
    #expect(driver.foot.contains("A mark is a letter"))
    driver.press("u", "'", "a")
    #expect(driver.foot.contains("Nothing is marked a"))
    driver.press("m", "Esc", "m", "ع", "'", "ع")
    #expect(driver.state.notice?.text == "Mark ع")
  }

  @Test("'' goes to where the last jump started, and back")
  func lastPlace() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    let start = driver.state.location
    driver.press("Enter")
    let there = driver.state.location
    driver.press("'", "'")
    #expect(driver.state.location == start)
    driver.press("'", "'")
    #expect(driver.state.location == there)
  }

  @Test("Stars, marks and the last place are there when the library is opened again")
  func outlivesTheProgram() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "library.sqlite")
    do {
      let library = try Library(at: file)
      _ = try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
        .run(paths: [Seeds.folder])
      var driver = ScreenDriver(
        library: library, opening: .library(file.path), columns: 120, rows: 40)
      driver.press("Enter", "s", "w", "w", "m", "a", "q", "q")
    }
    var driver = ScreenDriver(
      library: try Library(at: file), opening: .library(file.path), columns: 120, rows: 40)
    #expect(driver.state.list.rows.values.filter(\.isStarred).count == 1)
    driver.press("'", "a")
    #expect(driver.foot.contains("Mark a"))
    let marked = driver.state.reading?.cursor
    #expect(marked ?? 0 > 0)
    var again = ScreenDriver(
      library: try Library(at: file), opening: .library(file.path), columns: 120, rows: 40)
    again.press("'", "'")
    #expect(again.state.reading?.cursor == marked)
    #expect(again.foot.contains("Where you were the last time"))
  }

  @Test("The stack forgets what was undone once something else is done")
  func stack() {
    var stack = UndoStack()
    let changes = (0..<3).map { UserChange.star(false, [ArticleID(rawValue: $0)]) }
    stack.note(changes[0], of: .command)
    stack.note(changes[1], of: .command)
    #expect(stack.takeLatest() == changes[1])
    stack.note(changes[2], of: .undo)
    #expect(stack.takeUndone() == changes[2])
    stack.note(changes[1], of: .redo)
    stack.note(.read(true, []), of: .command)
    #expect(stack.takeLatest() == changes[1])
    stack.note(changes[1], of: .undo)
    stack.note(changes[2], of: .command)
    #expect(stack.takeUndone() == nil)
  }
}

extension Message {
  /// The answer that a change was made.
  fileprivate static func made(_ made: ChangeMade, _ cause: ChangeCause) -> Message {
    let question = MakeChange(change: made.change, cause: cause)
    return .answered(
      Reply(inquiry: Inquiry(question: question, number: nil)) { question.take(made, in: &$0) })
  }
}
