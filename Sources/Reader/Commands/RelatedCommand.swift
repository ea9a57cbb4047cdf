import ArgumentParser
import Foundation
import Model

/// `reader related`: for each article, those that tell of the same.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Print for each article those that tell of the same.",
    usage: "reader related [--format FORMAT] [--limit N] [--library FILE] [PATH ...]",
    discussion: """
      Compares the articles under the PATHs with one another, in both languages, by the names, \
      numbers, dates and words they share; without a PATH, those of the library. The best come \
      first; the score is from 0 to 1. Articles that share nothing are left out. As text, the \
      names that tell most follow each.
      """)

  @Option(name: .long, help: ArgumentHelp("How to print: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many to print for each article at most (default: 10, as JSON of PATHs 500).",
      valueName: "N"))
  var limit: Int?

  @OptionGroup var input: ArticleInput

  func validate() throws {
    guard (limit ?? 1) > 0 else { throw ValidationError("--limit takes a number above zero.") }
  }

  func run() throws {
    let (library, isComplete) = try input.open()
    let isWhole = format == .json && !input.paths.isEmpty
    let report = try RelatedReport(of: library, limit: limit ?? (isWhole ? 500 : 10))
    switch format {
    case .json: try OutputFormat.printJSON(report)
    case .text: try StandardOutput.write(report.text(names: library.entities))
    }
    if !isComplete { throw ExitCode(1) }
  }
}
