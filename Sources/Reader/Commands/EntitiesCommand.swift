import ArgumentParser
import Foundation
import Model

/// `reader entities`: the people, places and organizations of articles.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Print the people, places and organizations in articles.",
    usage: "reader entities [--format FORMAT] [--library FILE] [PATH ...]",
    discussion: """
      Without a PATH, prints those of the library. In JSON, start and end count the Unicode \
      scalars of the file's decoded text: no byte order mark, line ends as they stand.
      """)

  @Option(name: .long, help: ArgumentHelp("How to print: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @OptionGroup var input: ArticleInput

  func run() throws {
    let (library, isComplete) = try input.open()
    var report = EntityReport()
    try library.forEachArticle { report.add($0, from: $1) }
    switch format {
    case .json: try OutputFormat.printJSON(report.json)
    case .text: try StandardOutput.write(report.text)
    }
    if !isComplete { throw ExitCode(1) }
  }
}
