import Foundation
import Testing

@testable import Reader

/// What a terminal or a keyboard can do to the program by accident, through a real shell.
@Suite("Nothing pasted runs, nothing stopped hangs")
struct SafetyJourneyTests {
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// A shell with job control in which the seeds are open.
  private func open(_ environment: [String: String] = [:]) throws -> TmuxSession {
    let session = try TmuxSession(
      columns: 100, rows: 20, command: ["sh", "-i"],
      environment: ["PS1": "$ ", "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 })
    try session.type("'\(TmuxSession.reader)' '\(Seeds.english)'")
    try session.send("Enter")
    // By then the article is open, and its names are known.
    try session.wait(for: "People")
    return session
  }

  @Test("A paste that pauses before its end runs nothing")
  func pausedPaste() throws {
    let session = try open()
    let mark = session.home.appending(path: "ran")
    try session.send(bytes: Self.pasteStart + Array("a".utf8))
    try session.wait(for: "no key counts until its end has come")
    try session.send(bytes: Array("|touch '\(mark.path)'\r".utf8))
    try session.send(bytes: Self.pasteEnd)
    // The keys count again: this one opens the help.
    try session.send("?")
    try session.wait(for: "Here: the list of articles")
    #expect(!FileManager.default.fileExists(atPath: mark.path))
  }

  @Test("A paste without an end is given up once the terminal has been still, and runs nothing")
  func lostPaste() throws {
    let session = try open()
    let mark = session.home.appending(path: "ran")
    try session.send(bytes: Self.pasteStart + Array("|touch '\(mark.path)'\r".utf8))
    try session.wait(for: "none of it was taken")
    try session.send("?")
    try session.wait(for: "Here: the list of articles")
    #expect(!FileManager.default.fileExists(atPath: mark.path))
  }

  @Test("Ctrl-Z in an editor stops all, and fg brings the editor back")
  func suspendedEditor() throws {
    // Like an editor in raw mode, this one stops its whole group itself the second time.
    let script = "echo EDITING; read line; kill -TSTP 0; echo AGAIN; read line"
    let session = try open(["VISUAL": "sh -c '\(script)'"])
    try session.send("v")
    try session.wait(for: "EDITING")
    try session.send("C-z")
    try session.wait(for: "topped")
    #expect(try session.value("#{alternate_on}") == "0")
    try session.type("fg")
    try session.send("Enter")
    try session.send("Enter")
    try session.wait("to be stopped again") { $0.split(separator: "topped").count > 2 }
    try session.type("fg")
    try session.send("Enter")
    try session.wait(for: "AGAIN")
    try session.send("Enter")
    try session.wait(for: "1/1")
    #expect(try session.value("#{alternate_on}") == "1")
  }

  @Test("An editor that stops itself alone stops the reader with it")
  func selfStoppedEditor() throws {
    let session = try open(["VISUAL": "exec sh -c 'kill -STOP $$; echo BACK; read line'"])
    try session.send("v")
    try session.wait(for: "topped")
    try session.type("fg")
    try session.send("Enter")
    try session.wait(for: "BACK")
    try session.send("Enter")
    try session.wait(for: "1/1")
  }

  @Test("Ctrl-C and Ctrl-\\ end a command and not the reader", arguments: ["C-c", "C-\\"])
  func interruptedCommand(key: String) throws {
    let session = try open()
    try session.send("|")
    try session.type("echo RUNNING; sleep 1000; sleep 1000")
    try session.send("Enter")
    // What was typed has the word too; the command runs once it stands by itself.
    try session.wait("the command to run") { screen in
      screen.split(separator: "\n").contains { $0.hasPrefix("RUNNING") }
    }
    try session.send(key)
    try session.wait(for: "Enter goes back")
    try session.send("Enter")
    try session.wait(for: "ended by signal")
    try session.wait(for: "1/1")
  }

  @Test("A command starts with no signal ignored or blocked, and reads the article")
  func cleanSignals() throws {
    let session = try open()
    try session.send("|")
    try session.type("grep -E 'Sig(Ign|Blk)' /proc/self/status; grep -c Kazemi")
    try session.send("Enter")
    let screen = try session.wait(for: "Enter goes back")
    // The C library keeps the signals 32 and 33 to itself.
    #expect(screen.contains(#/SigIgn:\s+(0{16}|0{7}180000000)\s/#), "\(screen)")
    #expect(screen.contains(#/SigBlk:\s+0{16}\s/#), "\(screen)")
    #expect(screen.contains(#/\n[1-9][0-9]*\n/#))
  }
}
