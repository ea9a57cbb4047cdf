import ArgumentParser
import Foundation

/// `reader config`: prints all settings and keys, or checks a file of them.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print all settings and keys with their defaults, or check a configuration.",
    usage: """
      reader config
      reader config --check [--config FILE]
      """,
    discussion: """
      What is printed is a file of configuration that changes nothing; keep of it what you change \
      in $XDG_CONFIG_HOME/reader/config.toml, by default ~/.config/reader/config.toml.
      """)

  @Flag(help: "Check the configuration and say what is wrong with it.")
  var check = false

  @OptionGroup var file: ConfigurationOption

  func run() throws {
    guard check else {
      try StandardOutput.write(Configuration.standardText)
      return
    }
    let file = file.file
    do {
      _ = try file.read()
    } catch {
      StandardError.write(error.description)
      throw ExitCode(1)
    }
    try StandardOutput.write(
      FileManager.default.fileExists(atPath: file.path)
        ? "\(file.path.displayable): no mistakes\n"
        : "\(file.path.displayable) does not exist; the defaults hold\n")
  }
}

/// `--config FILE`.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The file of configuration.", valueName: "FILE"), completion: .file())
  var config: String?

  /// The file to read.
  var file: ConfigurationFile { ConfigurationFile(config) }
}

extension Configuration {
  /// All settings and keys with their defaults and what each does, as a file that can be edited.
  static var standardText: String {
    let standard = Configuration()
    var text = "# The configuration of reader: every setting and key with its default.\n"
    var table = ""
    let sorted =
      SettingTable.entries.filter { !$0.name.contains(".") }
      + SettingTable.entries.filter { $0.name.contains(".") }
    for entry in sorted {
      let parts = entry.name.split(separator: ".").map(String.init)
      if parts.count > 1, parts[0] != table {
        table = parts[0]
        text += "\n[\(table)]\n"
      }
      let words = entry.words.isEmpty ? "" : " (\(entry.words.joined(separator: ", ")))"
      text += "# \(entry.help)\(words).\n"
      text += "\(parts[parts.count - 1]) = \(entry.get(standard.settings))\n"
    }
    text += """

      # Keys: a command, several in a list, or "" for none. Keys typed one after the other are
      # separated by spaces: "g g" = "first". A command takes what it takes on the : line:
      # U = "filter unread". Commands without keys can be bound as well.

      """
    for context in KeyContext.allCases {
      text += "\n# Keys \(context.help).\n[keys.\(context.rawValue)]\n"
      for entry in CommandTable.entries {
        let keys = standard.keymap.keys(for: entry.command, in: [context])
        guard !keys.isEmpty || (context == .all && entry.keys.isEmpty) else { continue }
        text += "# \(entry.help).\n"
        if keys.isEmpty {
          text += "# \"\" = \(SettingTable.Value.quoted(entry.command.rawValue))\n"
        }
        for key in keys {
          text +=
            SettingTable.Value.quoted(key.description)
            + " = \(SettingTable.Value.quoted(entry.command.rawValue))\n"
        }
      }
    }
    return text
  }
}
