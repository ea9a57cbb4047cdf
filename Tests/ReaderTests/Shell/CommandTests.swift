import Testing

@testable import Reader

@Suite("Commands by key and by name")
struct CommandTests {
  private func seeds() throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
  }

  @Test("Every command stands in the table once, and no key is bound twice in one place")
  func table() {
    #expect(Set(CommandTable.entries.map(\.command)) == Set(Command.allCases))
    #expect(CommandTable.entries.count == Command.allCases.count)
    for context in KeyContext.allCases {
      let keys = CommandTable.entries.flatMap { $0.contexts[context] ?? [] }
      #expect(keys.count == Set(keys).count)
      for key in keys { #expect(Key(name: key)?.name == key) }
    }
  }

  @Test("The help shows every command, and / searches it")
  func help() throws {
    var driver = try seeds()
    driver.press("?")
    var seen = driver.screen
    for _ in 0..<5 {
      driver.press("Space")
      seen += driver.screen
    }
    for entry in CommandTable.entries {
      #expect(seen.contains(entry.command.rawValue))
      for key in entry.keys { #expect(seen.contains(key)) }
    }
    driver.press("g", "/")
    driver.type("bidi")
    #expect(driver.screen.contains("bidi"))
    #expect(!driver.screen.contains("half-page"))
  }

  @Test("The colon takes commands by name, Tab completes, the arrow keys recall")
  func commandLine() throws {
    var driver = try seeds()
    driver.press(":")
    driver.type("ze")
    driver.press("Tab")
    #expect(driver.foot.hasPrefix(":zen"))
    driver.press("Enter")
    #expect(driver.state.arrangement.isZen)
    driver.press(":", "Up", "Enter")
    #expect(!driver.state.arrangement.isZen)
    driver.press(":")
    driver.type("nonsense")
    driver.press("Enter")
    #expect(driver.foot.contains("There is no command nonsense"))
  }

  @Test("A count goes before a command")
  func counts() throws {
    var driver = try seeds()
    driver.press("Enter", "g", "5", "j")
    let five = driver.state.reading?.cursorRow
    driver.press("g", "j", "j", "j", "j", "j")
    #expect(driver.state.reading?.cursorRow == five)
    driver.press("1", "2", "G")
    let twelve = driver.state.reading?.cursorRow
    driver.press("g", "1", "1", "j")
    #expect(driver.state.reading?.cursorRow == twelve)
  }

  @Test("q goes back one view and leaves from the list; Esc never leaves")
  func close() throws {
    var driver = try seeds()
    driver.press("Tab", "Tab", "Esc", "q")
    #expect(driver.state.arrangement.focus == .text)
    driver.press("q")
    #expect(driver.state.arrangement.focus == .list)
    driver.press("Esc")
    #expect(!driver.handedOut.contains(.quit))
    driver.press("q")
    #expect(driver.handedOut.contains(.quit))
  }

  @Test("Opening an article marks it read; r marks it unread again")
  func read() throws {
    var driver = try seeds()
    #expect(driver.state.list.rows[0]?.isRead == false)
    driver.press("Enter")
    #expect(driver.state.list.rows[0]?.isRead == true)
    driver.press("r")
    #expect(driver.state.list.rows[0]?.isRead == false)
  }

  @Test("Copying hands out the logical text")
  func copy() throws {
    var driver = try seeds()
    driver.press("J")
    try driver.putCursor(on: "مصطفى الكاظمي")
    driver.press("y")
    #expect(driver.handedOut.contains(.copy("مصطفى الكاظمي")))
  }
}
