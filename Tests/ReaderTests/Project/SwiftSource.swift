/// The types that a Swift source declares and names, found without a compiler.
struct SwiftSource {
  /// A type that the source declares.
  struct Declaration: Hashable {
    var name: String
    /// Whether it is not nested.
    var isTopLevel: Bool
  }

  /// The types it declares, in their order.
  private(set) var declarations: [Declaration] = []
  /// Every word with a capital letter in front, outside comments and strings.
  private(set) var names: Set<String> = []

  /// Reads a source.
  init(_ text: String) {
    let code = Self.code(of: text)
    names = Set(code.matches(of: /\b[A-Z]\w*/).map { String($0.output) })
    var depth = 0
    var previous: Substring = ""
    for token in code.matches(of: /\w+|[{}]/).map(\.output) {
      switch token {
      case "{": depth += 1
      case "}": depth -= 1
      // `class func` declares no type.
      case _ where Self.keywords.contains(previous) && token.first?.isUppercase == true:
        declarations.append(Declaration(name: String(token), isTopLevel: depth == 0))
      default: break
      }
      previous = token
    }
  }

  private static let keywords: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]

  /// The text without comments and without what strings say; interpolated code stays.
  static func code(of text: String) -> String {
    var scanner = CodeScanner(text)
    return scanner.code()
  }
}

/// Copies Swift code, leaving out comments and the text of strings.
private struct CodeScanner {
  private let text: [Character]
  private var index = 0
  private var copy = ""

  init(_ text: String) {
    self.text = Array(text)
  }

  mutating func code() -> String {
    copyCode(untilParenthesis: false)
    return copy
  }

  private func comes(_ expected: String) -> Bool {
    text[index...].starts(with: expected)
  }

  /// Copies code to the end, or to the parenthesis that closes an interpolation.
  private mutating func copyCode(untilParenthesis: Bool) {
    var depth = 0
    while index < text.count {
      if comes("//") {
        while index < text.count, !text[index].isNewline { index += 1 }
      } else if comes("/*") {
        skipComment()
      } else if text[index] == "\"" || text[index] == "#" {
        skipString()
      } else {
        if text[index] == "(" { depth += 1 }
        if text[index] == ")" { depth -= 1 }
        if untilParenthesis, depth < 0 { return }
        copy.append(text[index])
        index += 1
      }
    }
  }

  /// Skips a comment, which may contain others.
  private mutating func skipComment() {
    var depth = 0
    while index < text.count {
      if comes("/*") {
        depth += 1
        index += 2
      } else if comes("*/") {
        depth -= 1
        index += 2
        if depth == 0 { return }
      } else {
        index += 1
      }
    }
  }

  /// Skips a string, leaving its quotation marks and the code interpolated in it; copies a number
  /// sign that starts no string.
  private mutating func skipString() {
    var quote = index
    while quote < text.count, text[quote] == "#" { quote += 1 }
    guard quote < text.count, text[quote] == "\"" else {
      copy.append(text[index])
      index += 1
      return
    }
    let signs = String(repeating: "#", count: quote - index)
    index = quote
    let isLong = comes("\"\"\"")
    let end = (isLong ? "\"\"\"" : "\"") + signs
    index += isLong ? 3 : 1
    copy += "\" "
    while index < text.count, !comes(end), isLong || !text[index].isNewline {
      if comes("\\" + signs + "(") {
        index += 2 + signs.count
        copyCode(untilParenthesis: true)
        copy.append(" ")
        index += 1
      } else {
        index += comes("\\" + signs) ? 2 + signs.count : 1
      }
    }
    if index < text.count, comes(end) { index += end.count }
    copy.append("\"")
  }
}
