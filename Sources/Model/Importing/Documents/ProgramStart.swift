import Foundation

/// Starts other programs, with the signals as a new program expects them.
public enum ProgramStart {
  /// Why a program could not be started, as the system numbers it.
  public struct Failure: Error {
    /// The number of `errno`.
    public let code: Int32
  }

  /// Starts a program, found as the shell finds it.
  ///
  /// - Parameters:
  ///   - words: Its name and arguments, which all users of the machine can see.
  ///   - environment: Its environment variables.
  ///   - input: What it reads as standard input.
  ///   - output: What it writes its output to.
  ///   - errors: What it writes its standard error to, which is dropped where there is nothing.
  ///   - hasTerminal: Whether it shares the reader's process group and terminal. Otherwise it runs in a
  ///     session of its own, in which it can ask for nothing, and everything that it starts can be
  ///     ended with it.
  /// - Returns: Its process.
  public static func start(
    _ words: [String], environment: [String: String], input: Int32, output: Int32, errors: Int32?,
    hasTerminal: Bool = false
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let errors {
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let session = hasTerminal ? 0 : newSession
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | session))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables)
    guard code == 0 else { throw Failure(code: code) }
    return process
  }

  // POSIX_SPAWN_SETSID of spawn.h, which Swift does not import everywhere.
  #if canImport(Darwin)
    private static let newSession: Int32 = 0x400
  #else
    private static let newSession: Int32 = 0x80
  #endif
}
