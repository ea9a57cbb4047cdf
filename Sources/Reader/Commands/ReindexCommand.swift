import ArgumentParser
import Foundation
import Model

/// `reader reindex`: makes anew what the library can make of its articles.
struct ReindexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Make the library's text index and names anew.",
    usage: "reader reindex [--library FILE] [--careful]",
    discussion: """
      Indexes the text, finds the names in each article and joins them again, from the articles \
      in the library; their files are not read. What you did stays as it is. The library can be \
      read meanwhile. Ctrl-C stops, and nothing is lost.
      """)

  @OptionGroup var file: LibraryFile

  @OptionGroup var names: CarefulNames

  func run() throws {
    let library = try file.open()
    let job = ReindexJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
    let changed: Int
    do {
      changed = try InterruptibleTask.run {
        var line = ProgressLine()
        defer { line.clear() }
        return try job.run { line.show($0.text) }
      } interrupted: {
        ProgressLine.interrupt("Stopping; Ctrl-C again ends the program at once.")
      }
    } catch is CancellationError {
      StandardError.write("reader: stopped before all was made anew; run `reader reindex` again.")
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
    try StandardOutput.write(
      "\(try library.articleCount()) articles indexed, other names found in \(changed)\n")
    try names.read(in: library)
  }
}

extension ReindexProgress {
  /// How far the work is, in a few words: `indexing 4200 of 10131 articles  2310/s  0:03 left`.
  var text: String {
    let work =
      switch phase {
      case .indexing: "indexing"
      case .naming: "finding names in"
      case .linking, .finished: "joining names"
      }
    guard phase == .indexing || phase == .naming else { return work }
    let parts = [
      "\(work) \(articles) of \(total) articles", articlesPerSecond.map(Pace.rate),
      timeLeft.map(Pace.timeLeft),
    ]
    return parts.compactMap(\.self).joined(separator: "  ")
  }
}
