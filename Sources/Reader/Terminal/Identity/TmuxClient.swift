import Foundation

/// Whether the program runs in tmux, and who looks at it there.
enum Tmux: Hashable, Sendable {
  case outside
  /// No client is attached to the session.
  case detached
  case client(TmuxClient)
}

/// The client of tmux that shows the program's pane, and so the terminal behind it.
struct TmuxClient: Hashable, Sendable {
  /// What the client's terminal answered to tmux (XTVERSION); empty where it did not.
  var type: String
  /// The client's `TERM`.
  var name: String
  /// The rows of the client's screen that the pane covers, counted from 1.
  var rows: ClosedRange<Int>
  /// The process that shows tmux there, which tells this client from every other.
  var process: Int32?
  /// The path of the client's terminal.
  var terminal = ""
  /// The environment that the client was started in, where it can be read.
  var environment: [String: String]

  private static let format = [
    "#{pane_tty}", "#{client_termtype}", "#{client_termname}", "#{client_pid}", "#{pane_top}",
    "#{pane_height}", "#{?#{==:#{status-position},top},#{status},off}", "#{client_tty}",
  ].joined(separator: "|")

  /// Asks tmux which client shows the pane of the terminal named `terminal` (`/dev/pts/3`).
  static func find(environment: [String: String], terminal: String?) -> Tmux {
    guard environment["TMUX"].map({ !$0.isEmpty }) ?? false,
      let pane = pane(environment),
      let answer = run("display-message -p -t '\(pane)' '\(format)'")
    else { return .outside }
    return parse(answer, terminal: hasTerminalOfItsOwn(environment) ? terminal : nil)
  }

  /// Whether a terminal other than the pane's may be a window: under `script` and its like, which
  /// have one too, `TERM` is still the one that tmux sets.
  static func hasTerminalOfItsOwn(_ environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    return environment["STY"] != nil || !(term.hasPrefix("tmux") || term.hasPrefix("screen"))
  }

  /// Reads what tmux answered; the pane's terminal must be the program's own, as the variables are
  /// inherited by terminals that are started inside tmux.
  static func parse(_ answer: String, terminal: String?) -> Tmux {
    let line = answer.prefix { $0 != "\n" }
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 8, terminal == nil || fields[0] == terminal else { return .outside }
    guard !fields[2].isEmpty else { return .detached }
    let top = max(0, min(Int(fields[4]) ?? 0, 10_000))
    let height = max(1, min(Int(fields[5]) ?? 1, 10_000))
    // The status line takes as many rows as it says, or one.
    let status = fields[6] == "off" ? 0 : max(1, min(Int(fields[6]) ?? 1, 5))
    let first = top + status + 1
    let process = Int32(fields[3])
    return .client(
      TmuxClient(
        type: fields[1], name: fields[2], rows: first...(first + height - 1), process: process,
        terminal: fields[7], environment: process.map(self.environment) ?? [:]))
  }

  /// Whether the client still shows tmux: a client that is detached, or whose window was closed,
  /// ends.
  var isAttached: Bool {
    guard let process, process > 0 else { return true }
    guard kill(process, 0) == 0 || errno != ESRCH else { return false }
    // One that has ended may be waited for by nobody; its state stands after its name.
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.split(separator: ")").last?.hasPrefix(" Z") != true
  }

  /// Sends something to the client's terminal, past tmux; only to a terminal of the same user.
  func send(_ text: String) {
    guard !text.isEmpty, terminal.hasPrefix("/dev/") else { return }
    let descriptor = open(terminal, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard isatty(descriptor) == 1, fstat(descriptor, &status) == 0, status.st_uid == getuid()
    else { return }
    TerminalDevice(input: descriptor, output: descriptor).send(text)
  }

  /// Lets the pane's programs send to the terminal behind tmux, or forbids it as before.
  static func allowPassthrough(_ isAllowed: Bool, environment: [String: String]) {
    guard let pane = pane(environment) else { return }
    let option = isAllowed ? "-p allow-passthrough on" : "-pu allow-passthrough"
    _ = run("set-option -q -t '\(pane)' \(option)")
  }

  /// The pane's name; what does not look like one never reaches a shell.
  private static func pane(_ environment: [String: String]) -> String? {
    environment["TMUX_PANE"].flatMap { $0.wholeMatch(of: /%[0-9]+/) == nil ? nil : $0 }
  }

  private static func run(_ arguments: String) -> String? {
    guard let stream = popen("exec tmux \(arguments) 2>/dev/null </dev/null", "r") else {
      return nil
    }
    var output = [UInt8](repeating: 0, count: 4096)
    let count = fread(&output, 1, output.count, stream)
    guard pclose(stream) == 0 else { return nil }
    return String(decoding: output[..<count], as: UTF8.self)
  }

  /// The environment of a process of the same user, where the system shows it.
  private static func environment(of process: Int32) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
      return [:]
    }
    var environment: [String: String] = [:]
    for entry in data.split(separator: 0) {
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { environment[String(parts[0])] = String(parts[1]) }
    }
    return environment
  }
}
