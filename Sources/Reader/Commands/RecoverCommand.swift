import ArgumentParser
import Foundation
import Model

/// `reader recover`: saves what can be read of a damaged library.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Save what can still be read of a damaged library to a new one.",
    usage: "reader recover [--library FILE] FILE",
    discussion: """
      What you did and decided is saved first (stars, marks, notes, places, saved searches, judgements), \
      then the articles; the index and the names are made again from these. The damaged library is \
      only read. `reader restore` then puts the new one in its place, and an import of the same \
      paths reads again what was lost.
      """)

  @OptionGroup var file: LibraryFile

  @Argument(
    help: ArgumentHelp("The library to make.", valueName: "FILE"), completion: .file(),
    transform: PathArgument.read)
  var target: String

  func run() throws {
    try file.requirePresent()
    let (damaged, target) = (file.url, URL(filePath: target))
    let report: LibraryRecovery.Report
    do {
      report = try InterruptibleTask.run {
        var line = ProgressLine()
        defer { line.clear() }
        let report = try LibraryRecovery(of: damaged, to: target).run {
          line.show("\($0) articles saved")
        }
        let job = ReindexJob(
          library: try Library(at: target), tagger: try NewsTagger(),
          resolver: try NewsResolver())
        try job.run { line.show($0.text) }
        return report
      } interrupted: {
        ProgressLine.interrupt("Stopping; Ctrl-C again ends the program at once.")
      }
    } catch is CancellationError {
      StandardError.write(
        "reader: stopped; delete \(target.path), if it is there, and run `reader recover` again.")
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
    let lost = report.lostArticles > 0 ? ", \(report.lostArticles) lost" : ""
    try StandardOutput.write(
      "\(target.path.displayable) holds \(report.articles) articles\(lost), and "
        + "\(report.decisions) of your marks and decisions\n")
    if !report.hasDamage {
      StandardError.write("reader: no damage was met in \(damaged.path) while it was read.")
    }
  }
}
