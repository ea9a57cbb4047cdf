import ArgumentParser
import Foundation
import Model

/// `reader PATH ...` and `reader`: opens articles on the screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open articles on the screen (what reader does by itself).",
    usage: "reader [--bidi MODE] [--config FILE] [--library FILE] [PATH ...]",
    discussion: """
      With PATHs, nothing is kept; without, the library is opened. Standard input that is not a \
      terminal is an article. Where standard output is not a terminal, the articles are printed.
      """)

  @Option(name: .long, help: ArgumentHelp("How Arabic is sent to the terminal.", valueName: "MODE"))
  var bidi: BidiMode?

  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var input: ArticleInput

  func validate() throws {
    // `reader --library FILE search WORD` would open a file called search.
    let commands = ReaderCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard let name = input.paths.first, commands.contains(name),
      !FileManager.default.fileExists(atPath: name)
    else { return }
    throw ValidationError(
      "\(name) is a command, and its options come after it: reader \(name) [OPTIONS] ...")
  }

  func run() throws {
    let isPiped = input.paths.isEmpty && input.library.library == nil && isatty(STDIN_FILENO) == 0
    let paths = isPiped ? ["-"] : input.paths
    guard isatty(STDOUT_FILENO) == 1 || paths.isEmpty else {
      try ShowCommand.print(paths: paths, links: input.links, width: nil, bidi: bidi ?? .auto)
      return
    }
    if paths.isEmpty { try input.library.refuseMissing() }
    try Program(
      opening: paths.isEmpty ? .library(input.library.url.path) : .paths(paths),
      bidi: bidi, followsLinks: input.links.follow, configuration: configuration.config
    ).run()
    // At once: files may still be read in the background, and nothing waits for them.
    _exit(EXIT_SUCCESS)
  }
}

extension BidiMode: ExpressibleByArgument {}

/// `--config FILE`.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The configuration to use.", valueName: "FILE"), completion: .file(),
    transform: PathArgument.read)
  var config: String?
}
