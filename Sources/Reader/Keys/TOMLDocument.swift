import TOMLKit

/// A text in TOML, where its keys and values stand, and what is wrong in it.
struct TOMLDocument {
  /// What is wrong, in the order in which it was found.
  private(set) var mistakes: [ConfigurationError.Mistake] = []
  /// The table that the text is, where it is TOML.
  private(set) var table: TOMLTable?

  private let file: String
  private var positions = TOMLPositions("")

  /// Parses a text, which holds no NUL; `file` is what mistakes name.
  init(_ text: String, file: String) {
    self.file = file
    do {
      table = try TOMLTable(string: text)
      // The parser has bounded how deep the text is nested.
      positions = TOMLPositions(text)
    } catch let error as TOMLParseError {
      note(error.mistake.text, at: error.mistake.position)
    } catch {
      note("syntax error", at: nil)
    }
  }

  /// The entries of a table in the order in which they stand in the file.
  func entries(
    of table: TOMLTable, path: [String]
  ) -> [(key: String, value: any TOMLValueConvertible)] {
    let end = TOMLPositions.Position(line: .max, column: .max)
    return table.keys.map { ($0, positions.keys[path + [$0]] ?? end) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      // A key with a NUL in it is cut by the parser's interface, and is not found again.
      .compactMap { key, _ in table[key].map { (key, $0) } }
  }

  /// The tables of an array such as `[[source]]`; what is none of them is noted.
  mutating func tables(
    of value: any TOMLValueConvertible, path: [String]
  ) -> [(table: TOMLTable, path: [String])] {
    let name = path.joined(separator: ".")
    let message = "each \(name) starts with a line [[\(name)]]"
    guard let array = value.array else {
      note(message, atKey: path)
      return []
    }
    var tables: [(table: TOMLTable, path: [String])] = []
    for (number, element) in array.enumerated() {
      let path = path + ["#\(number)"]
      if let table = element.table {
        tables.append((table, path))
      } else {
        note(message, atValue: path)
      }
    }
    return tables
  }

  /// Notes what is wrong with a key.
  mutating func note(_ message: some CustomStringConvertible, atKey path: [String]) {
    note(message, at: positions.keys[path])
  }

  /// Notes what is wrong with a value, at its key where the value itself has no place.
  mutating func note(_ message: some CustomStringConvertible, atValue path: [String]) {
    note(message, at: positions.values[path] ?? positions.keys[path])
  }

  private mutating func note(
    _ message: some CustomStringConvertible, at position: TOMLPositions.Position?
  ) {
    mistakes.append(.init(file: file, position: position, message: message.description))
  }
}
