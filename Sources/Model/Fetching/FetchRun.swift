import Foundation

/// Fetches sources side by side, one after the other at each host.
public struct FetchRun: Sendable {
  /// A source to fetch, with the settings that hold for it, and what is known of it.
  public struct Job: Hashable, Sendable {
    /// The source.
    public var source: Source
    /// What is known of it.
    public var state: SourceState

    /// Creates a job.
    public init(_ source: Source, state: SourceState = SourceState()) {
      self.source = source
      self.state = state
    }
  }

  /// What reading an answer gave.
  public struct Harvest: Hashable, Sendable {
    /// The articles that were not in the library.
    public var new: Int
    /// The articles whose text has changed.
    public var updated: Int
    /// The articles that are as they were.
    public var unchanged: Int
    /// How many seconds the feed itself says it can be kept.
    public var timeToLive: TimeInterval?

    /// Creates a harvest.
    public init(
      new: Int = 0, updated: Int = 0, unchanged: Int = 0, timeToLive: TimeInterval? = nil
    ) {
      self.new = new
      self.updated = updated
      self.unchanged = unchanged
      self.timeToLive = timeToLive
    }
  }

  /// What came of a job.
  public enum Outcome: Hashable, Sendable {
    /// The answer was read.
    case read(Harvest)
    /// Nothing has changed since the last fetch.
    case unchanged
    /// It failed, for the reason given.
    case failed(String)
    /// It was not fetched because its server asked for a pause.
    case paused(until: Date)
  }

  /// A job that is done: its new state is to be stored.
  public struct Result: Hashable, Sendable {
    /// The source.
    public let source: Source
    /// Its new state.
    public let state: SourceState
    /// What came of it.
    public let outcome: Outcome
  }

  /// Reads the answer of a source; throws a `FetchFailure` where there is nothing in it to read.
  public typealias Reading = @Sendable (Source, FetchResponse) async throws(FetchFailure) -> Harvest

  /// Sends the requests.
  private let fetcher: any Fetcher
  /// Runs the commands of sources of the kind `run`.
  private let commands: any Fetcher
  /// How many hosts are asked at the same time.
  private let width: Int
  /// The seed of the jitter.
  private let seed: UInt64
  /// The time.
  private let now: @Sendable () -> Date

  /// Creates a run.
  public init(
    fetcher: any Fetcher, commands: any Fetcher = CommandFetcher(), width: Int = 16,
    seed: UInt64 = .random(in: .min ... .max), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.fetcher = fetcher
    self.commands = commands
    self.width = max(1, width)
    self.seed = seed
    self.now = now
  }

  /// Fetches all jobs whose server has not asked for a pause.
  ///
  /// When the task is cancelled it returns soon, with the results that there are.
  ///
  /// - Parameters:
  ///   - jobs: The sources; which of them are due is for the caller to choose, but folders and files
  ///     are not fetched.
  ///   - read: Reads an answer. It is called from several tasks, and a host waits for it.
  ///   - report: Takes each result as it comes, in one task.
  public func run(
    _ jobs: [Job], read: @escaping Reading, report: (Result) async -> Void = { _ in }
  ) async -> [Result] {
    let queues = Self.queues(of: jobs)
    let (stream, continuation) = AsyncStream.makeStream(of: Result.self)
    let work = Task {
      await withTaskGroup(of: Void.self) { group in
        for (index, queue) in queues.enumerated() {
          if index >= width { _ = await group.next() }
          if Task.isCancelled { break }
          let worker = FetchQueue(
            jobs: queue, fetcher: queue[0].source.kind == .run ? commands : fetcher,
            random: SplitMix64(seed: seed &+ UInt64(index)), now: now, read: read)
          group.addTask { await worker.run { continuation.yield($0) } }
        }
      }
      continuation.finish()
    }
    return await withTaskCancellationHandler {
      var results: [Result] = []
      // The stream is read to its end even if this task is cancelled: what was stored is reported.
      for await result in stream {
        await report(result)
        results.append(result)
      }
      await work.value
      return results
    } onCancel: {
      work.cancel()
    }
  }

  /// The jobs by their host, the longest queue first, each source once.
  private static func queues(of jobs: [Job]) -> [[Job]] {
    var queues: [String: [Job]] = [:]
    var order: [String] = []
    var seen: Set<String> = []
    for job in jobs where job.source.kind != .path {
      guard seen.insert("\(job.source.kind) \(job.source.target)").inserted else { continue }
      let isCommand = job.source.kind == .run
      // A slash is in no host's name.
      let key = isCommand ? "/" + job.source.target : WebAddress(job.source.target)?.host ?? "/"
      if queues[key] == nil { order.append(key) }
      queues[key, default: []].append(job)
    }
    let sorted = order.enumerated().sorted { first, second in
      let counts = (queues[first.element]?.count ?? 0, queues[second.element]?.count ?? 0)
      return counts.0 != counts.1 ? counts.0 > counts.1 : first.offset < second.offset
    }
    return sorted.compactMap { queues[$0.element] }
  }
}

/// Random numbers for jitter, the same for the same seed.
struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  init(seed: UInt64) {
    state = seed
  }

  /// The next number (Steele, Lea, Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
