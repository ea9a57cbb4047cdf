import Foundation
import Model

/// A shell command that has the terminal while the reader waits for it.
///
/// It runs in the reader's own process group, so what the terminal's keys send goes to both. The reader
/// leaves Ctrl-C and Ctrl-\ to the command, and lets Ctrl-Z stop it too: the shell that started the
/// reader sees one stopped job, which `fg` continues as a whole.
struct ShellJob {
  /// The variable through which a command is told what to open, so that nothing of an address or path
  /// is read by the shell.
  private static let target = "READER_TARGET"
  /// How long a command may be stopped before the reader stops with it, in microseconds: where both
  /// were stopped and are continued, the reader may see the command before it goes on.
  private static let pause: UInt32 = 50_000

  /// What the command is called in messages.
  private let name: String
  private let script: String
  /// Its standard input; it reads the terminal where there is none.
  private let input: String?
  private let environment: [String: String]

  /// A command that reads text.
  init(name: String, input: String) {
    (self.name, script, self.input) = (name, name, input)
    environment = ProcessInfo.processInfo.environment
  }

  /// A program that is told what to open.
  init(opening target: String, with program: String) {
    name = program
    script = "\(program) \"$\(Self.target)\" </dev/tty"
    input = nil
    environment = ProcessInfo.processInfo.environment.merging([Self.target: target]) { $1 }
  }

  /// Runs it and waits for its end.
  ///
  /// - Returns: What went wrong, as a sentence.
  func run() -> String? { failure().map { "\(name) \($0)" } }

  /// Runs it and waits for its end.
  ///
  /// - Parameter capture: Takes what it prints; without one it prints on the terminal.
  /// - Returns: What went wrong, to be said after the command's name.
  private func failure(capture: OutputCapture? = nil) -> String? {
    for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
    signal(SIGTSTP, SIG_DFL)
    defer { for number in [SIGINT, SIGQUIT, SIGTSTP] { SignalPipe.catchSignal(number) } }
    // A file takes any amount of text at once, whether the command reads it or not.
    let file = input == nil ? nil : tmpfile()
    defer { if let file { fclose(file) } }
    if let input {
      guard let file, fputs(input, file) >= 0, fflush(file) == 0 else {
        return "could not be given the text: \(String(cString: strerror(errno)))"
      }
      rewind(file)
    }
    do {
      let process = try ProgramStart.start(
        ["/bin/sh", "-c", script], environment: environment,
        input: file.map { fileno($0) } ?? STDIN_FILENO,
        output: capture?.output.writing ?? STDOUT_FILENO,
        errors: capture?.errors.writing ?? STDERR_FILENO, hasTerminal: true)
      return complaint(status: Self.wait(for: process, capture))
    } catch {
      return "could not be started: \(String(cString: strerror(error.code)))"
    }
  }

  /// Waits for the end of a process, and stops when it is stopped; the status is as `waitpid` gives it.
  private static func wait(for process: pid_t, _ capture: OutputCapture?) -> Int32 {
    capture?.closeWriting()
    var status: Int32 = 0
    while true {
      // What the command leaves running, as xclip does, may keep its output open.
      let isPrinting = capture?.take() ?? false
      let ended = waitpid(process, &status, isPrinting ? WUNTRACED | WNOHANG : WUNTRACED)
      if ended == 0 { continue }
      guard ended == process else {
        if errno == EINTR { continue }
        return 0
      }
      // As `wait` gives it: 0x7F in the first byte is for a process that was stopped.
      guard status & 0xFF == 0x7F else {
        capture?.takeRest()
        return status
      }
      stop(with: process)
    }
  }

  /// Stops the whole group where a process of it was stopped by itself, until the shell continues it.
  private static func stop(with process: pid_t) {
    usleep(pause)
    guard isStopped(process) else { return }
    kill(0, SIGTSTP)
    // Where no shell looks after the group, the system does not stop it, and nobody would continue it.
    kill(process, SIGCONT)
  }

  /// Whether a process is stopped now.
  private static func isStopped(_ process: pid_t) -> Bool {
    // proc_pid_stat(5): the state follows the name, which stands in brackets.
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.split(separator: ")").last?.dropFirst().first == "T"
  }

  private func complaint(status: Int32) -> String? {
    guard status != 0 else { return nil }
    // As `wait` gives it: the exit status stands in the second byte, a signal in the first.
    let signal = status & 0x7F
    return signal == 0
      ? "ended with status \((status >> 8) & 0xFF)" : "was ended by signal \(signal)"
  }
}

extension ShellJob {
  /// Runs a command that has the terminal, and returns what it printed.
  static func output(of command: ShellCommand) -> ShellOutput {
    guard let capture = OutputCapture(largest: ShellOutput.largest) else {
      let reason = String(cString: strerror(errno))
      return ShellOutput(of: command, failure: "could not be started: \(reason)")
    }
    let failure = ShellJob(name: command.script, input: command.input).failure(capture: capture)
    return ShellOutput(
      of: command, printed: capture.printed, complaint: capture.complaint,
      failure: capture.isTooMuch ? ShellOutput.tooMuch(ShellOutput.largest) : failure)
  }
}
