/// Keys pressed one after the other that together mean something, such as `g g`; mostly just one.
struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// How many keys a sequence may have.
  static let limit = 8

  /// The keys, never none.
  let keys: [Key]

  /// Makes a sequence of one key.
  init(_ key: Key) {
    keys = [key]
  }

  /// Reads names of keys with spaces between them.
  init(parsing text: String) throws(InvalidWord) {
    var keys: [Key] = []
    for name in text.split(separator: " ") { keys.append(try Self.key(named: String(name))) }
    guard !keys.isEmpty else {
      throw InvalidWord("no key is named; the space bar is Space")
    }
    guard keys.count <= Self.limit else {
      throw InvalidWord("a sequence has at most \(Self.limit) keys, not \(keys.count)")
    }
    self.keys = keys
  }

  /// The names of the keys with spaces between them.
  var description: String { keys.map(\.name).joined(separator: " ") }

  /// Whether more keys make this sequence of what has been typed.
  func continues(_ typed: [Key]) -> Bool {
    keys.count > typed.count && keys.starts(with: typed)
  }

  // MARK: - Names

  /// Other programs' names of keys, and what they are called here.
  private static let foreignNames = [
    "return": "Enter", "cr": "Enter", "escape": "Esc", "backspace": "Backspace", "bs": "Backspace",
    "delete": "Del", "insert": "Ins", "pageup": "PgUp", "page-up": "PgUp", "pagedown": "PgDn",
    "page-down": "PgDn", "backtab": "Shift-Tab", "spacebar": "Space",
  ]

  private static let modifiers = [
    ("ctrl-", "Ctrl-"), ("control-", "Ctrl-"), ("c-", "Ctrl-"), ("ctrl+", "Ctrl-"),
    ("^", "Ctrl-"), ("alt-", "Alt-"), ("meta-", "Alt-"), ("m-", "Alt-"), ("alt+", "Alt-"),
    ("shift-", "Shift-"), ("shift+", "Shift-"),
  ]

  private static func key(named name: String) throws(InvalidWord) -> Key {
    guard let key = Key(name: name) else {
      throw InvalidWord(
        "there is no key \(InvalidWord.quoted(name))"
          + (nearestName(to: name).map { "; did you mean \($0)?" } ?? ""))
    }
    if key.modifiers.contains(.shift), case .scalar(let scalar) = key.code, scalar != " " {
      let capital = scalar.properties.uppercaseMapping
      throw InvalidWord("terminals send \(name) as \(capital); write \(capital)")
    }
    return key
  }

  /// The name that a misspelt one stands for, if it is near any.
  private static func nearestName(to name: String) -> String? {
    var rest = Substring(name)
    if rest.hasPrefix("<"), rest.hasSuffix(">") { rest = rest.dropFirst().dropLast() }
    var prefix = ""
    while let (foreign, own) = modifiers.first(where: {
      rest.lowercased().hasPrefix($0.0) && rest.count > $0.0.count
    }) {
      rest = rest.dropFirst(foreign.count)
      prefix += own
    }
    if let key = Key(name: prefix + rest) { return key.name }
    let known =
      foreignNames[rest.lowercased()] ?? InvalidWord.nearest(to: String(rest), among: Key.names)
    return known.map { prefix + $0 }
  }
}
