import Foundation
import Synchronization
import Testing

@testable import Model

/// Gives canned answers and notes what was asked.
private final class CannedFetcher: Fetcher {
  private let answers: @Sendable (FetchRequest) -> FetchAnswer
  private let log = Mutex<(requests: [FetchRequest], open: Int, most: Int)>(([], 0, 0))

  var requests: [FetchRequest] { log.withLock { $0.requests } }
  var mostAtOnce: Int { log.withLock { $0.most } }

  init(_ answers: @escaping @Sendable (FetchRequest) -> FetchAnswer) {
    self.answers = answers
  }

  func fetch(_ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool) async {
    log.withLock {
      $0.open += 1
      $0.most = max($0.most, $0.open)
    }
    for (index, request) in requests.enumerated() {
      if Task.isCancelled { break }
      log.withLock { $0.requests.append(request) }
      await Task.yield()
      guard await receive(index, answers(request)) else { break }
    }
    log.withLock { $0.open -= 1 }
  }
}

@Suite("A run fetches sources host by host") struct FetchRunTests {
  private let now = Date(timeIntervalSince1970: 1_700_000_000)

  private func jobs(_ targets: [String]) -> [FetchRun.Job] {
    targets.map { FetchRun.Job(Source(kind: .feed, target: $0)) }
  }

  private func run(_ fetcher: CannedFetcher, width: Int = 4) -> FetchRun {
    let now = now
    return FetchRun(fetcher: fetcher, width: width, seed: 1, now: { now })
  }

  private static func ok(_ request: FetchRequest, status: Int = 200) -> FetchAnswer {
    .success(FetchResponse(status: status, body: Data("<rss/>".utf8), address: request.target))
  }

  @Test("News, nothing new, and failures come with the states to store")
  func outcomes() async {
    let fetcher = CannedFetcher { request in
      switch request.target {
      case "http://a.example/same": Self.ok(request, status: 304)
      case "http://a.example/gone": Self.ok(request, status: 410)
      case "http://b.example/lost": .failure(FetchFailure("was not reached"))
      default: Self.ok(request)
      }
    }
    let names = ["a.example/new", "a.example/same", "a.example/gone", "b.example/lost"]
    let targets = (names + ["b.example/odd"]).map { "http://\($0)" }
    let results = await run(fetcher).run(jobs(targets)) { source, _ throws(FetchFailure) in
      if source.target.hasSuffix("odd") { throw FetchFailure("is not a feed") }
      return FetchRun.Harvest(new: 3)
    }
    let found = Dictionary(uniqueKeysWithValues: results.map { ($0.source.target, $0) })
    #expect(found.count == 5)
    #expect(found[targets[0]]?.outcome == .read(FetchRun.Harvest(new: 3)))
    #expect(found[targets[0]]?.state.lastSuccess == now)
    #expect(found[targets[1]]?.outcome == .unchanged)
    #expect(found[targets[2]]?.state.isGone == true)
    #expect(found[targets[2]]?.state.isDue(at: .distantFuture) == false)
    #expect(found[targets[3]]?.outcome == .failed("was not reached"))
    #expect(found[targets[4]]?.outcome == .failed("is not a feed"))
    #expect(found[targets[4]]?.state.failures == 1)
  }

  @Test("A host that asks for a pause is not asked again, and other hosts are")
  func pause() async {
    let fetcher = CannedFetcher { request in
      request.target == "http://a.example/1"
        ? .success(
          FetchResponse(
            status: 429, headers: ["Retry-After": "300"], address: request.target))
        : Self.ok(request)
    }
    let first = (0..<4).map { "http://a.example/\($0)" } + ["http://b.example/"]
    let results = await run(fetcher).run(jobs(first)) { _, _ in FetchRun.Harvest() }
    #expect(results.count == 5)
    #expect(fetcher.requests.count == 3)
    let until = now.addingTimeInterval(300)
    let paused = results.filter { $0.outcome == .paused(until: until) }
    #expect(Set(paused.map(\.source.target)) == ["http://a.example/2", "http://a.example/3"])
    #expect(results.filter { $0.state.pausedUntil == until }.count == 3)
    let again = results.map { FetchRun.Job($0.source, state: $0.state) }
    _ = await run(fetcher).run(again) { _, _ in FetchRun.Harvest() }
    #expect(fetcher.requests.count == 5)
  }

  @Test("Hosts are asked side by side, up to a limit, and each source once")
  func width() async {
    let fetcher = CannedFetcher { Self.ok($0) }
    let targets = (0..<40).map { "http://h\($0 % 10).example/\($0)" }
    let results = await run(fetcher, width: 3).run(jobs(targets + targets)) { _, _ in
      FetchRun.Harvest()
    }
    #expect(Set(results.map(\.source.target)) == Set(targets))
    #expect(fetcher.requests.count == 40)
    #expect((2...3).contains(fetcher.mostAtOnce))
  }

  @Test("A cancelled run returns with what it has")
  func cancelling() async {
    let fetcher = CannedFetcher { Self.ok($0) }
    let run = run(fetcher, width: 1)
    let jobs = jobs((0..<100).map { "http://h\($0).example/" })
    let task = Task {
      await run.run(jobs) { _, _ in
        try? await Task.sleep(for: .milliseconds(1))
        return FetchRun.Harvest()
      }
    }
    while fetcher.requests.count < 5 { await Task.yield() }
    task.cancel()
    let results = await task.value
    #expect((1..<100).contains(results.count))
  }

  @Test("One fetch runs at a time, and the second hears who runs the first")
  func lock() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    let first = try FetchLock(path: path.path)
    let refusal = #expect(throws: FetchFailure.self) { try FetchLock(path: path.path) }
    #expect(refusal?.reason.contains("process \(getpid())") == true)
    withExtendedLifetime(first) {}
  }
}
