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
      Without a PATH, prints those of the library. As text: mentions, articles, confidence, name \
      and, in brackets, aliases. In JSON, start and end count the Unicode scalars of the file's \
      decoded text: no byte order mark, line ends as they stand. CSV (RFC 4180) has the columns \
      \(EntityReport.columns.joined(separator: ", ")); aliases are parted by " | ", and a cell \
      that a spreadsheet would take for a formula has an apostrophe before it. GraphML has a \
      node for each entity and an edge for each two that an article names together; its weight \
      is how many do. FollowTheMoney (ftm) has a Document for each article, a Mention for each \
      entity that it names, and the entities as Person, Organization and Address, a line of JSON \
      each. Confidence is from 0 to 1, an entity's the mean of its mentions'.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("How to print: text, json, csv, graphml or ftm.", valueName: "FORMAT"))
  var format = EntityFormat.text

  @Flag(name: .long, help: "Begin CSV with a byte order mark, so that Excel takes it for UTF-8.")
  var bom = false

  @OptionGroup var input: ArticleInput

  func run() throws {
    let (library, isComplete) = try input.open()
    if format == .ftm {
      var export = FollowTheMoney()
      try library.forEachArticle { content, _ in
        try StandardOutput.write(export.lines(of: content))
      }
      try StandardOutput.write(export.entityLines())
    } else {
      try printReport(of: library)
    }
    if !isComplete { throw ExitCode(1) }
  }

  private func printReport(of library: Library) throws {
    var report = EntityReport(keepsPairs: format == .graphml, keepsArticles: format == .json)
    try library.forEachArticle { report.add($0, from: $1) }
    switch format {
    case .json: try OutputFormat.printJSON(report.json)
    case .text: try StandardOutput.write(report.text)
    case .csv: try StandardOutput.write(report.table.text(withMark: bom))
    case .graphml: try StandardOutput.write(report.graphML)
    case .ftm: break
    }
  }
}

/// How `reader entities` prints what it found.
enum EntityFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
  case graphml
  case ftm
}
