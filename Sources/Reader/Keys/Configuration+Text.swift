/// The configuration that `reader config` prints.
extension Configuration {
  /// All settings and keys with their defaults and what each does, as a file to edit.
  ///
  /// Every line is a comment: what is not set follows the program's defaults of the day. Words
  /// follow a space, so that taking a `#` away from the others sets the default.
  static var text: String {
    let head = """
      # The configuration of reader. Each line shows a default; remove the # to change it.
      # Settings go above the keys. :set NAME VALUE tries one out, :source reads this file again.
      """
    return
      ([head] + settingTables + [convertersHelp, keysHelp] + KeyContext.allCases.map(keyTable))
      .joined(separator: "\n\n") + "\n"
  }

  private static var settingTables: [String] {
    var tables: [(name: Substring, lines: [String])] = []
    for setting in SettingTable.settings {
      let parts = setting.name.split(separator: ".", maxSplits: 1)
      let table = parts.count > 1 ? parts[0] : ""
      if tables.last?.name != table {
        tables.append((table, table.isEmpty ? [] : ["[\(table)]"]))
      }
      let words = setting.words.isEmpty ? "" : ": \(setting.words.joined(separator: ", "))"
      tables[tables.count - 1].lines += [
        "# \(setting.help)\(words)", "#\(parts[parts.count - 1]) = \(toml(setting.defaultValue))",
      ]
    }
    return tables.map { $0.lines.joined(separator: "\n") }
  }

  private static let convertersHelp = """
    # Converters of documents that reader can't read itself. The command gets the file on its standard
    # input, and $1 is its path; what it writes is read like a file: text, a web page, JSON lines.
    # [[converter]]
    # match = "*.ps"
    # run = "ps2ascii -"
    """

  private static let keysHelp = """
    # Keys. On the left a key, or several pressed one after the other: "g g". On the right a command
    # as it is typed after the colon, or several: ["star", "next-article"]. "" makes a key do nothing
    # in that pane.
    """

  private static func keyTable(_ context: KeyContext) -> String {
    var lines = ["# \(context.help)", "[keys.\(context.rawValue)]"]
    for entry in CommandTable.entries {
      let keys = Keymap.standard.bindings(in: context)
        .filter { $0.calls == [CommandCall(entry.command)] }.map(\.sequence.description)
      // Commands without a key are listed where a key for them would be looked for.
      guard !keys.isEmpty || (context == .all && entry.contexts.isEmpty) else { continue }
      lines.append("# \(entry.command.rawValue): \(entry.help)")
      lines += keys.map { "#\(key($0)) = \(quoted(entry.command.rawValue))" }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - TOML

  /// A value of a setting as it stands in the file.
  static func toml(_ value: Setting.Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let texts): "[\(texts.map(quoted).joined(separator: ", "))]"
    }
  }

  /// A key, bare where TOML allows it.
  private static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D || $0 == 0x5F
    }
    return isBare ? name : quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        result += "\\\(scalar)"
      } else if scalar.properties.generalCategory == .control {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
