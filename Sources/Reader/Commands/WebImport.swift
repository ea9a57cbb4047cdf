import Foundation
import Model

/// What an import takes from the web before it reads files.
///
/// The items of a feed are known again by what the feed calls them, as those of a source are, whatever
/// their place in it; pages and documents are read like files.
struct WebImport {
  /// What is left to be read, addresses included.
  private(set) var paths: [String] = []
  /// What servers answered at those addresses.
  private(set) var responses: [String: FetchResponse] = [:]

  private var harvest = FetchRun.Harvest()
  private var failures: [ImportFailure] = []

  /// Asks for the addresses among some paths, and takes the items of feeds into a library.
  init(_ all: [String], into library: Library) throws {
    var feeds: [FetchResponse] = []
    for path in all {
      guard WebReader.isAddress(path) else {
        paths.append(path)
        continue
      }
      do {
        let response = try WebInput.content(at: path)
        if (try? Feed(response)) != nil {
          feeds.append(response)
        } else {
          paths.append(path)
          responses[path] = response
        }
      } catch let failure as ImportFailure {
        failures.append(failure)
      }
    }
    guard !feeds.isEmpty else { return }
    let found = try WebInput.run { [feeds] in
      var harvest = FetchRun.Harvest()
      var failures: [ImportFailure] = []
      let harvester = Harvester(
        library: library, tagger: try NewsTagger(), resolver: try NewsResolver(),
        fetcher: try await CurlFetcher(agent: WebAnswer.agent))
      for response in feeds {
        do throws(FetchFailure) {
          let one = try await harvester.read(
            Source(kind: .feed, target: response.address), response)
          harvest.new += one.new
          harvest.updated += one.updated
          harvest.unchanged += one.unchanged
        } catch {
          failures.append(ImportFailure(path: response.address, reason: error.reason))
        }
      }
      try harvester.finish()
      return (harvest, failures)
    }
    harvest = found.0
    failures += found.1
  }

  /// Adds what was taken to the report of an import.
  func add(to report: inout ImportReport) {
    report.added += harvest.new
    report.replaced += harvest.updated
    report.unchanged += harvest.unchanged
    report.failures = failures + report.failures
  }
}
