import TOMLKit

/// Where keys and values stand in a TOML document, which its parser does not say.
///
/// The document is one that the parser has accepted; of any other it finds what it can.
struct TOMLPositions {
  /// A position in a text, both counted from 1, columns in Unicode scalars.
  struct Position: Hashable, Comparable, Sendable {
    /// The line.
    let line: Int
    /// The column.
    let column: Int

    static func < (first: Position, second: Position) -> Bool {
      (first.line, first.column) < (second.line, second.column)
    }
  }

  /// Where each key or table header stands first, by the names that lead to it.
  private(set) var keys: [[String]: Position] = [:]
  /// Where each value stands; the elements of an array are called `#0`, `#1` and so on.
  private(set) var values: [[String]: Position] = [:]
  /// The headers of tables in their order, each with the names that lead to it and its line.
  ///
  /// Tables of an array, `[[source]]`, are called `#0`, `#1` and so on as the elements of an array.
  private(set) var headers: [(path: [String], line: Int)] = []

  /// How many names that lead to a key are told apart; nothing in a configuration has so many.
  private static let depth = 8

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Finds the keys and values of a document.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    readDocument()
  }

  // MARK: - Characters

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private var position: Position { Position(line: line, column: index - lineStart + 1) }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
  }

  private func stands(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private mutating func skipSpaces() {
    while current == " " || current == "\t" { advance() }
  }

  private mutating func skipLine() {
    while let scalar = current, scalar != "\n" { advance() }
  }

  /// Skips spaces, line ends and comments.
  private mutating func skipBlank() {
    while let scalar = current {
      switch scalar {
      case " ", "\t", "\r", "\n": advance()
      case "#": skipLine()
      default: return
      }
    }
  }

  // MARK: - Structure

  private mutating func readDocument() {
    var table: [String] = []
    var elements: [[String]: Int] = [:]
    while true {
      skipBlank()
      guard current != nil else { return }
      if current == "[" {
        let line = line
        advance()
        let isElement = current == "["
        if isElement { advance() }
        skipSpaces()
        let start = position
        table = Self.path([], readKey())
        if isElement {
          let number = elements[table, default: 0]
          elements[table] = number + 1
          table = Self.path(table, ["#\(number)"])
        }
        headers.append((table, line))
        note(table, at: start)
      } else {
        readPair(in: table)
      }
      skipLine()
    }
  }

  /// A key, an equals sign and a value.
  private mutating func readPair(in table: [String]) {
    let start = position
    let path = Self.path(table, readKey())
    note(path, at: start)
    skipSpaces()
    guard current == "=" else { return }
    advance()
    skipSpaces()
    readValue(of: path)
  }

  private static func path(_ table: [String], _ names: [String]) -> [String] {
    table + names.prefix(max(0, depth - table.count))
  }

  private mutating func note(_ path: [String], at start: Position) {
    for length in path.indices.map({ $0 + 1 }) where keys[Array(path.prefix(length))] == nil {
      keys[Array(path.prefix(length))] = start
    }
  }

  /// A dotted key, each part bare or quoted.
  private mutating func readKey() -> [String] {
    var parts: [String] = []
    while true {
      skipSpaces()
      if current == "\"" || current == "'" {
        parts.append(readString())
      } else {
        let start = index
        while let scalar = current, !" \t\r\n.=]#\"'".unicodeScalars.contains(scalar) { advance() }
        guard index > start else { return parts }
        parts.append(Self.string(scalars[start..<index]))
      }
      skipSpaces()
      guard current == "." else { return parts }
      advance()
    }
  }

  private mutating func readValue(of path: [String]) {
    values[path] = position
    switch current {
    case "\"", "'": _ = readString()
    case "[": readArray(of: path)
    case "{":
      advance()
      while true {
        skipBlank()
        if current == "," { advance() }
        skipBlank()
        guard let scalar = current, scalar != "}" else { break }
        let start = index
        readPair(in: path)
        if index == start { return }
      }
      advance()
    default:
      while let scalar = current, !",]}#\n".unicodeScalars.contains(scalar) { advance() }
    }
  }

  private mutating func readArray(of path: [String]) {
    advance()
    var number = 0
    while true {
      skipBlank()
      if current == "," { advance() }
      skipBlank()
      guard let scalar = current, scalar != "]" else { break }
      let start = index
      readValue(of: Self.path(path, ["#\(number)"]))
      if index == start { return }
      number += 1
    }
    advance()
  }

  // MARK: - Strings

  /// A string in quotation marks of any of the four kinds, without them.
  private mutating func readString() -> String {
    guard let mark = current else { return "" }
    let marks = String(String.UnicodeScalarView(repeatElement(mark, count: 3)))
    let isLong = stands(marks)
    advance(isLong ? 3 : 1)
    var text = String.UnicodeScalarView()
    while let scalar = current {
      if isLong ? stands(marks) : scalar == mark {
        advance(isLong ? 3 : 1)
        // Two more marks may belong to a long string's text.
        while isLong, current == mark { advance() }
        break
      }
      if !isLong, scalar == "\n" { break }
      advance()
      if scalar == "\\", mark == "\"" {
        readEscape(into: &text)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private mutating func readEscape(into text: inout String.UnicodeScalarView) {
    guard let scalar = current else { return }
    advance()
    let digits: Int
    switch scalar {
    case "b": return text.append("\u{8}")
    case "t": return text.append("\t")
    case "n": return text.append("\n")
    case "f": return text.append("\u{C}")
    case "r": return text.append("\r")
    case "e": return text.append("\u{1B}")
    case "x": digits = 2
    case "u": digits = 4
    case "U": digits = 8
    default: return text.append(scalar)
    }
    let number = Self.string(scalars[index..<min(index + digits, scalars.count)])
    advance(digits)
    if let decoded = UInt32(number, radix: 16).flatMap(Unicode.Scalar.init) { text.append(decoded) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

extension TOMLParseError {
  /// What is wrong, and where, in the words of the program.
  var mistake: (text: String, position: TOMLPositions.Position) {
    let prefix = "Error while parsing "
    let what =
      description.hasPrefix(prefix)
      ? " in \(description.dropFirst(prefix.count))" : ": \(description)"
    let begin = source.begin
    return ("syntax error" + what, .init(line: max(1, begin.line), column: max(1, begin.column)))
  }
}
