import Model

/// The one table of settings: it makes the reader of the configuration, `reader config`, `:set` and
/// the manual.
enum SettingTable {
  /// A value as the configuration writes it.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])
  }

  /// A setting with all that is said of it.
  struct Entry: Sendable {
    /// Its name: a word, or a table and a word separated by a point.
    let name: String
    /// What it does, in a line without a full stop.
    let help: String
    /// The words that it takes, where it takes a word.
    let words: [String]
    /// Reads its value.
    let get: @Sendable (Settings) -> Value
    /// Changes its value; says what is wrong with the new one.
    let set: @Sendable (inout Settings, Value) throws(Mistake) -> Void
  }

  /// What is wrong with a value.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  /// All settings, in the order in which they are listed.
  static let entries: [Entry] = [
    .word(
      "theme", "Colours: colour, or plain for none", ["colour", "plain"],
      { $0.theme.rawValue }, { $0.theme = Settings.Theme(rawValue: $1) ?? .colour }),
    .number(
      "measure", "Most columns that text takes; 0 is the width of its pane", 0...400,
      { $0.measure }, { $0.measure = $1 }),
    .word(
      "bidi", "How Arabic is sent to the terminal; auto asks the terminal what it is",
      BidiMode.allCases.map(\.rawValue), { $0.bidi.rawValue },
      { $0.bidi = BidiMode(rawValue: $1) ?? .auto }),
    .word(
      "digits", "Digits: as-written, all latin (0123), or arabic in right-to-left text",
      Digit.all.map(\.word),
      { settings in Digit.all.first { $0.digits == settings.digits }?.word ?? "" },
      { settings, word in
        settings.digits = Digit.all.first { $0.word == word }?.digits ?? .asWritten
      }),
    .word(
      "tashkeel",
      "Vowel signs: show, hide, or auto, which hides them where the terminal misplaces them",
      ["auto", "show", "hide"],
      { $0.showsTashkeel.map { $0 ? "show" : "hide" } ?? "auto" },
      { $0.showsTashkeel = $1 == "auto" ? nil : $1 == "show" }),
    .word(
      "names.script", "Script in which names are shown first; auto follows the locale",
      ["auto", "latin", "arabic"],
      { $0.nameScript.map { $0 == .arabic ? "arabic" : "latin" } ?? "auto" },
      { $0.nameScript = $1 == "auto" ? nil : $1 == "arabic" ? .arabic : .latin }),
    .word(
      "list.order",
      "Order of the list: newest first or by path; auto is newest for a library, path for files",
      ["auto", "newest", "path"],
      { $0.listOrder.map { $0 == .path ? "path" : "newest" } ?? "auto" },
      { $0.listOrder = $1 == "auto" ? nil : $1 == "path" ? .path : .newestFirst }),
    .number(
      "list.width", "Columns of the list; 0 follows the width of the screen", 0...200,
      { $0.listWidth ?? 0 }, { $0.listWidth = $1 == 0 ? nil : $1 }),
    .number(
      "panel.width", "Columns of the panel of names; 0 follows the width of the screen", 0...200,
      { $0.panelWidth ?? 0 }, { $0.panelWidth = $1 == 0 ? nil : $1 }),
    .text(
      "programs.browser", "Shell command that opens an address; empty is $BROWSER",
      \.programs.browser),
    .text(
      "programs.editor", "Shell command that edits a file; empty is $VISUAL or $EDITOR",
      \.programs.editor),
    .text(
      "programs.pager", "Shell command that shows a text; empty is $PAGER or less",
      \.programs.pager),
    .text(
      "programs.dictionary", "Shell command that reads a word and prints what it means",
      \.programs.dictionary),
    .text(
      "programs.translator", "Shell command that reads a paragraph and prints its translation",
      \.programs.translator),
    Entry(
      name: "import.paths", help: "Files and folders that reader import reads without arguments",
      words: [], get: { .list($0.importPaths) },
      set: { (settings: inout Settings, value: Value) throws(Mistake) in
        switch value {
        case .list(let paths): settings.importPaths = paths
        case .text(let path): settings.importPaths = path.isEmpty ? [] : [path]
        default: throw Mistake(description: "it is a list of paths, such as [\"news\"]")
        }
      }),
    .flag(
      "start.import", "Read import.paths in the background at start", { $0.importsAtStart },
      { $0.importsAtStart = $1 }),
    .text(
      "start.filter", "Search that the list is filtered by at start, such as is:unread",
      \.startFilter),
  ]

  /// The setting of a name.
  static func entry(named name: String) throws(Mistake) -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw Mistake(
        description: "there is no setting \(name.displayable)"
          + NearestWord.question(name, among: entries.map(\.name)))
    }
    return entry
  }

  /// The words for ways to show digits.
  fileprivate enum Digit {
    static let all: [(word: String, digits: LayoutOptions.Digits)] = [
      ("as-written", .asWritten), ("latin", .latin), ("arabic", .arabic),
    ]
  }
}

extension SettingTable.Entry {
  /// A setting that takes one of some words.
  fileprivate static func word(
    _ name: String, _ help: String, _ words: [String],
    _ get: @escaping @Sendable (Settings) -> String,
    _ set: @escaping @Sendable (inout Settings, String) -> Void
  ) -> Self {
    Self(
      name: name, help: help, words: words, get: { .text(get($0)) },
      set: { (settings: inout Settings, value: SettingTable.Value) throws(SettingTable.Mistake) in
        guard case .text(let word) = value, words.contains(word) else {
          var nearest = ""
          if case .text(let word) = value { nearest = NearestWord.question(word, among: words) }
          throw SettingTable.Mistake(
            description: "it is one of \(words.joined(separator: ", "))\(nearest)")
        }
        set(&settings, word)
      })
  }

  /// A setting that takes a number.
  fileprivate static func number(
    _ name: String, _ help: String, _ range: ClosedRange<Int>,
    _ get: @escaping @Sendable (Settings) -> Int,
    _ set: @escaping @Sendable (inout Settings, Int) -> Void
  ) -> Self {
    Self(
      name: name, help: help, words: [], get: { .number(get($0)) },
      set: { (settings: inout Settings, value: SettingTable.Value) throws(SettingTable.Mistake) in
        guard case .number(let number) = value, range.contains(number) else {
          throw SettingTable.Mistake(
            description: "it is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        set(&settings, number)
      })
  }

  /// A setting that is true or false.
  fileprivate static func flag(
    _ name: String, _ help: String, _ get: @escaping @Sendable (Settings) -> Bool,
    _ set: @escaping @Sendable (inout Settings, Bool) -> Void
  ) -> Self {
    Self(
      name: name, help: help, words: ["true", "false"], get: { .flag(get($0)) },
      set: { (settings: inout Settings, value: SettingTable.Value) throws(SettingTable.Mistake) in
        guard case .flag(let flag) = value else {
          throw SettingTable.Mistake(description: "it is true or false")
        }
        set(&settings, flag)
      })
  }

  /// A setting that takes any text; an empty one is none.
  fileprivate static func text(
    _ name: String, _ help: String, _ path: WritableKeyPath<Settings, String?> & Sendable
  ) -> Self {
    Self(
      name: name, help: help, words: [], get: { .text($0[keyPath: path] ?? "") },
      set: { (settings: inout Settings, value: SettingTable.Value) throws(SettingTable.Mistake) in
        guard case .text(let text) = value else {
          throw SettingTable.Mistake(description: "it is a text in quotes")
        }
        settings[keyPath: path] = text.isEmpty ? nil : text
      })
  }
}

extension SettingTable.Value: CustomStringConvertible {
  /// The value as TOML writes it.
  var description: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let texts): "[\(texts.map(Self.quoted).joined(separator: ", "))]"
    }
  }

  /// A text between quotes, what TOML would read otherwise escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.isBidiControl:
        let hex = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Settings {
  /// Changes a setting to a value as it is typed after its name.
  mutating func set(_ name: String, to text: String) throws(SettingTable.Mistake) {
    let entry = try SettingTable.entry(named: name)
    let value: SettingTable.Value
    switch entry.get(self) {
    case .number: value = Int(text).map(SettingTable.Value.number) ?? .text(text)
    case .flag: value = Bool(text).map(SettingTable.Value.flag) ?? .text(text)
    case .list: value = .list(text.split(separator: " ").map(String.init))
    case .text: value = .text(text == "\"\"" ? "" : text)
    }
    do {
      try entry.set(&self, value)
    } catch {
      throw SettingTable.Mistake(
        description: "\(name) cannot be \(text.displayable): \(error.description)")
    }
  }

  /// The value of a setting, in words.
  func description(of name: String) throws(SettingTable.Mistake) -> String {
    try SettingTable.entry(named: name).get(self).description.displayable
  }
}
