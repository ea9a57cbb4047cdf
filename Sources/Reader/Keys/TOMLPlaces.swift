/// Where the keys of a TOML document stand, which its parser does not say.
///
/// The document is known to be well formed. Tables (`[a.b]`), bare, quoted and dotted keys are found;
/// strings and lists over several lines, and inline tables, are passed over.
struct TOMLPlaces {
  /// A line and a column, both counted from 1.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private var places: [[String]: Place] = [:]

  /// Finds the keys of a document.
  init(_ text: String) {
    var scanner = Scanner(text)
    var table: [String] = []
    while !scanner.isAtEnd {
      scanner.skipSpace()
      let place = scanner.place
      switch scanner.peek {
      case "#": scanner.skipLine()
      case "\n": scanner.advance()
      case "[":
        while scanner.peek == "[" { scanner.advance() }
        table = scanner.key()
        note(table, at: place)
        scanner.skipLine()
      case nil: break
      default:
        let key = scanner.key()
        note(table + key, at: place)
        scanner.skipValue()
      }
    }
  }

  /// Where a key stands, or the nearest table that holds it.
  func place(of path: [String]) -> Place? {
    for length in stride(from: path.count, to: 0, by: -1) {
      if let place = places[Array(path.prefix(length))] { return place }
    }
    return nil
  }

  private mutating func note(_ path: [String], at place: Place) {
    for length in 1..<path.count + 1 where places[Array(path.prefix(length))] == nil {
      places[Array(path.prefix(length))] = place
    }
  }

  /// Reads a document scalar by scalar.
  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private(set) var place = Place(line: 1, column: 1)

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { index >= scalars.count }
    var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

    mutating func advance() {
      guard let scalar = peek else { return }
      index += 1
      if scalar == "\n" {
        place = Place(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }

    mutating func skipSpace() {
      while let scalar = peek, scalar == " " || scalar == "\t" || scalar == "\r" { advance() }
    }

    mutating func skipLine() {
      while let scalar = peek, scalar != "\n" { advance() }
    }

    /// Reads a key, dotted or not, up to the sign that ends it.
    mutating func key() -> [String] {
      var parts: [String] = []
      var part = ""
      while let scalar = peek, scalar != "=", scalar != "]", scalar != "\n" {
        switch scalar {
        case "\"", "'": part += quoted()
        case ".":
          parts.append(part)
          part = ""
          advance()
        case " ", "\t": advance()
        default:
          part.unicodeScalars.append(scalar)
          advance()
        }
      }
      return parts + [part]
    }

    /// Reads a quoted part of a key.
    private mutating func quoted() -> String {
      let quote = peek
      advance()
      var text = ""
      while let scalar = peek, scalar != quote, scalar != "\n" {
        if scalar == "\\", quote == "\"" { advance() }
        if let scalar = peek { text.unicodeScalars.append(scalar) }
        advance()
      }
      advance()
      return text
    }

    /// Passes over a value with its lists, inline tables and strings, and the rest of its line.
    mutating func skipValue() {
      var depth = 0
      while let scalar = peek {
        switch scalar {
        case "\"", "'": skipString()
        case "#": skipLine()
        case "[", "{":
          depth += 1
          advance()
        case "]", "}":
          depth -= 1
          advance()
        case "\n" where depth <= 0:
          advance()
          return
        default: advance()
        }
      }
    }

    private mutating func skipString() {
      guard let quote = peek else { return }
      let isLong =
        scalars[index...].prefix(3).allSatisfy { $0 == quote }
        && scalars.count >= index + 3
      for _ in 0..<(isLong ? 3 : 1) { advance() }
      while let scalar = peek {
        if scalar == "\\", quote == "\"" {
          advance()
          advance()
          continue
        }
        if scalar == quote, !isLong || scalars[index...].prefix(3).allSatisfy({ $0 == quote }) {
          for _ in 0..<(isLong ? 3 : 1) { advance() }
          return
        }
        if scalar == "\n", !isLong { return }
        advance()
      }
    }
  }
}
