import Model
import TOMLKit

/// Reads a configuration from TOML and collects its mistakes.
struct ConfigurationReader {
  /// What is wrong, in the order in which it was found.
  var mistakes: [ConfigurationError.Mistake] { document.mistakes }

  private var document: TOMLDocument
  private var configuration = Configuration()

  /// Prepares to read a text, which holds no NUL.
  init(_ text: String, file: String) {
    document = TOMLDocument(text, file: file)
  }

  /// Reads the text; what is wrong in it is left at its default.
  mutating func read() -> Configuration {
    if let table = document.table { readSettings(table, path: []) }
    return configuration
  }

  // MARK: - Settings

  private mutating func readSettings(_ table: TOMLTable, path: [String]) {
    for (key, value) in document.entries(of: table, path: path) {
      let path = path + [key]
      let name = path.joined(separator: ".")
      if let setting = SettingTable.settings.first(where: { $0.name == name }) {
        read(value, into: setting, path: path)
      } else if name == "keys" {
        guard let table = value.table else {
          document.note("keys is a table for each pane, such as [keys.all]", atValue: path)
          continue
        }
        readKeys(table)
      } else if name == "converter" {
        readConverters(value, path: path)
      } else if let table = value.table {
        if SettingTable.settings.contains(where: { $0.name.hasPrefix(name + ".") }) {
          readSettings(table, path: path)
        } else {
          document.note(InvalidWord.unknown("table", name, among: Self.tables), atKey: path)
        }
      } else {
        document.note(
          InvalidWord.unknown("setting", name, among: SettingTable.settings.map(\.name)),
          atKey: path)
      }
    }
  }

  private static let tables =
    SettingTable.settings.compactMap { setting in
      setting.name.firstIndex(of: ".").map { String(setting.name[..<$0]) }
    } + KeyContext.allCases.map { "keys.\($0.rawValue)" } + ["keys", "converter"]

  private mutating func read(
    _ value: any TOMLValueConvertible, into setting: Setting, path: [String]
  ) {
    do throws(InvalidWord) {
      guard let value = Self.value(value) else { throw setting.wrongKind() }
      try setting.set(value, in: &configuration.settings)
    } catch {
      document.note(error, atValue: path)
    }
  }

  private static func value(_ value: any TOMLValueConvertible) -> Setting.Value? {
    switch value.type {
    case .string: value.string.map { .text($0) }
    case .int: value.int.map { .number($0) }
    case .bool: value.bool.map { .flag($0) }
    case .array: value.array.flatMap { strings(of: $0) }.map { .list($0) }
    default: nil
    }
  }

  /// The elements of an array of strings alone.
  private static func strings(of array: TOMLArray) -> [String]? {
    var strings: [String] = []
    for element in array {
      guard let string = element.string else { return nil }
      strings.append(string)
    }
    return strings
  }

  // MARK: - Converters

  private mutating func readConverters(_ value: any TOMLValueConvertible, path: [String]) {
    for (table, path) in document.tables(of: value, path: path) {
      var texts: [String: String] = [:]
      let names = ["match", "run"]
      for (key, value) in document.entries(of: table, path: path) {
        let place = path + [key]
        if !names.contains(key) {
          document.note(InvalidWord.unknown("setting", key, among: names), atKey: place)
        } else if let text = value.string, !text.isEmpty, text == text.displayable {
          texts[key] = text
        } else {
          document.note(
            key == "match"
              ? "match is a pattern for names of files in quotation marks, such as \"*.ps\""
              : "run is a command in quotation marks, which reads the file and writes its text",
            atValue: place)
        }
      }
      guard let match = texts["match"], let run = texts["run"] else {
        for name in names where table[name] == nil {
          document.note("a converter needs \(name)", atKey: path)
        }
        continue
      }
      configuration.converters.append(UserConverter(match: match, run: run))
    }
  }

  // MARK: - Keys

  private mutating func readKeys(_ table: TOMLTable) {
    for (name, value) in document.entries(of: table, path: ["keys"]) {
      let path = ["keys", name]
      guard let keys = value.table else {
        document.note("keys stand in the table of a pane, such as [keys.all]", atKey: path)
        continue
      }
      guard let context = KeyContext(rawValue: name) else {
        document.note(
          InvalidWord.unknown(
            "table", "keys.\(name)", among: KeyContext.allCases.map { "keys.\($0.rawValue)" }),
          atKey: path)
        continue
      }
      readKeys(keys, of: context, path: path)
    }
  }

  private mutating func readKeys(_ table: TOMLTable, of context: KeyContext, path: [String]) {
    var bound: [(sequence: KeySequence, calls: [CommandCall])] = []
    for (name, value) in document.entries(of: table, path: path) {
      let path = path + [name]
      do throws(InvalidWord) {
        let sequence = try KeySequence(parsing: name)
        if bound.contains(where: { $0.sequence == sequence }) {
          throw InvalidWord("\(sequence) is bound twice in [keys.\(context.rawValue)]")
        }
        let calls = calls(of: value, path: path)
        if context.chain.contains(.all), let first = sequence.keys.first?.typed,
          ("1"..."9").contains(first)
        {
          throw InvalidWord("\(sequence) starts a count, and can't be bound")
        }
        guard let calls else { continue }
        if !calls.isEmpty,
          let other = bound.first(where: {
            !$0.calls.isEmpty
              && ($0.sequence.continues(sequence.keys) || sequence.continues($0.sequence.keys))
          })?.sequence
        {
          throw InvalidWord("\(sequence) and \(other) can't both be bound: one begins the other")
        }
        bound.append((sequence, calls))
      } catch {
        document.note(error, atKey: path)
      }
    }
    // Unbinding `g` makes room for `g g`, in whatever order they stand.
    for (sequence, calls) in bound.filter(\.calls.isEmpty) + bound.filter({ !$0.calls.isEmpty }) {
      configuration.keymap.bind(sequence, to: calls, in: context)
    }
  }

  /// The commands that a key is bound to, or `nil` where one is wrong, which is noted.
  private mutating func calls(
    of value: any TOMLValueConvertible, path: [String]
  ) -> [CommandCall]? {
    var lines: [(text: String, path: [String])] = []
    if let line = value.string {
      lines = line.isEmpty ? [] : [(line, path)]
    } else if let array = value.array, let strings = Self.strings(of: array) {
      lines = strings.enumerated().map { ($1, path + ["#\($0)"]) }
    } else {
      document.note(
        value.type == .table
          ? "keys after one another stand in quotation marks with spaces between them"
          : "a key is bound to a command in quotation marks, or to a list of them",
        atValue: path)
      return nil
    }
    var calls: [CommandCall] = []
    for line in lines {
      do throws(InvalidWord) {
        calls.append(try CommandCall(parsing: line.text))
      } catch {
        document.note(error, atValue: line.path)
      }
    }
    return calls.count == lines.count ? calls : nil
  }
}
