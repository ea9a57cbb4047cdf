/// A line of text being typed, with a cursor in it.
struct InputLine: Hashable, Sendable {
  /// What has been typed, in logical order.
  private(set) var scalars: [Unicode.Scalar] = []
  /// How many scalars a line takes; more, as a pasted file has them, are dropped.
  ///
  /// The line is laid out and searched for anew at every key.
  static let limit = 1_000
  /// Where the next scalar goes: 0 is before the first.
  private(set) var cursor = 0

  /// Makes a line with the cursor at its end.
  init(_ text: String = "") {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  /// What has been typed.
  var text: String { Self.string(scalars[...]) }

  /// What stands before the cursor.
  var textBeforeCursor: String { Self.string(scalars[..<cursor]) }

  /// Carries out an editing command; `false` where the command edits nothing.
  mutating func run(_ command: Command) -> Bool {
    switch command {
    case .deleteLeft:
      if cursor > 0 {
        cursor -= 1
        scalars.remove(at: cursor)
      }
    case .deleteRight:
      if cursor < scalars.count { scalars.remove(at: cursor) }
    case .cursorLeft: cursor = max(0, cursor - 1)
    case .cursorRight: cursor = min(scalars.count, cursor + 1)
    case .cursorStart: cursor = 0
    case .cursorEnd: cursor = scalars.count
    case .deleteToStart:
      scalars.removeSubrange(..<cursor)
      cursor = 0
    case .deleteToEnd: scalars.removeSubrange(cursor...)
    case .deleteWord: removeWordBeforeCursor()
    default: return false
    }
    return true
  }

  /// Inserts text at the cursor; line ends become spaces.
  mutating func insert(_ text: String) {
    let inserted = text.unicodeScalars.prefix(max(0, Self.limit - scalars.count))
      .map { $0 == "\n" || $0 == "\r" ? " " : $0 }
    scalars.insert(contentsOf: inserted, at: cursor)
    cursor += inserted.count
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private mutating func removeWordBeforeCursor() {
    var start = cursor
    while start > 0, scalars[start - 1].properties.isWhitespace { start -= 1 }
    while start > 0, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    scalars.removeSubrange(start..<cursor)
    cursor = start
  }
}
