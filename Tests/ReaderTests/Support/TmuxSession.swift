import Foundation

/// A program running in a terminal of its own: tmux without a window, on its own socket.
///
/// Tests type into it, change its size and read its screen. The program finds an
/// empty home, so that nothing of the person who runs the tests is read or written.
final class TmuxSession {
  /// How a program ended.
  enum Ending: Hashable, Sendable {
    case status(Int)
    case signal(Int)
  }

  /// The error of a failed wait or command; it shows the screen.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How long is waited for what has to come, in seconds: long, since many tests share few cores, and
  /// nothing is lost where it comes at once.
  static let patience: TimeInterval = 60

  /// The folder that the program takes for the user's home.
  let home: URL
  /// The folder with the socket, the configuration and the home.
  private let folder: URL
  /// The first arguments of every call of tmux.
  private let prefix: [String]

  /// Starts `command` on a screen of the given size.
  ///
  /// - Parameters:
  ///   - command: The program's path and its arguments; nothing of it goes through a shell.
  ///   - environment: Variables to add to, or replace in, the small environment of the program.
  ///   - options: Lines added to tmux's configuration.
  init(
    columns: Int = 80, rows: Int = 24, command: [String], environment: [String: String] = [:],
    options: [String] = []
  ) throws {
    // A socket's path may have 107 bytes, so the folder's name is short.
    let name = "tmux-" + UUID().uuidString.prefix(8)
    folder = FileManager.default.temporaryDirectory.appending(path: name)
    home = folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let configuration = folder.appending(path: "tmux.conf")
    let lines =
      [
        "set -g default-terminal tmux-256color", "set -g status off", "set -g remain-on-exit on",
        "set -g escape-time 0",
      ] + options
    try (lines.joined(separator: "\n") + "\n").write(
      to: configuration, atomically: true, encoding: .utf8)
    prefix = [
      "tmux", "-u", "-S", folder.appending(path: "socket").path, "-f", configuration.path,
    ]
    var variables = [
      "HOME": home.path, "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "SHELL": "/bin/sh", "TERM": "xterm-256color", "TZ": "UTC",
    ]
    variables.merge(environment) { $1 }
    // The server takes the environment of the client that starts it; `TERM` in it would be
    // replaced by the terminal that tmux is, so a test's wish goes in front of the command.
    let clean = variables.map { "\($0.key)=\($0.value)" }.sorted()
    let wanted = environment["TERM"].map { ["env", "TERM=\($0)"] } ?? []
    let session = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--"]
    try Self.run(["env", "-i"] + clean + prefix + session + wanted + command)
  }

  deinit {
    kill()
  }

  /// The program that the tests are about, as it was built beside them.
  static var reader: String {
    Bundle.module.bundleURL.deletingLastPathComponent().appending(path: "reader").path
  }

  /// Presses keys by the names that tmux gives them: `"j"`, `"Enter"`, `"C-o"`, `"M-Left"`.
  func send(_ keys: String...) throws {
    try tmux(["send-keys", "--"] + keys)
  }

  /// Types text literally.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Types bytes, as a terminal would send them for a key or a reply.
  func send(bytes: [UInt8]) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Shows the session in a terminal, which is a session of another tmux with these variables.
  func attach(_ environment: [String: String]) throws -> TmuxSession {
    let columns = try value("#{window_width}")
    let rows = try value("#{window_height}")
    return try TmuxSession(
      columns: Int(columns) ?? 80, rows: Int(rows) ?? 24,
      command: ["env", "-u", "TMUX"] + prefix + ["attach"], environment: environment)
  }

  /// Changes the size of the screen.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The text on the screen, row by row, without spaces at the ends of rows.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p"])
  }

  /// The text on the screen with the SGR codes of its colours and attributes.
  func styledScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e"])
  }

  /// The value of a tmux format such as `#{cursor_y}` or `#{alternate_on}`.
  func value(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The program's process id.
  func processID() throws -> Int32 {
    guard let id = Int32(try value("#{pane_pid}")) else {
      throw Failure(description: "tmux names no process")
    }
    return id
  }

  /// Waits until the screen is as wanted and returns it; fails with the last screen in the message.
  @discardableResult
  func wait(
    timeout: TimeInterval = TmuxSession.patience, _ what: String = "the screen",
    until isRight: (String) -> Bool
  ) throws -> String {
    let end = Date(timeIntervalSinceNow: timeout)
    while true {
      let screen = try screen()
      if isRight(screen) { return screen }
      guard Date() < end else {
        throw Failure(description: "Waited \(timeout) s in vain for \(what):\n\(screen)")
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// Waits until `pattern` is found on the screen.
  @discardableResult
  func wait<Output>(for pattern: Regex<Output>, timeout: TimeInterval = TmuxSession.patience) throws
    -> String
  {
    try wait(timeout: timeout, "a match") { $0.contains(pattern) }
  }

  /// Waits until `text` is on the screen.
  @discardableResult
  func wait(for text: String, timeout: TimeInterval = TmuxSession.patience) throws -> String {
    try wait(timeout: timeout, "“\(text)”") { $0.contains(text) }
  }

  /// Waits until the program has ended; its last screen stays readable.
  func waitForEnd(timeout: TimeInterval = TmuxSession.patience) throws -> Ending {
    // The pane is dead when its terminal is closed, and only a moment later is it known how.
    let end = Date(timeIntervalSinceNow: timeout)
    while Date() < end {
      let fields = try value("#{pane_dead},#{pane_dead_status},#{pane_dead_signal},#{pid}")
        .split(separator: ",", omittingEmptySubsequences: false)
      if fields.count == 4, let signal = Int(fields[2]) { return .signal(signal) }
      if fields.count == 4, let status = Int(fields[1]) { return .status(status) }
      // tmux 3.3a now and then misses that a child has ended; told again, it looks.
      if fields.first == "1", let server = fields.last.flatMap({ Int32($0) }) {
        Foundation.kill(server, SIGCHLD)
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    let state = try value("dead #{pane_dead}, process #{pane_pid}")
    throw Failure(
      description: "Waited \(timeout) s in vain for the program's end (\(state)):\n"
        + (try screen()))
  }

  /// Ends the program and tmux, and removes the folder.
  func kill() {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Self.run(prefix + arguments)
  }

  @discardableResult
  private static func run(_ command: [String]) throws -> String {
    // Not `Process`: it waits until every descendant has closed a socket that it hands down, and
    // tmux's server keeps it open.
    let quoted = command.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let line = quoted.joined(separator: " ") + " 2>&1 </dev/null"
    guard let stream = popen(line, "r") else {
      throw Failure(description: "\(line): could not be started")
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      output += buffer[..<count]
    }
    let text = String(decoding: output, as: UTF8.self)
    guard pclose(stream) == 0 else { throw Failure(description: "\(line): \(text)") }
    return text
  }
}
