import Model

/// A setting: what it is called, what it takes, and how it is read and written.
struct Setting: Sendable {
  /// A value as it is written down.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])
  }

  /// The kinds of values that settings take.
  enum Kind: Hashable, Sendable {
    /// One of these words.
    case word([String])
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// A shell command.
    case program
    /// A search.
    case query
    /// Files and folders.
    case paths
  }

  /// Its name, with its table before a dot.
  let name: String
  /// What it takes.
  let kind: Kind
  /// One line of help, without a full stop.
  let help: String
  /// Its value among all settings.
  let read: @Sendable (Settings) -> Value
  /// Sets a value of the right kind; others change nothing.
  fileprivate let write: @Sendable (inout Settings, Value) -> Void

  /// Its value where nothing else is set.
  var defaultValue: Value { read(Settings()) }

  /// The words it accepts, where there are few.
  var words: [String] {
    switch kind {
    case .word(let words): words
    case .flag: ["true", "false"]
    default: []
    }
  }

  /// Sets a value, or says why it can't be set.
  func set(_ value: Value, in settings: inout Settings) throws(InvalidWord) {
    switch (kind, value) {
    case (.word(let words), .text(let word)):
      guard words.contains(word) else {
        throw InvalidWord(
          "\(name) is \(Self.alternatives(words)), not \(InvalidWord.quoted(word))"
            + InvalidWord.suggestion(for: word, among: words))
      }
    case (.number(let range), .number(let number)):
      guard range.contains(number) else {
        throw InvalidWord(
          "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not \(number)"
        )
      }
    case (.query, .text(let text)):
      if let mistake = SearchQuery(text).mistake {
        throw InvalidWord("\(name) is a search: \(mistake.description)")
      }
    case (.program, .text(let text)):
      guard text.displayable == text else {
        throw InvalidWord("\(name) is a command in one line, without control characters")
      }
    case (.paths, .list(let paths)):
      guard !paths.contains(where: { $0.isEmpty || $0.unicodeScalars.contains("\0") }) else {
        throw InvalidWord("\(name) holds a path that is empty or has a NUL in it")
      }
    case (.flag, .flag): break
    default: throw wrongKind(value)
    }
    write(&settings, value)
  }

  /// Sets what was typed after the name.
  func set(typed text: String, in settings: inout Settings) throws(InvalidWord) {
    let value: Value =
      switch kind {
      case .word, .program, .query: .text(text)
      case .number: Int(text).map { .number($0) } ?? .text(text)
      case .flag:
        switch text {
        case "true", "yes", "on": .flag(true)
        case "false", "no", "off": .flag(false)
        default: .text(text)
        }
      case .paths: .list(text.split(whereSeparator: \.isWhitespace).map(String.init))
      }
    try set(value, in: &settings)
  }

  /// What kind of value is wanted, in words.
  var expectation: String {
    switch kind {
    case .word(let words): Self.alternatives(words)
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .program: "a command in quotation marks"
    case .query: "a search in quotation marks"
    case .paths: "a list of paths, such as [\"~/news\"]"
    }
  }

  /// The mistake of a value of another kind.
  func wrongKind(_ value: Value? = nil) -> InvalidWord {
    let got =
      switch value {
      case .text(let text)?: ", not \(InvalidWord.quoted(text))"
      case .number(let number)?: ", not \(number)"
      case .flag(let flag)?: ", not \(flag)"
      case .list?: ", not a list"
      case nil: ""
      }
    return InvalidWord("\(name) is \(expectation)\(got)")
  }

  private static func alternatives(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}

/// The one table of settings: it makes the reader of the configuration, `reader config`,
/// `:set NAME VALUE`, its completion and the manual.
enum SettingTable {
  /// All settings, in the order in which they are listed; those of a table stand together.
  static let settings: [Setting] = [
    word("theme", \.theme, "Colours for the terminal's background, or for another, or none"),
    flag(
      "mouse", \.mouse,
      "Use the mouse; the terminal's own selection then needs Shift"),
    number("measure", \.measure, "The most columns of text; 0 is as wide as the pane"),
    word(
      "bidi", \.bidi, "How Arabic is sent to the terminal; reader doctor finds out what reads right"
    ),
    word("digits", \.digits, "Digits as written, all as 0123, or Arabic digits in Arabic text"),
    word("tashkeel", \.tashkeel, "Show or hide Arabic vowel signs"),
    word("names.script", \.namesScript, "The script names are shown in; auto follows the locale"),
    flag(
      "names.careful", \.readsNamesAgain,
      "Read the names of new articles again in the background, more carefully"),
    word(
      "list.order", \.listOrder,
      "The newest article first, or by path, title or source; auto: by what is open"),
    number("list.lines", \.listLines, "The most lines of a title in the list, 1 or 2", in: 1...2),
    number("list.width", \.listWidth, "Columns of the list; 0 follows the screen"),
    number("panel.width", \.panelWidth, "Columns of the panel of names; 0 follows the screen"),
    text(
      "programs.browser", \.programs.browser, .program,
      "Opens an article's address; if empty, $BROWSER does"),
    text(
      "programs.editor", \.programs.editor, .program,
      "Opens an article's file; if empty, $VISUAL or $EDITOR does"),
    text(
      "programs.pager", \.programs.pager, .program, "Shows an article; if empty, $PAGER does"),
    text(
      "programs.dictionary", \.programs.dictionary, .program,
      "Looks up a word; if empty, there is none"),
    text(
      "programs.translator", \.programs.translator, .program,
      "Translates a paragraph; if empty, there is none"),
    Setting(
      name: "import.paths", kind: .paths,
      help: "Files and folders that reader import reads when it is given none",
      read: { .list($0.importPaths) },
      write: { if case .list(let paths) = $1 { $0.importPaths = paths } }),
    flag(
      "start.import", \.importsAtStart,
      "Import what import.paths names in the background at the start"),
    flag(
      "start.fetch", \.fetchesAtStart,
      "Fetch the sources that are due in the background at the start"),
    text(
      "start.filter", \.startFilter, .query,
      "The search that filters the list at the start, such as is:unread"),
  ]

  /// The setting with a name.
  static func setting(_ name: String) throws(InvalidWord) -> Setting {
    guard let setting = settings.first(where: { $0.name == name }) else {
      throw .unknown("setting", name, among: settings.map(\.name))
    }
    return setting
  }

  /// Carries out what stands after `:set`, a name and a value, and returns the setting.
  ///
  /// Without a value nothing is changed, for who only asks what is set. Quotation marks around the
  /// value are left out, so that `""` sets an empty text.
  @discardableResult
  static func set(_ words: String, in settings: inout Settings) throws(InvalidWord) -> Setting {
    let parts = words.split(maxSplits: 1, whereSeparator: { $0.isWhitespace || $0 == "=" })
    guard let name = parts.first else {
      throw InvalidWord("set takes the name of a setting and a value")
    }
    let setting = try setting(String(name))
    guard parts.count > 1 else { return setting }
    var value = parts[1].drop { $0.isWhitespace || $0 == "=" }
    while value.last?.isWhitespace == true { value.removeLast() }
    if value.count > 1, value.first == "\"", value.last == "\"" {
      value = value.dropFirst().dropLast()
    }
    try setting.set(typed: String(value), in: &settings)
    return setting
  }

  /// What completes the words after `:set`: names, then the words that a setting accepts.
  static func completions(of words: String) -> [String] {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let name = parts.first else {
      return settings.map(\.name).filter { $0.hasPrefix(words) }
    }
    guard parts.count == 2, let setting = settings.first(where: { $0.name == name }) else {
      return []
    }
    return setting.words.filter { $0.hasPrefix(parts[1]) }.map { "\(name) \($0)" }
  }

  private static func word<Word: SettingWord>(
    _ name: String, _ path: WritableKeyPath<Settings, Word> & Sendable, _ help: String
  ) -> Setting {
    Setting(
      name: name, kind: .word(Word.allCases.map(\.word)), help: help,
      read: { .text($0[keyPath: path].word) },
      write: { settings, value in
        guard case .text(let text) = value,
          let word = Word.allCases.first(where: { $0.word == text })
        else { return }
        settings[keyPath: path] = word
      })
  }

  private static func number(
    _ name: String, _ path: WritableKeyPath<Settings, Int> & Sendable, _ help: String,
    in range: ClosedRange<Int> = 0...1000
  ) -> Setting {
    Setting(
      name: name, kind: .number(range), help: help, read: { .number($0[keyPath: path]) },
      write: { if case .number(let number) = $1 { $0[keyPath: path] = number } })
  }

  private static func flag(
    _ name: String, _ path: WritableKeyPath<Settings, Bool> & Sendable, _ help: String
  ) -> Setting {
    Setting(
      name: name, kind: .flag, help: help, read: { .flag($0[keyPath: path]) },
      write: { if case .flag(let flag) = $1 { $0[keyPath: path] = flag } })
  }

  private static func text(
    _ name: String, _ path: WritableKeyPath<Settings, String> & Sendable, _ kind: Setting.Kind,
    _ help: String
  ) -> Setting {
    Setting(
      name: name, kind: kind, help: help, read: { .text($0[keyPath: path]) },
      write: { if case .text(let text) = $1 { $0[keyPath: path] = text } })
  }
}
