import ArgumentParser
import Foundation
import Model

/// `reader export`: the mentions of an entity, or what a search finds, with the sentences they are in.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the mentions of a name, or of a search, for notes and tables.",
    usage: """
      reader export [OPTIONS] ENTITY [PATH ...]
      reader export [OPTIONS] --query QUERY [PATH ...]
      """,
    discussion: """
      ENTITY is a name in any spelling and script, or a number that `reader entities` prints. Each \
      mention comes with title, source, date and address of its article, its sentence, and its place: \
      start and end count the Unicode scalars of the file's decoded text. What you noted of an article or \
      a name is exported with it; --query is:noted exports all notes. Without a PATH, the library's \
      articles are looked through. Exits 1 when nothing is found.
      """)

  @Option(
    name: .long, help: ArgumentHelp("How to print: markdown, csv or json.", valueName: "FORMAT"))
  var format = ExportFormat.markdown

  @Option(
    name: .long,
    help: ArgumentHelp("Export what a search finds, as `reader search` does.", valueName: "QUERY"))
  var query: String?

  @Flag(name: .long, help: "Begin CSV with a byte order mark, by which Excel knows UTF-8.")
  var bom = false

  @Argument(help: ArgumentHelp("The name; none with --query.", valueName: "ENTITY"))
  var entity: String?

  @OptionGroup var input: ArticleInput

  func validate() throws {
    guard query != nil || entity != nil else {
      throw ValidationError("Name an entity, or say what to search for with --query.")
    }
    if let query {
      let read = SearchQuery(query)
      if let mistake = read.mistake { throw ValidationError(mistake.description) }
      guard !read.isEmpty else {
        throw ValidationError("The query holds nothing to search for.")
      }
    }
  }

  func run() throws {
    var input = input
    if query != nil, let entity { input.paths.insert(entity, at: 0) }
    let (library, isComplete) = try input.open()
    let findings: ExportReport.Findings =
      if let query {
        .matches(of: SearchQuery(query))
      } else {
        .mentions(of: try namedEntity(in: library))
      }
    let report = try ExportReport(findings, in: library, order: input.order)
    try StandardOutput.write(try report.text(as: format, withMark: bom))
    if report.isEmpty || !isComplete { throw ExitCode(1) }
  }

  /// The entity that is meant: by its number, else by its name, of several the most mentioned.
  private func namedEntity(in library: Library) throws -> EntityID {
    let text = entity ?? ""
    if let number = Int64(text), try library.entity(EntityID(rawValue: number)) != nil {
      return EntityID(rawValue: number)
    }
    let named = try EntityKind.allCases.compactMap { kind in
      try library.entity(named: JudgedName(kind: kind, text: text)).flatMap(library.entity)
    }
    if let entity = named.max(by: { $0.mentionCount < $1.mentionCount }) { return entity.id }
    let found = try library.names(NameList.Request(text: text))
    guard let first = try found.entities(in: 0..<1).first, !text.isEmpty else {
      StandardError.write(
        "reader: No article names \(text.displayable); `reader entities` prints the names that are."
      )
      throw ExitCode(1)
    }
    if found.count > 1 {
      let name = first.entity.displayName(preferring: .latin).displayable
      StandardError.write(
        "reader: \(name) is the most mentioned of \(found.count.grouped) with that name; "
          + "give a number of `reader entities --format json` for another.")
    }
    return first.entity.id
  }
}

extension ExportFormat: ExpressibleByArgument {}
