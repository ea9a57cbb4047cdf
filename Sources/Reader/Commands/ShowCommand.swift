import ArgumentParser
import Foundation
import Model

/// `reader show`: prints an article.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print articles, wrapped to a width.",
    usage: "reader show [--width N] [--bidi MODE] FILE ...",
    discussion: """
      To a terminal, Arabic is sent the way that terminal needs it; into a pipe, in logical \
      order. --bidi visual prints it as it should appear, for programs that do not reorder.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The width in columns (default: the terminal's, or 80).", valueName: "N"))
  var width: Int?

  @Option(name: .long, help: ArgumentHelp("How Arabic is sent.", valueName: "MODE"))
  var bidi = BidiMode.auto

  @Argument(
    help: ArgumentHelp("Files and folders; - is standard input.", valueName: "PATH"),
    completion: .file(), transform: PathArgument.read)
  var paths: [String]

  @OptionGroup var links: LinkOption

  func validate() throws {
    guard (width ?? 1) > 0 else { throw ValidationError("--width takes a number above zero.") }
  }

  func run() throws {
    try Self.print(paths: paths, links: links, width: width, bidi: bidi)
  }

  /// Prints the articles under `paths` to standard output.
  static func print(
    paths: [String], links: LinkOption, width: Int?, bidi: BidiMode
  ) throws {
    let reader = ArticleReader()
    let (files, failures) = reader.files(under: paths, followingLinks: links.follow)
    var failed = failures
    var printer = ArticlePrinter(width: width, bidi: bidi)
    for file in files {
      try reader.read(file) { result in
        switch result {
        case .success(let article): try printer.print(article)
        case .failure(let failure): failed.append(failure)
        }
      }
    }
    for failure in failed { StandardError.write("reader: \(failure)") }
    if !failed.isEmpty { throw ExitCode(1) }
  }
}
