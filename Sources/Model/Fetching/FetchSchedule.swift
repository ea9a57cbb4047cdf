import Foundation

/// When a source is fetched, and what an answer changes in that: functions of states and answers.
public enum FetchSchedule {
  /// The shortest and the longest interval, in seconds.
  public static let intervals: ClosedRange<TimeInterval> = 600...86_400
  /// The interval of a source of which nothing is known, in seconds.
  static let firstInterval: TimeInterval = 3_600
  /// The longest pause that a server can ask for, in seconds.
  static let longestPause: TimeInterval = 7 * 86_400

  // MARK: - Asking

  /// The header fields that let a server answer that nothing has changed.
  public static func conditions(of state: SourceState) -> [String: String] {
    var headers: [String: String] = [:]
    headers["If-None-Match"] = state.etag
    headers["If-Modified-Since"] = state.lastModified
    // What could not be sent verbatim is not sent.
    return headers.filter { $1.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } }
  }

  // MARK: - Answers

  /// The state after an answer that was read, or that said that nothing has changed.
  ///
  /// `news` counts the new articles; the time to live is how many seconds the feed itself says it can be
  /// kept.
  public static func succeeded(
    _ state: SourceState, response: FetchResponse, news: Int, timeToLive: TimeInterval?,
    interval: SourceSettings.Interval?, now: Date
  ) -> SourceState {
    var state = state
    if response.status == 304 {
      // RFC 9110, 15.4.5: a 304 has the fields that a 200 would have had, if they changed.
      state.etag = response.headers["etag"] ?? state.etag
      state.lastModified = response.headers["last-modified"] ?? state.lastModified
    } else {
      state.etag = response.headers["etag"]
      state.lastModified = response.headers["last-modified"]
    }
    state.permanentAddress = response.permanentAddress
    state.lastSuccess = now
    state.failures = 0
    state.pausedUntil = nil
    state.isGone = false
    let learned = learnedInterval(of: state, news: news, now: now)
    state.interval = learned
    if news > 0 { state.lastNews = now }
    switch interval {
    case .seconds(let seconds)?:
      state.nextTry = now.addingTimeInterval(max(intervals.lowerBound, seconds))
    case .learned?, nil:
      let asked = max(response.headers.maxAge ?? 0, timeToLive ?? 0)
      state.nextTry = now.addingTimeInterval(clamped(max(learned, asked)))
    }
    return state
  }

  /// The interval that experience suggests: half of the time between articles where there were new
  /// ones, brought nearer by half at most, and half as long again where there were none.
  private static func learnedInterval(of state: SourceState, news: Int, now: Date) -> TimeInterval {
    guard let last = state.interval else { return firstInterval }
    guard news > 0 else { return clamped(last * 1.5) }
    let elapsed = now.timeIntervalSince(state.lastNews ?? now)
    guard elapsed > 0 else { return clamped(last / 2) }
    return clamped(min(max(elapsed / TimeInterval(news) / 2, last / 2), last))
  }

  private static func clamped(_ interval: TimeInterval) -> TimeInterval {
    min(max(interval, intervals.lowerBound), intervals.upperBound)
  }

  /// The state after a fetch that failed: the next try is twice as far away as the last one was, with
  /// a quarter more or less so that sources do not stay in step.
  public static func failed(
    _ state: SourceState, reason: String, now: Date,
    using random: inout some RandomNumberGenerator
  ) -> SourceState {
    var state = state
    state.failures = min(state.failures + 1, 1_000)
    state.lastFailure = SourceState.Failure(date: now, reason: reason)
    let doubled = intervals.lowerBound * pow(2, TimeInterval(min(state.failures - 1, 10)))
    let jitter = TimeInterval.random(in: 0.75...1.25, using: &random)
    state.nextTry = now.addingTimeInterval(clamped(clamped(doubled) * jitter))
    return state
  }

  /// The state of a source whose server answered that it is gone for good.
  public static func ended(_ state: SourceState, reason: String, now: Date) -> SourceState {
    var state = state
    state.failures = min(state.failures + 1, 1_000)
    state.lastFailure = SourceState.Failure(date: now, reason: reason)
    state.nextTry = nil
    state.isGone = true
    return state
  }

  /// The state of a source whose server asked for a pause.
  public static func paused(_ state: SourceState, until date: Date) -> SourceState {
    var state = state
    state.pausedUntil = max(date, state.pausedUntil ?? .distantPast)
    state.nextTry = max(date, state.nextTry ?? .distantPast)
    return state
  }

  /// Until when an answer asks that nothing of its server is fetched.
  ///
  /// A server that is too busy and says no time is left alone for the shortest interval.
  public static func pause(askedBy response: FetchResponse, now: Date) -> Date? {
    guard [429, 503].contains(response.status) else { return nil }
    let date =
      response.headers.retryDate(from: now) ?? now.addingTimeInterval(intervals.lowerBound)
    return min(max(date, now), now.addingTimeInterval(longestPause))
  }
}
