import ArgumentParser
import Foundation
import Model

/// `reader import`: takes articles into the library.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take articles into the library.",
    usage: "reader import [OPTIONS] [PATH|URL ...]",
    discussion: """
      Reads text files (UTF-8, UTF-16, Windows-1256, ISO 8859-6), JSON lines with title, \
      date, source, url and text, web pages, feeds, PDF, EPUB, DOCX, ODT, mail and Markdown. Of an \
      address, the article or document there is taken, of a feed its items; `reader subscribe` \
      keeps asking for what is new. Files that have not changed are passed over. Ctrl-C stops; \
      what was stored stays, and the next import goes on there. Without PATHs, import.paths of \
      the configuration are read. Names are read quickly, and again more carefully while the \
      library is open; --careful does that at once. For each list that `reader watch add` keeps, \
      it says how many new articles name someone on it.
      """)

  @OptionGroup var file: LibraryFile

  @Argument(
    help: ArgumentHelp("Files, folders and addresses of the web.", valueName: "PATH"),
    completion: .file(), transform: PathArgument.read)
  var paths: [String] = []

  @OptionGroup var links: LinkOption

  @OptionGroup var names: CarefulNames

  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let paths = try paths.isEmpty ? configuredPaths() : paths
    let library = try file.openOrMake()
    let last = try library.lastArticle()
    let web = try WebImport(paths, into: library)
    let job = ImportJob(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver(),
      reader: .configured(try Configuration.read(configuration.config), responses: web.responses),
      followsLinks: links.follow)
    var report = try InterruptibleTask.run { [paths = web.paths] in
      var line = ProgressLine()
      defer { line.clear() }
      return try job.run(paths: paths) { line.show($0.text) }
    } interrupted: {
      ProgressLine.interrupt(
        "Stopped. The names of what was stored are joined now; "
          + "Ctrl-C again leaves that to the next import.")
    }
    web.add(to: &report)
    for failure in report.failures { StandardError.write("reader: \(failure)") }
    try StandardOutput.write(
      "\(report.added) added, \(report.replaced) replaced, \(report.unchanged - report.elsewhere) unchanged, "
        + (report.elsewhere > 0 ? "\(report.elsewhere) the same text elsewhere, " : "")
        + (report.removed > 0 ? "\(report.removed) removed, " : "")
        + "\(report.failures.count) not read\n")
    if report.isCancelled {
      StandardError.write("reader: stopped; the next import of the same paths goes on from here.")
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
    try names.read(in: library)
    if report.added > 0 {
      for count in try library.watchCounts(after: last) {
        let articles = report.added.counted("new article")
        try StandardOutput.write("\(count.articles) of \(articles) name someone on \(count.list)\n")
      }
    }
    if !report.failures.isEmpty { throw ExitCode(1) }
  }

  private func configuredPaths() throws -> [String] {
    let paths = try Configuration.read(configuration.config).settings.importPaths
    guard !paths.isEmpty else {
      throw ValidationError(
        "Name files or folders to import, or set import.paths in the configuration.")
    }
    return paths.map { Configuration.path($0) }
  }
}
