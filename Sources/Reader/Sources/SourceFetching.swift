import Foundation
import Model

/// Fetches sources into a library, for the command line and for the screen alike.
struct SourceFetching: Sendable {
  /// What a fetch brought.
  struct Summary: Hashable, Sendable {
    var new = 0
    var updated = 0
    var removed = 0
    var sources = 0
    /// What failed, each with its source's name.
    var failures: [String] = []

    /// Whether there is something to see, or to mend.
    var isNews: Bool { new > 0 || updated > 0 || !failures.isEmpty }

    /// The summary in words.
    var text: String {
      "\(new) new, \(updated) updated from \(sources.counted("source"))"
        + (removed > 0 ? ", \(removed) old ones removed" : "")
        + (failures.isEmpty ? "" : ", \(failures.count) failed")
    }
  }

  /// What happens during a fetch.
  enum Event: Hashable, Sendable {
    /// So many of the sources are done with.
    case progress(Int, of: Int)
    /// A source failed, for the reason given.
    case failed(String)
  }

  let library: Library
  /// The file of the lock that lets one fetch run at a time.
  let lock: String
  /// The file of configuration that was named; its converters read what is in folders.
  let configuration: String?

  /// Fetches those of some sources that are due, or all of them where they were asked for.
  ///
  /// `report` is told what happens, by one task after the other.
  ///
  /// - Throws: A `FetchFailure` where another fetch is at work or curl is missing.
  func run(
    _ sources: [Source], isAsked: Bool, report: (Event) -> Void = { _ in }
  ) async throws -> Summary {
    let lock = try FetchLock(path: lock)
    defer { withExtendedLifetime(lock) {} }
    let now = Date()
    let jobs = try sources.compactMap { source -> FetchRun.Job? in
      let state = try library.state(ofSource: source.target)
      return isAsked || state.isDue(at: now) ? FetchRun.Job(source, state: state) : nil
    }
    var summary = try await fetchWeb(jobs, report)
    let paths = jobs.map(\.source).filter { $0.kind == .path }
    guard !paths.isEmpty else { return summary }
    let job = ImportJob(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver(),
      reader: .configured(try Configuration.read(configuration)))
    let imported = try job.run(paths: paths.map(\.target))
    for failure in imported.failures {
      summary.failures.append("\(failure)")
      report(.failed("\(failure)"))
    }
    summary.new += imported.added
    summary.updated += imported.replaced
    summary.sources += paths.count
    return summary
  }

  private func fetchWeb(
    _ jobs: [FetchRun.Job], _ report: (Event) -> Void
  ) async throws -> Summary {
    var summary = Summary()
    let jobs = jobs.filter { $0.source.kind != .path }
    guard !jobs.isEmpty else { return summary }
    let fetcher = try await CurlFetcher(agent: WebAnswer.agent)
    let harvester = Harvester(
      library: library, tagger: try NewsTagger(), resolver: try NewsResolver(), fetcher: fetcher)
    var done = 0
    let results = await FetchRun(fetcher: fetcher).run(jobs) {
      source, response async throws(FetchFailure) in
      try await harvester.read(source, response)
    } report: { result in
      try? library.write(result.state, ofSource: result.source.target)
      if case .failed(let reason) = result.outcome {
        report(.failed("\(result.source.displayName) \(reason)"))
      }
      done += 1
      report(.progress(done, of: jobs.count))
    }
    for result in results {
      summary.sources += 1
      switch result.outcome {
      case .read(let harvest):
        summary.new += harvest.new
        summary.updated += harvest.updated
      case .failed(let reason): summary.failures.append("\(result.source.displayName) \(reason)")
      case .unchanged, .paused: break
      }
      summary.removed += try library.prune(result.source, at: Date())
    }
    try harvester.finish()
    return summary
  }
}
