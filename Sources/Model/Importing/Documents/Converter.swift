import Foundation

/// A program that reads a document on its standard input and writes text to its standard output.
///
/// It runs in a session of its own, so that it can ask for nothing on the terminal and is ended with
/// everything it started, and no shell reads its arguments.
struct Converter: Sendable {
  /// The most bytes that a program may write.
  static let largestOutput = 20 << 20
  /// The most seconds that a program may take.
  static let longestRun = 60.0

  /// The name of the program, which is looked up in `PATH`.
  var program: String
  /// Its arguments.
  var arguments: [String]
  /// The Debian package to install where the program is missing.
  var package: String?
  /// Whether it is given all environment variables, as a program of the user's own is, or those
  /// alone that a program needs to be found and to write UTF-8.
  var keepsEnvironment = false
  /// The most bytes that it may write.
  var largestOutput = Self.largestOutput
  /// The most seconds that it may take.
  var longestRun = Self.longestRun

  /// What the program writes when it is given `file`.
  ///
  /// Output before an error counts: half of a damaged document is better than none.
  func output(of file: DocumentFile) throws(ConverterFailure) -> [UInt8] {
    lseek(file.descriptor, 0, SEEK_SET)
    let (child, output, errors) = try start(input: file.descriptor)
    var reading = ConverterReading(
      output: output.reading, errors: errors.reading, largestOutput: largestOutput,
      end: SuspendingClock.now + .seconds(longestRun))
    let stop = reading.run()
    let status = wait(for: child, until: reading.end, isStopped: stop != nil)
    let reason: ConverterReading.Stop? = stop ?? (status == nil ? .late : nil)
    switch reason {
    case .cancelled?: throw .cancelled
    case .late?: throw .tooSlow(program, seconds: Int(longestRun))
    case .full?: throw .tooLarge(megabytes: largestOutput >> 20)
    case nil: break
    }
    if status != 0, reading.bytes.isEmpty {
      throw .failed(program, reading.complaint)
    }
    return reading.bytes
  }

  /// Held while a program is started, so that no other one inherits the ends of its pipes.
  private static let starting = NSLock()

  /// Starts the program, and gives it the ends of pipes that it writes to.
  private func start(
    input: Int32
  ) throws(ConverterFailure) -> (child: pid_t, output: ChildPipe, errors: ChildPipe) {
    Self.starting.lock()
    defer { Self.starting.unlock() }
    guard let output = ChildPipe(), let errors = ChildPipe() else {
      throw .failed(program, String(cString: strerror(errno)))
    }
    let child: pid_t
    do {
      child = try ProgramStart.start(
        [program] + arguments, environment: environment, input: input, output: output.writing,
        errors: errors.writing)
    } catch {
      guard error.code != ENOENT else { throw .missing(program, package: package) }
      throw .failed(program, String(cString: strerror(error.code)))
    }
    output.closeWriting()
    errors.closeWriting()
    return (child, output, errors)
  }

  private var environment: [String: String] {
    let variables = ProcessInfo.processInfo.environment
    if keepsEnvironment { return variables }
    return variables.filter { ["PATH", "HOME", "TMPDIR"].contains($0.key) }
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }
  }

  /// Waits for a child and gives its status; ends it, and what it started, when it is stopped or
  /// late, which gives `nil`.
  private func wait(
    for child: pid_t, until end: SuspendingClock.Instant, isStopped: Bool
  ) -> Int32? {
    var status: Int32 = 0
    while !isStopped, SuspendingClock.now < end {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return 0 }
      usleep(1000)
    }
    kill(-child, SIGKILL)
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return nil
  }
}

/// Why a program gave no text.
enum ConverterFailure: Error, Hashable {
  case missing(String, package: String?)
  case tooLarge(megabytes: Int)
  case tooSlow(String, seconds: Int)
  case cancelled
  /// The program gave nothing but, perhaps, an error message.
  case failed(String, String)

  /// The rest of a sentence that starts with the file's name.
  var reason: String {
    switch self {
    case .missing(let program, let package):
      "needs the program `\(program)`, which is not installed; "
        + (package.map { "install it with `apt install \($0)`" } ?? "install it first")
    case .tooLarge(let megabytes):
      "holds more than \(megabytes) MiB of text, the limit for one document; split it first"
    case .tooSlow(let program, let seconds):
      "kept `\(program)` busy for more than \(seconds) s; convert it to text first, or split it"
    case .cancelled:
      "was not read to the end; open it again"
    case .failed(let program, let message):
      "was not read by `\(program)`\(message.isEmpty ? "" : " (\(message))"); "
        + "it may be damaged or protected by a password: open and save it with another program"
    }
  }
}
