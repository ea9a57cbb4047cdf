import ArgumentParser
import Foundation

/// `reader config`: prints a configuration to edit, or checks one.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print all settings and keys, or check a configuration.",
    usage: "reader config [--check [FILE]]",
    discussion: """
      What it prints is a configuration with every default and what it does, ready to be edited as \
      ~/.config/reader/config.toml. With --check it prints the mistakes of that file, or of the \
      one named, and exits 1 if there are any.
      """)

  @Flag(help: "Print the mistakes of a configuration.")
  var check = false

  @Argument(
    help: ArgumentHelp("The configuration to check.", valueName: "FILE"), completion: .file(),
    transform: PathArgument.read)
  var file: String?

  func validate() throws {
    guard check || file == nil else {
      throw ValidationError("A file is only taken with --check.")
    }
  }

  func run() throws {
    guard check else {
      try StandardOutput.write(Configuration.text)
      return
    }
    let url = Configuration.file(file)
    do {
      _ = try Configuration.read(file)
    } catch {
      for mistake in error.mistakes { StandardError.write("reader: \(mistake)") }
      throw ExitCode(1)
    }
    let name = (file ?? url.path).displayable
    let exists = FileManager.default.fileExists(atPath: url.path)
    try StandardOutput.write(
      exists
        ? "\(name) has no mistakes\n"
        : "\(name) does not exist; reader uses the defaults\n")
  }
}
