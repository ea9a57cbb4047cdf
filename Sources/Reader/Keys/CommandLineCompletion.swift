import Model

/// Completes what is typed on the `:` line: names of commands, then what some of them take.
enum CommandLineCompletion {
  /// The lines that complete a line, in the order of the tables.
  static func completions(of line: String) -> [String] {
    guard let space = line.firstIndex(of: " ") else {
      return matching(line, CommandTable.entries.map(\.command.rawValue))
    }
    let name = String(line[..<space])
    let rest = String(line[line.index(after: space)...])
    let words: [String]
    switch Command(rawValue: name) {
    case .set:
      if let gap = rest.firstIndex(of: " ") {
        let setting = String(rest[..<gap])
        let known = SettingTable.entries.first { $0.name == setting }?.words ?? []
        words = known.map { "\(setting) \($0)" }
      } else {
        words = SettingTable.entries.map(\.name)
      }
    case .bidi: words = BidiMode.allCases.map(\.rawValue)
    case .kind: words = EntityKind.allCases.map(\.rawValue)
    case .direction: words = ["rtl", "ltr", "auto", "rtl source", "ltr source", "auto source"]
    case .filter: words = ["unread", "starred", "read", "ar", "en", "off"]
    default: words = []
    }
    return matching(rest, words).map { "\(name) \($0)" }
  }

  private static func matching(_ beginning: String, _ words: [String]) -> [String] {
    words.filter { $0.hasPrefix(beginning) }
  }
}
