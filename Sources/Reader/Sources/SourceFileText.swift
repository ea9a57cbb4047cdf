import Foundation
import Model

/// The text of a list of sources, changed so that comments and order stay as they were written.
struct SourceFileText {
  /// The text.
  private(set) var text: String

  /// Starts from a text, which may be empty.
  init(_ text: String) {
    self.text = text
  }

  /// Adds a source at the end; its settings are for the user to write.
  mutating func append(_ source: Source) {
    var entry = "[[source]]\n\(source.kind.rawValue) = \(Self.quoted(source.target))\n"
    if let name = source.name { entry += "name = \(Self.quoted(name))\n" }
    if let group = source.group { entry += "group = \(Self.quoted(group))\n" }
    if let language = source.settings.language { entry += "language = \"\(language.rawValue)\"\n" }
    if !text.isEmpty { text += text.hasSuffix("\n") ? "\n" : "\n\n" }
    text += entry
  }

  /// Removes the source of a number, with the comment lines right above it.
  ///
  /// - Returns: Whether it was found; one written as an inline table is not.
  mutating func remove(at number: Int) -> Bool {
    let headers = TOMLPositions(text).headers
    let path = ["source", "#\(number)"]
    guard let index = headers.firstIndex(where: { $0.path == path }) else { return false }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let next = headers[(index + 1)...].first { !$0.path.starts(with: path) }
    let start = Self.start(of: headers[index].line - 1, in: lines)
    let end = next.map { Self.start(of: $0.line - 1, in: lines) } ?? lines.count
    guard start < end else { return false }
    lines.removeSubrange(start..<end)
    while lines.count > 1, lines.last?.isEmpty == true, lines[lines.count - 2].isEmpty {
      lines.removeLast()
    }
    text = lines.joined(separator: "\n")
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    return true
  }

  /// The line at which the comment right above a line starts.
  private static func start(of line: Int, in lines: [Substring]) -> Int {
    var start = line
    while start > 0, lines[start - 1].drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("#") {
      start -= 1
    }
    return start
  }

  /// A string of TOML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
