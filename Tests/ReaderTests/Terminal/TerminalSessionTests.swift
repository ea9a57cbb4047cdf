import Foundation
import Testing

@testable import Reader

@Suite("The terminal is left as it was found") struct TerminalSessionTests {
  /// The calibration screen, started from a shell that prints how it ended and what the terminal is
  /// set to before and after.
  private func start(_ environment: [String: String] = [:]) throws -> TmuxSession {
    let script = """
      stty -a >"$HOME/before"; "$0" doctor --calibrate; echo "status $?"
      stty -a >"$HOME/after"; cmp "$HOME/before" "$HOME/after" && echo same; exec cat
      """
    let session = try TmuxSession(
      columns: 72, rows: 16, command: ["sh", "-c", script, TmuxSession.reader],
      environment: environment)
    try session.wait(for: "Which line reads right")
    #expect(try session.value("#{alternate_on}") == "1")
    return session
  }

  private func reader(in session: TmuxSession) throws -> Int32 {
    let shell = try session.processID()
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(Int32(children.split(separator: " ").first ?? ""))
  }

  private func expectRestored(_ session: TmuxSession) throws {
    try session.wait(for: "same")
    #expect(try session.value("#{alternate_on} #{cursor_flag}") == "0 1")
  }

  @Test("By a key")
  func key() throws {
    let session = try start()
    try session.send("q")
    try session.wait(for: "status 0")
    try expectRestored(session)
  }

  @Test(
    "By a signal, a crash included",
    arguments: [
      SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGSYS, SIGUSR1,
      SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT, 34, 64,
    ])
  func signal(number: Int32) throws {
    let session = try start(["SWIFT_BACKTRACE": "enable=no"])
    kill(try reader(in: session), number)
    try session.wait(for: "status \(128 + number)")
    try expectRestored(session)
  }

  @Test("In the background it waits, and one signal ends it")
  func background() throws {
    let script = """
      set -m; "$0" doctor --calibrate & job=$!
      state() { cut -d ' ' -f 3 "/proc/$job/stat" 2>/dev/null; }
      while [ "$(state)" != T ]; do sleep 0.02; done
      kill $job; kill -CONT $job
      while kill -0 $job 2>/dev/null; do sleep 0.02; done
      wait $job; echo "status $?"; exec cat
      """
    let session = try TmuxSession(
      columns: 72, rows: 16, command: ["sh", "-c", script, TmuxSession.reader])
    try session.wait(for: "status 143")
    #expect(try session.value("#{alternate_on} #{cursor_flag}") == "0 1")
  }

  @Test("By a hangup it does not hang")
  func hangup() throws {
    let session = try start()
    let process = try reader(in: session)
    session.kill()
    let end = Date(timeIntervalSinceNow: TmuxSession.patience)
    while kill(process, 0) == 0, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
    #expect(kill(process, 0) != 0)
  }

  @Test("Suspended and continued, the screen comes back")
  func suspend() throws {
    let session = try TmuxSession(
      columns: 72, rows: 16, command: ["sh", "-i"], environment: ["PS1": "$ "])
    try session.type("'\(TmuxSession.reader)' doctor --calibrate")
    try session.send("Enter")
    try session.wait(for: "Which line reads right")
    try session.send("C-z")
    try session.wait(for: "topped")
    #expect(try session.value("#{alternate_on} #{cursor_flag}") == "0 1")
    try session.type("fg")
    try session.send("Enter")
    try session.wait(for: "Which line reads right")
    #expect(try session.value("#{alternate_on}") == "1")
  }

  @Test("A new size is taken over")
  func resize() throws {
    let session = try start()
    // The lines end three columns and their own width from the left, whatever the screen's is.
    for (columns, rows) in [(50, 9), (20, 5), (100, 30)] {
      try session.resize(columns: columns, rows: rows)
      try session.wait { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropFirst(3).first?.unicodeScalars.count == 3 + min(60, columns - 4)
      }
    }
  }

  @Test("The line that reads right is kept")
  func calibrate() throws {
    let session = try start()
    try session.wait { $0.contains("\u{FED2}\u{FEDF}") || $0.contains("\u{FE91}") }
    try session.send("3")
    let report = try session.wait(for: "inverse (chosen for this terminal)")
    #expect(report.contains("tmux, with no client attached"))
    let kept = session.home.appending(path: ".local/state/reader/terminals.json")
    #expect(try String(contentsOf: kept, encoding: .utf8).contains("inverse"))
  }

  @Test("In tmux it is sent what each terminal needs that shows it in turn")
  func attach() throws {
    // Konsole gets letters, which it joins, the others get their forms.
    let letters = "الكاظمي"
    let session = try TmuxSession(
      columns: 80, rows: 24, command: [TmuxSession.reader, Seeds.arabic])
    let isVisual = { (screen: String) in
      screen.unicodeScalars.contains("\u{FEC7}") && !screen.contains(letters)
    }
    try session.wait("the visual way", until: isVisual)
    for _ in 0..<2 {
      let konsole = try session.attach(
        ["KONSOLE_VERSION": "221203", "TERM": "xterm-256color"])
      try session.wait(for: letters)
      konsole.kill()
      try session.wait("the visual way", until: isVisual)
    }
  }

  @Test("The way that is kept from the command line is forgotten there too")
  func keep() throws {
    let session = try TmuxSession(
      columns: 80, rows: 24, command: [TmuxSession.reader, Seeds.arabic])
    try session.wait(for: "1/1")
    let kept = session.home.appending(path: ".local/state/reader/terminals.json")
    for (line, notice, isKept) in [
      (":bidi inverse keep", "inverse way, here from now on", true),
      (":bidi visual", "visual way", true), (":bidi auto keep", "this terminal needs", false),
    ] {
      try session.type(line)
      try session.send("Enter")
      try session.wait(for: notice)
      #expect(try String(contentsOf: kept, encoding: .utf8).contains("inverse") == isKept)
    }
  }

  @Test(
    "Letters are letters whatever the locale",
    arguments: [["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": ""], ["LC_ALL": "no_SUCH.locale"]])
  func locale(environment: [String: String]) throws {
    let session = try start(environment)
    try session.wait(for: "\u{FEDE}\u{FEBB}\u{FEED}")
  }

  @Test(
    "A terminal that cannot be calibrated gets a sentence",
    arguments: [
      (["env", "-u", "TERM"], "TERM is not set"), (["env", "TERM=nix"], "“nix”"),
      (["env", "TERM=dumb"], "cannot move its cursor"),
    ])
  func poorTerminal(prefix: [String], message: String) throws {
    let script = "\"$@\"; echo status $?; exec cat"
    let command = prefix + [TmuxSession.reader, "doctor", "--calibrate"]
    let session = try TmuxSession(
      columns: 200, rows: 8, command: ["sh", "-c", script, "sh"] + command)
    try session.wait(for: message)
    try session.wait(for: "status 1")
  }
}
