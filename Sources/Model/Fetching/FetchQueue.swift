import Foundation

/// The jobs of one host, done one after the other.
struct FetchQueue: Sendable {
  private let jobs: [FetchRun.Job]
  private let fetcher: any Fetcher
  private let random: SplitMix64
  private let now: @Sendable () -> Date
  private let read: FetchRun.Reading

  /// Creates a queue.
  init(
    jobs: [FetchRun.Job], fetcher: any Fetcher, random: SplitMix64,
    now: @escaping @Sendable () -> Date, read: @escaping FetchRun.Reading
  ) {
    self.jobs = jobs
    self.fetcher = fetcher
    self.random = random
    self.now = now
    self.read = read
  }

  /// Does the jobs; once the host asks for a pause, those that are left are paused like it.
  func run(report: (FetchRun.Result) -> Void) async {
    var open: [FetchRun.Job] = []
    for job in jobs {
      if let date = job.state.pausedUntil, date > now() {
        report(.init(source: job.source, state: job.state, outcome: .paused(until: date)))
      } else {
        open.append(job)
      }
    }
    guard !open.isEmpty else { return }
    let requests = open.map { job in
      FetchRequest(
        job.source.target, headers: FetchSchedule.conditions(of: job.state),
        settings: job.source.settings)
    }
    var pause: Date?
    var done = 0
    var random = random
    await fetcher.fetch(requests) { index, answer in
      let job = open[index]
      let result: FetchRun.Result
      (result, pause) = await self.result(of: job, answer: answer, using: &random)
      report(result)
      done = index + 1
      return pause == nil && !Task.isCancelled
    }
    guard let pause else { return }
    for job in open[done...] {
      report(
        .init(
          source: job.source, state: FetchSchedule.paused(job.state, until: pause),
          outcome: .paused(until: pause)))
    }
  }

  /// What an answer makes of a job, and until when its host asks for a pause.
  private func result(
    of job: FetchRun.Job, answer: FetchAnswer, using random: inout SplitMix64
  ) async -> (FetchRun.Result, pause: Date?) {
    let (source, state) = (job.source, job.state)
    func failure(_ reason: String) -> FetchRun.Result {
      let state = FetchSchedule.failed(state, reason: reason, now: now(), using: &random)
      return .init(source: source, state: state, outcome: .failed(reason))
    }
    let response: FetchResponse
    switch answer {
    case .success(let value): response = value
    case .failure(let error): return (failure(error.reason), nil)
    }
    if let reason = AnswerProblem.reason(of: response, to: source) {
      if response.status == 410 {
        let state = FetchSchedule.ended(state, reason: reason, now: now())
        return (.init(source: source, state: state, outcome: .failed(reason)), nil)
      }
      let failed = failure(reason)
      guard let pause = FetchSchedule.pause(askedBy: response, now: now()) else {
        return (failed, nil)
      }
      let paused = FetchSchedule.paused(failed.state, until: pause)
      return (.init(source: source, state: paused, outcome: failed.outcome), pause)
    }
    var harvest = FetchRun.Harvest()
    if response.status != 304 {
      do throws(FetchFailure) {
        harvest = try await read(source, response)
      } catch {
        return (failure(error.reason), nil)
      }
    }
    let next = FetchSchedule.succeeded(
      state, response: response, news: harvest.new, timeToLive: harvest.timeToLive,
      interval: source.settings.interval, now: now())
    let outcome: FetchRun.Outcome = response.status == 304 ? .unchanged : .read(harvest)
    return (.init(source: source, state: next, outcome: outcome), nil)
  }
}
