extension CommandTable {
  /// The list of keys as the README has it: a table for each group.
  static var markdown: String {
    CommandGroup.allCases.map { group in
      let rows = entries.filter { $0.group == group }.map { entry in
        let shown = entry.keys
        let keys = shown.isEmpty ? ["`:\(entry.command.rawValue)`"] : shown.map(code)
        return "| \(keys.joined(separator: " ")) | \(escaped(entry.help)) |"
      }
      return (["| \(group.rawValue) | |", "|---|---|"] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func code(_ key: String) -> String { "`\(escaped(key))`" }

  /// A bar would end a cell of the table.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension CommandTable {
  /// The keys as the manual page lists them.
  static var manualKeys: [ManualPage.Key] {
    entries.map {
      ManualPage.Key(
        keys: $0.keys, name: $0.command.rawValue, group: $0.group.rawValue, help: $0.help)
    }
  }
}
