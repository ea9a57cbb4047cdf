import ArgumentParser
import Foundation
import Model

/// `reader show`: prints an article.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print articles, wrapped to a width.",
    usage: "reader show [--width N] [--bidi MODE] [--format FORMAT] PATH|URL ...",
    discussion: """
      Files, folders and addresses of the web; of a page the article inside is printed, of a \
      feed its items. --format json prints an object for each article, one a line. \
      To a terminal, Arabic is sent the way that terminal needs it; into a pipe, in logical \
      order. --bidi visual prints it as it should appear, for programs that do not reorder.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The width in columns (default: the terminal's, or 80).", valueName: "N"))
  var width: Int?

  @Option(name: .long, help: ArgumentHelp("How Arabic is sent.", valueName: "MODE"))
  var bidi = BidiMode.auto

  @Option(name: .long, help: ArgumentHelp("How to print: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Argument(help: PathArgument.help, completion: .file(), transform: PathArgument.read)
  var paths: [String]

  @OptionGroup var links: LinkOption

  func validate() throws {
    guard (width ?? 1) > 0 else { throw ValidationError("--width takes a number above zero.") }
  }

  func run() throws {
    try Self.print(paths: paths, links: links, width: width, bidi: bidi, format: format)
  }

  /// Prints the articles under `paths` to standard output.
  static func print(
    paths: [String], links: LinkOption, width: Int?, bidi: BidiMode, format: OutputFormat = .text
  ) throws {
    let reader = ArticleReader.configured
    var failed: [ImportFailure] = []
    var printer = ArticlePrinter(width: width, bidi: bidi)
    func take(_ result: Result<Article, ImportFailure>) throws {
      switch result {
      case .success(let article):
        if format == .json {
          try OutputFormat.printJSONLine(ArticleReport(article))
        } else {
          try printer.print(article)
        }
      case .failure(let failure): failed.append(failure)
      }
    }
    let (files, failures) = reader.files(under: paths, followingLinks: links.follow)
    failed += failures
    for file in files { try reader.read(file, body: take) }
    for failure in failed { StandardError.write("reader: \(failure)") }
    if !failed.isEmpty { throw ExitCode(1) }
  }
}

/// An article as `reader show --format json` prints it.
struct ArticleReport: Encodable {
  let path: String
  let line: Int?
  let url: String?
  let id: String?
  let title: String
  let author: String?
  let date: String?
  let source: String?
  let language: String
  let text: String
  let links: [String]

  /// Describes an article; its text has no title and nothing that the site added, its paragraphs are
  /// parted by an empty line.
  init(_ article: Article) {
    path = article.origin.path
    line = article.origin.line
    url = article.url
    id = article.identifier
    title = article.title
    author = article.author
    date = article.date.flatMap { $0.origin == .stated ? $0 : nil }.map {
      Date(timeIntervalSince1970: Double($0.seconds)).formatted(.iso8601)
    }
    source = article.source
    language = article.language.rawValue
    text = article.paragraphs.filter { $0.role == .body }.map { article.text[$0.range] }
      .joined(separator: "\n\n")
    links = article.links.map(\.address)
  }
}
