import ArgumentParser
import Foundation
import Model

/// `reader fetch`: brings what is new from the sources.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch what is new from the sources.",
    usage: "reader fetch [--library FILE] [--quiet] [SOURCE ...]",
    discussion: """
      Fetches the sources that are due; with SOURCE, by name, group or address, those, due or \
      not. One fetch runs at a time; a second one says so and ends with status 75. Ctrl-C stops; \
      what was stored stays.
      """)

  /// The status where another fetch is at work: EX_TEMPFAIL of sysexits.h.
  private static let busyStatus: Int32 = 75

  @OptionGroup var file: LibraryFile

  @Flag(name: .long, help: "Print nothing but what failed; for cron and timers.")
  var quiet = false

  @Argument(help: ArgumentHelp("Sources by name, group or address.", valueName: "SOURCE"))
  var names: [String] = []

  func run() throws {
    let chosen = try SourceChoice.named(names)
    let library = try file.open()
    let summary = try Self.fetch(
      chosen, into: library, named: file, isAsked: !names.isEmpty, isQuiet: quiet)
    if !quiet { try StandardOutput.write(summary.text + "\n") }
    if !summary.failures.isEmpty { throw ExitCode(1) }
  }

  /// Fetches sources into a library, saying on standard error what failed.
  static func fetch(
    _ sources: [Source], into library: Library, named file: LibraryFile, isAsked: Bool,
    isQuiet: Bool = false
  ) throws -> SourceFetching.Summary {
    let fetching = SourceFetching(
      library: library, lock: file.url.path + ".fetch", configuration: nil)
    do {
      return try WebInput.run {
        var line = ProgressLine()
        defer { line.clear() }
        return try await fetching.run(sources, isAsked: isAsked) { event in
          switch event {
          case .progress(let done, let total):
            if !isQuiet { line.show("\(done) of \(total) sources") }
          case .failed(let failure):
            line.clear()
            StandardError.write("reader: \(failure)")
          }
        }
      }
    } catch let failure as FetchFailure {
      StandardError.write("reader: \(failure.reason)")
      throw ExitCode(busyStatus)
    }
  }
}

extension SourceChoice {
  /// The sources of the list that some names, groups or addresses are of; all where none is named.
  static func named(_ names: [String]) throws -> [Source] {
    let all = try self.all()
    guard !names.isEmpty else {
      guard !all.isEmpty else {
        throw ValidationError("There are no sources; `reader subscribe URL` adds one.")
      }
      return all
    }
    return try names.flatMap { name in
      let found = all.filter { source in
        source.name == name || source.target == name || source.displayName == name
          || source.group.map { $0 == name || $0.hasPrefix(name + "/") } == true
      }
      guard !found.isEmpty else {
        throw ValidationError(
          "There is no source \(name.displayable); `reader sources` lists those that there are.")
      }
      return found
    }
  }
}
