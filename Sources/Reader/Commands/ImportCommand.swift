import ArgumentParser
import Foundation
import Model

/// `reader import`: takes articles into the library.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take articles into the library.",
    usage: "reader import [--library FILE] PATH ...",
    discussion: """
      Reads text files (UTF-8, UTF-16, Windows-1256, ISO 8859-6) and JSON lines with title, \
      date, source, url and text. Files that have not changed are passed over.
      """)

  @Option(
    name: .long, help: ArgumentHelp("The library's file.", valueName: "FILE"), completion: .file())
  var library: String?

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "PATH"), completion: .file())
  var paths: [String]

  func run() throws {
    let library = try LibraryFile.open(library)
    let job = ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
    let isTerminal = isatty(STDERR_FILENO) == 1
    let report = try job.run(paths: paths) { progress in
      guard isTerminal else { return }
      let line =
        "\r\(progress.articles) articles from \(progress.filesSeen) of \(progress.filesTotal) files"
      StandardError.show(line)
    }
    if isTerminal { StandardError.show("\r\u{1B}[K") }
    for failure in report.failures { StandardError.write("reader: \(failure)") }
    try StandardOutput.write(
      "\(report.added) added, \(report.replaced) replaced, \(report.unchanged) unchanged, "
        + "\(report.failures.count) not read\n")
    if !report.failures.isEmpty { throw ExitCode(1) }
  }
}
