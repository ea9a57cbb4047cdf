import Foundation
import Testing

@testable import Reader

/// The program itself, in a terminal, typed into as a reader would.
@Suite("A reader at the terminal")
struct ReadingJourneyTests {
  /// Opens the seeds and waits until names are found.
  private func open(columns: Int = 120, rows: Int = 40) throws -> TmuxSession {
    let session = try TmuxSession(
      columns: columns, rows: rows, command: [TmuxSession.reader, Seeds.folder])
    try session.wait(for: "1/2")
    if columns >= 100 { try session.wait(for: "Organizations") }
    return session
  }

  /// The Arabic title as it stands on the screen: presentation forms, in visual order.
  private let arabicWord = "\u{FEAD}\u{FEA9}\u{FE8E}\u{FECF}"

  @Test("Three panes: list, text and names; Arabic joined and at the right edge")
  func panes() throws {
    let session = try open()
    let screen = try session.screen()
    #expect(screen.contains("Articles 1/2"))
    #expect(screen.contains("People"))
    #expect(screen.contains("Places"))
    #expect(screen.contains("Organizations"))
    try session.send("j")
    try session.wait(for: arabicWord)
  }

  @Test("From Al-Kazemi to the Arabic article and back, with letters on the names")
  func hintsAndBack() throws {
    let session = try open()
    try session.send("Enter", "f")
    try session.wait(for: "a letter selects a name")
    try session.send("Escape")
    // A key that follows an Esc at once would be taken for Alt and that key.
    var screen = try session.wait { !$0.contains("a letter selects a name") }
    // Each Enter goes one mention further, which the screen shows.
    for _ in 0..<30 where !screen.contains("next article") {
      let before = screen
      try session.send("Enter")
      screen = try session.wait("another mention") { $0 != before }
    }
    try session.wait(for: "2/2")
    try session.send("C-o")
    try session.wait(for: "1/2")
  }

  @Test("A search answers as it is typed, Enter opens the hit, Esc comes back")
  func search() throws {
    let session = try open()
    try session.send("/")
    try session.wait(for: "every article with a word")
    try session.type("الكاظمي")
    try session.wait { $0.hasPrefix(" 2 articles") }
    try session.send("Enter")
    try session.wait(for: #/1/\d+ ﻲﻤﻇﺎﻜﻟﺍ/#)
    try session.send("n")
    try session.wait(for: #/2/\d+ ﻲﻤﻇﺎﻜﻟﺍ/#)
    try session.send("/")
    try session.type("zebra")
    try session.wait(for: "Nothing found")
    try session.send("Escape")
    try session.wait(for: "Articles")
  }

  @Test("The help, a command by its name, and leaving with q")
  func helpAndCommands() throws {
    let session = try open()
    try session.send("?")
    try session.wait(for: "half-page-down")
    try session.send("q")
    try session.wait(for: "Articles")
    try session.send(":")
    try session.type("zen")
    try session.send("Enter")
    try session.wait { !$0.contains("Articles") }
    try session.send("q")
    try session.wait(for: "Articles")
    try session.send("q")
    if try session.screen().contains("Articles") { try session.send("q") }
    #expect(try session.waitForEnd() == .status(0))
  }

  @Test("The screen follows its size, down to 20 by 5")
  func resizing() throws {
    let session = try open()
    try session.resize(columns: 80, rows: 24)
    try session.wait { !$0.contains("People") }
    try session.resize(columns: 20, rows: 5)
    try session.wait { $0.split(separator: "\n").count <= 5 }
    try session.resize(columns: 120, rows: 40)
    try session.wait(for: "People")
  }

  @Test("Ctrl-Z gives the shell back, fg the screen")
  func suspension() throws {
    let session = try TmuxSession(
      columns: 120, rows: 40, command: ["/bin/bash", "--norc", "-i"])
    try session.type("PS1='ready> '; \(TmuxSession.reader) \(Seeds.folder)\n")
    try session.wait(for: "Articles 1/2")
    try session.send("C-z")
    try session.wait(for: "Stopped")
    try session.type("fg\n")
    try session.wait(for: "Articles 1/2")
  }

  @Test("An article from standard input; keys come from the terminal")
  func standardInput() throws {
    let session = try TmuxSession(
      columns: 80, rows: 24,
      command: ["/bin/sh", "-c", "echo 'Talks in Cairo went on.' | \(TmuxSession.reader)"])
    try session.wait(for: "Talks in Cairo")
    try session.send("q")
    #expect(try session.waitForEnd() == .status(0))
  }

  @Test("An empty library says how to fill it")
  func emptyLibrary() throws {
    let session = try TmuxSession(columns: 80, rows: 24, command: [TmuxSession.reader])
    try session.wait(for: "reader import")
    let file = session.home.appending(path: ".local/share/reader/library.sqlite")
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  @Test("A star and a filter; both are found again, the star after another start")
  func starsAndFilters() throws {
    let session = try TmuxSession(
      columns: 120, rows: 40,
      command: [
        "/bin/sh", "-c",
        "'\(TmuxSession.reader)' import '\(Seeds.folder)'; "
          + "'\(TmuxSession.reader)'; echo again; read go; '\(TmuxSession.reader)'",
      ])
    try session.wait(for: "Library 1/2")
    try session.send("s")
    try session.wait(for: "\u{2605}")
    try session.send("&")
    try session.type("is:unread -is:starred")
    try session.wait(for: "1/1 of 2")
    try session.send("Enter")
    try session.wait { !$0.contains("\u{2605}") }
    try session.send("C-o")
    try session.wait(for: "Library 1/2")
    try session.send("Q")
    try session.wait(for: "again")
    try session.send("Enter")
    try session.wait(for: "Library 1/2")
    try session.wait(for: "\u{2605}")
    try session.send(":")
    try session.type("filter starred")
    try session.send("Enter")
    try session.wait(for: "1/1 of 2")
    try session.send("u")
    try session.wait(for: "nothing to undo")
    try session.send("s", "u")
    try session.wait(for: "Undone: starred")
  }

  @Test("A note on the line, in the editor, and after another start")
  func notes() throws {
    let session = try TmuxSession(
      columns: 120, rows: 40,
      command: [
        "/bin/sh", "-c",
        "'\(TmuxSession.reader)' import '\(Seeds.folder)'; "
          + "'\(TmuxSession.reader)'; echo again; read go; '\(TmuxSession.reader)'",
      ], environment: ["EDITOR": "printf 'in the editor' >>"])
    try session.wait(for: "Library 1/2")
    try session.send("a")
    try session.type("On the line,")
    try session.send("Enter")
    try session.wait(for: "\u{270E} On the line,")
    try session.send("V")
    try session.wait(for: "in the editor")
    try session.send("u")
    try session.wait { !$0.contains("in the editor") }
    try session.send("Q")
    try session.wait(for: "again")
    try session.send("Enter")
    try session.wait(for: "\u{270E} On the line,")
  }
}
