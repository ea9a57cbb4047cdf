import ArgumentParser
import Foundation
import Model

/// `reader search`: the articles that hold what is searched for.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search articles: titles, text and names, in any script.",
    usage: "reader search [OPTIONS] QUERY [PATH ...]",
    discussion: """
      Without a PATH, searches the library. Words match where a word begins so, in either \
      script; "two words" in quotes stand side by side; -word must not occur. Fields narrow it: \
      person:kazemi place:baghdad org:"central bank" lang:ar source:reuters after:2020-08 \
      before:2021 is:unread is:starred is:noted note:check is:watched watch:sanctions, each with a - \
      before it for the contrary. A capital finds capitals only: US is not us. In JSON, start and end \
      count the Unicode scalars of the file's decoded text. Exits 1 when nothing is found, 2 when the \
      query is malformed.
      """)

  @Option(name: .long, help: ArgumentHelp("How to print: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Option(name: .long, help: ArgumentHelp("How many articles to print at most.", valueName: "N"))
  var limit = 100

  @Flag(name: .long, help: "Find words only as they are spelled, in their own script.")
  var exact = false

  @Argument(help: ArgumentHelp("What to search for.", valueName: "QUERY"))
  var query: String

  @OptionGroup var input: ArticleInput

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above zero.") }
  }

  func run() throws {
    let query = SearchQuery(query, isLiteral: exact)
    if let mistake = query.mistake { throw ValidationError(mistake.description) }
    guard !query.isEmpty else {
      throw ValidationError("The query holds nothing to search for.")
    }
    let (library, isComplete) = try input.open()
    let results = try library.search(query, order: input.order, limit: limit)
    switch format {
    case .json: try OutputFormat.printJSON(try SearchReport(results, in: library))
    case .text:
      for hit in results.hits {
        let snippet = hit.snippet.text.isEmpty ? "" : "    \(hit.snippet.text.displayable)\n"
        try StandardOutput.write(
          "\(hit.summary.origin.label): \(hit.summary.title.displayable)\n" + snippet)
      }
      let left = results.total - results.hits.count
      if left > 0 { StandardError.write("\(left) more; --limit \(results.total) prints all") }
    }
    if results.hits.isEmpty || !isComplete { throw ExitCode(1) }
  }
}

/// What `reader search --format json` prints.
struct SearchReport: Encodable {
  struct Hit: Encodable {
    let path: String
    let line: Int?
    let title: String
    let language: String
    let ranges: [Range]
    let snippet: String
  }

  struct Range: Encodable {
    let start: Int
    let end: Int
  }

  let total: Int
  let hits: [Hit]

  /// Makes the report; positions are those of the files' decoded text.
  init(_ results: SearchResults, in library: Library) throws {
    total = results.total
    hits = try results.hits.map { hit in
      let offsets = try library.content(of: hit.summary.id)?.article.offsets ?? OffsetMap()
      return Hit(
        path: hit.summary.origin.path, line: hit.summary.origin.line, title: hit.summary.title,
        language: hit.summary.language.rawValue,
        ranges: hit.ranges.map { range in
          let original = offsets.original(range)
          return Range(start: original.lowerBound, end: original.upperBound)
        },
        snippet: hit.snippet.text)
    }
  }
}
