import Foundation

/// The program run to its end without a terminal, and what came of it.
struct ProgramRun {
  /// Its standard output.
  let output: String
  /// Its standard error.
  let errors: String
  /// Its exit status, or 128 and the signal that ended it.
  let status: Int32

  /// Runs the program with arguments; `input` is its standard input.
  init(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: TmuxSession.reader)
    process.arguments = arguments
    process.environment = [
      "HOME": folder.url.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    // Files take any amount of output; pipes would have to be read while the program runs.
    let places = try ["input", "output", "errors"].map { try folder.write(Data(), to: $0) }
    try input.write(to: places[0])
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: places[1]), as: UTF8.self)
    errors = try String(contentsOf: places[2], encoding: .utf8)
    status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
  }
}

/// A folder for a test's files, removed with this object.
final class TemporaryFolder {
  /// The folder.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file and returns where it is.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try data.write(to: file)
    return file
  }
}
