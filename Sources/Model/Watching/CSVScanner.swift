/// Reads a table record by record as RFC 4180 has it; a line feed alone ends a record too.
struct CSVScanner {
  /// What ends before its last quote.
  struct OpenQuote: Error, Hashable {
    /// The line that the quote is in, counted from 1.
    var line: Int
  }

  /// A record, with the line that it begins in.
  struct Record: Hashable {
    /// Counted from 1.
    var line: Int
    /// The fields, quotes taken off.
    var fields: [String]

    /// Whether it is an empty line.
    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position = 0
  private var line = 1

  /// Creates a scanner of a whole table.
  init(_ scalars: [Unicode.Scalar], separator: Unicode.Scalar = ",") {
    self.scalars = scalars
    self.separator = separator
  }

  /// The next record; `nil` at the end.
  mutating func next() throws(OpenQuote) -> Record? {
    guard position < scalars.count else { return nil }
    var record = Record(line: line, fields: [])
    while true {
      record.fields.append(try field())
      guard position < scalars.count else { return record }
      let scalar = scalars[position]
      position += 1
      if scalar == separator { continue }
      if scalar == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
      line += 1
      return record
    }
  }

  /// A field, up to what ends it.
  private mutating func field() throws(OpenQuote) -> String {
    var text = String.UnicodeScalarView()
    if position < scalars.count, scalars[position] == "\"" { try quoted(into: &text) }
    while position < scalars.count, !isEnd(scalars[position]) {
      text.append(scalars[position])
      position += 1
    }
    return String(text)
  }

  /// RFC 4180 2.5 to 2.7: a field in quotes may hold anything, a quote doubled.
  private mutating func quoted(into text: inout String.UnicodeScalarView) throws(OpenQuote) {
    let start = line
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\n" { line += 1 }
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      guard position < scalars.count, scalars[position] == "\"" else { return }
      text.append(scalar)
      position += 1
    }
    throw OpenQuote(line: start)
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }
}
