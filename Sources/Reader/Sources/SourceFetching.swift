import Foundation
import Model

/// Fetches sources into a library, for the command line and for the screen alike.
struct SourceFetching: Sendable {
  /// What a fetch brought.
  struct Summary: Hashable, Sendable {
    var new = 0
    var updated = 0
    var sources = 0
    /// What failed, each with its source's name.
    var failures: [String] = []

    /// The summary in words.
    var text: String {
      "\(new) new, \(updated) updated from \(sources) \(sources == 1 ? "source" : "sources")"
        + (failures.isEmpty ? "" : ", \(failures.count) failed")
    }
  }

  let library: Library
  /// The file of the lock that lets one fetch run at a time.
  let lock: String
  /// How the program calls itself towards servers.
  let agent: String

  /// Fetches those of some sources that are due, or all of them where they were asked for.
  ///
  /// - Parameter failed: Is told what failed, as it does.
  /// - Throws: A `FetchFailure` where another fetch is at work or curl is missing.
  func run(
    _ sources: [Source], isAsked: Bool, failed: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Summary {
    let lock = try FetchLock(path: lock)
    defer { withExtendedLifetime(lock) {} }
    let now = Date()
    let jobs = try sources.compactMap { source -> FetchRun.Job? in
      let state = try library.state(ofSource: source.target)
      return isAsked || state.isDue(at: now) ? FetchRun.Job(source, state: state) : nil
    }
    var summary = try await fetchWeb(jobs, failed)
    let paths = jobs.map(\.source).filter { $0.kind == .path }
    guard !paths.isEmpty else { return summary }
    let job = ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
    let report = try job.run(paths: paths.map { Configuration.path($0.target) })
    for failure in report.failures {
      summary.failures.append("\(failure)")
      failed("\(failure)")
    }
    summary.new += report.added
    summary.updated += report.replaced
    summary.sources += paths.count
    return summary
  }

  private func fetchWeb(
    _ jobs: [FetchRun.Job], _ failed: @escaping @Sendable (String) -> Void
  ) async throws -> Summary {
    var summary = Summary()
    guard jobs.contains(where: { $0.source.kind != .path }) else { return summary }
    let fetcher = try await CurlFetcher(agent: agent)
    let harvester = Harvester(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver(), fetcher: fetcher)
    let library = library
    let results = await FetchRun(fetcher: fetcher).run(jobs) {
      source, response async throws(FetchFailure) in
      try await harvester.read(source, response)
    } report: { result in
      try? library.write(result.state, ofSource: result.source.target)
      if case .failed(let reason) = result.outcome {
        failed("\(result.source.displayName) \(reason)")
      }
    }
    for result in results {
      summary.sources += 1
      switch result.outcome {
      case .read(let harvest):
        summary.new += harvest.new
        summary.updated += harvest.updated
      case .failed(let reason): summary.failures.append("\(result.source.displayName) \(reason)")
      case .unchanged, .paused: continue
      }
    }
    try harvester.finish()
    return summary
  }
}

/// The list of sources and what names in it mean.
enum SourceChoice {
  /// The file that lists the sources.
  static var file: SourceListFile {
    SourceListFile(
      path: Configuration.file(nil).deletingLastPathComponent().appending(path: "sources.toml").path
    )
  }
}
