import Foundation

/// Where errors and progress are written.
enum StandardError {
  /// Writes a line.
  static func write(_ line: String) {
    show(line + "\n")
  }

  /// Writes text as it stands, such as progress; where nobody can read it, nothing is lost.
  static func show(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
