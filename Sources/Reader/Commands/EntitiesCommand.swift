import ArgumentParser
import Foundation
import Model

/// `reader entities`: the people, places and organizations of articles.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Print the people, places and organizations in articles.",
    discussion: """
      Without a PATH, prints those of the library. In JSON, start and end count the Unicode \
      scalars of the file's decoded text: no byte order mark, line ends as they stand.
      """)

  @Option(name: .long, help: "How to print: text or json.")
  var format = OutputFormat.text

  @OptionGroup var input: ArticleInput

  func run() throws {
    let library = try input.open()
    var report = EntityReport()
    try input.forEachArticle(in: library) { report.add($0) }
    switch format {
    case .json: try OutputFormat.printJSON(report.json)
    case .text: print(report.text, terminator: "")
    }
  }
}
