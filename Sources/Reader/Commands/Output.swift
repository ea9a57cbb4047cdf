import ArgumentParser
import Foundation

/// Where commands print what they found.
enum StandardOutput {
  /// Writes text; a full disk or a closed output ends the command with one line and status 1.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      StandardError.write("reader: Standard output can't be written: \(reason(error))")
      throw ExitCode(1)
    }
  }

  /// What the system says of a failed write.
  private static func reason(_ error: any Error) -> String {
    let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    guard code.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(code.code)))
  }
}

/// Where errors and progress are written.
enum StandardError {
  /// Writes a line, or several.
  ///
  /// Whatever is said of arguments, paths and queries goes through here, and nothing of it is obeyed by
  /// the terminal.
  static func write(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    show(lines.map { String($0).displayable + "\n" }.joined())
  }

  /// Writes text as it stands, such as progress; where nobody can read it, nothing is lost.
  static func show(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// How a command prints what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  /// Writes a value to standard output as JSON, the same bytes for the same value.
  static func printJSON(_ value: some Encodable) throws {
    try StandardOutput.write(try JSONText.pretty(value))
  }

  /// Writes a value as one line of JSON.
  static func printJSONLine(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }
}
