import Foundation

/// The program run without a terminal while the test goes on.
final class BackgroundRun {
  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts the program with arguments; `input` is its standard input, empty where it is not given.
  init(
    _ arguments: [String], input: Pipe? = nil, environment: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    process.executableURL = URL(filePath: TmuxSession.reader)
    process.arguments = arguments
    process.environment = [
      "HOME": folder.url.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: folder.write(Data(), to: "output"))
    process.standardError = try FileHandle(forWritingTo: folder.write(Data(), to: "errors"))
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Whether it has not ended yet.
  var isRunning: Bool { process.isRunning }

  /// Its standard output so far.
  var output: String { text("output") }

  /// Its standard error so far.
  var errors: String { text("errors") }

  /// Sends it a signal.
  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits for something that it does; fails with what it wrote.
  func wait(
    timeout: TimeInterval = TmuxSession.patience, _ what: String, until isSo: () throws -> Bool
  ) throws {
    let end = Date(timeIntervalSinceNow: timeout)
    while try !isSo() {
      guard Date() < end else {
        throw TmuxSession.Failure(
          description: "Waited \(timeout) s in vain for \(what):\n\(output)\n\(errors)")
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// Waits until it has ended, and returns its exit status, or 128 and the signal that ended it.
  func waitForEnd() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)) ?? ""
  }
}
