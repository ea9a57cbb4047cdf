import Foundation

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
  func run() -> String? {
    for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
    signal(SIGTSTP, SIG_DFL)
    defer { for number in [SIGINT, SIGQUIT, SIGTSTP] { SignalPipe.catchSignal(number) } }
    // A file takes any amount of text at once, whether the command reads it or not.
    let file = input == nil ? nil : tmpfile()
    defer { if let file { fclose(file) } }
    if let input {
      guard let file, fputs(input, file) >= 0, fflush(file) == 0 else {
        return "\(name) could not be given the text: \(String(cString: strerror(errno)))"
      }
      rewind(file)
    }
    var process: pid_t = 0
    let code = start(&process, input: file.map { fileno($0) })
    guard code == 0 else {
      return "\(name) could not be started: \(String(cString: strerror(code)))"
    }
    return complaint(status: Self.wait(for: process))
  }

  /// Starts the shell with the signals as a new program expects them; an error is a code of `errno`.
  private func start(_ process: inout pid_t, input: Int32?) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    let arguments = (["sh", "-c", script] as [String]).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
  }

  /// Waits for the end of a process, and stops when it is stopped; the status is as `waitpid` gives it.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      guard waitpid(process, &status, WUNTRACED) == process else {
        if errno == EINTR { continue }
        return 0
      }
      // As `wait` gives it: 0x7F in the first byte is for a process that was stopped.
      guard status & 0xFF == 0x7F else { return status }
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
      ? "\(name) ended with status \((status >> 8) & 0xFF)"
      : "\(name) was ended by signal \(signal)"
  }
}
