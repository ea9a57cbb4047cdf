import Foundation

extension ExternalProgram {
  /// The variable through which a shell command is told what to open, so that nothing of an
  /// address or path is read by the shell.
  private static let target = "READER_TARGET"

  /// Runs the program on the reader's terminal and waits for it.
  ///
  /// The C library's `system` and `popen` leave it in the terminal's foreground, which an editor
  /// needs.
  ///
  /// - Returns: What went wrong, as a sentence.
  func run() -> String? {
    let environment = ProcessInfo.processInfo.environment
    func first(_ names: [String?]) -> String? { names.compactMap(\.self).first { !$0.isEmpty } }
    switch self {
    case .browser(let url, let program):
      guard let browser = first([program, environment["BROWSER"]]) else {
        return "No browser is known, so \(url) was not opened; set programs.browser in the "
          + "configuration, or BROWSER, for example to w3m"
      }
      return Self.open(url, with: browser)
    case .editor(let path, let program):
      let editor = first([program, environment["VISUAL"], environment["EDITOR"]])
      return Self.open(path, with: editor ?? "vi")
    case .pager(let text, let program):
      return Self.pipe(text, to: first([program, environment["PAGER"]]) ?? "less", pauses: false)
    case .shell(let command, let input): return Self.pipe(input, to: command, pauses: true)
    }
  }

  private static func open(_ target: String, with program: String) -> String? {
    setenv(Self.target, target, 1)
    defer { unsetenv(Self.target) }
    return complaint(
      of: program, status: system("\(program) \"$\(Self.target)\" </dev/tty"))
  }

  private static func pipe(_ input: String, to command: String, pauses: Bool) -> String? {
    // As `system` does: what the terminal's keys send is meant for the command.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    guard let stream = popen("trap - INT QUIT; \(command)", "w") else {
      return "\(command) could not be started: \(String(cString: strerror(errno)))"
    }
    // A command that stops reading early closes the pipe; that is its right.
    fputs(input, stream)
    let status = pclose(stream)
    if pauses {
      _ = system("printf '\nEnter goes back to the reader '; read answer </dev/tty")
    }
    return complaint(of: command, status: status)
  }

  private static func complaint(of command: String, status: Int32) -> String? {
    guard status != 0 else { return nil }
    // As `wait` gives it: the exit status stands in the second byte, a signal in the first.
    let signal = status & 0x7F
    return signal == 0
      ? "\(command) ended with status \((status >> 8) & 0xFF)"
      : "\(command) was ended by signal \(signal)"
  }
}
