import ArgumentParser
import Foundation

/// How a command prints what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  /// Writes a value to standard output as JSON, the same bytes for the same value.
  static func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }
}
