import Foundation
import Testing

@testable import Model

@Suite("Answers decide when a source is fetched again") struct FetchScheduleTests {
  private let now = Date(timeIntervalSince1970: 1_700_000_000)
  private let feed = Source(kind: .feed, target: "https://news.example/feed")

  private func response(
    _ status: Int = 200, _ headers: HTTPHeaders = [:], body: String = "<rss/>",
    address: String = "https://news.example/feed"
  ) -> FetchResponse {
    FetchResponse(status: status, headers: headers, body: Data(body.utf8), address: address)
  }

  private func succeeded(
    _ response: FetchResponse, after state: SourceState = SourceState(), news: Int = 0,
    timeToLive: TimeInterval? = nil, interval: SourceSettings.Interval? = nil
  ) -> SourceState {
    FetchSchedule.succeeded(
      state, response: response, news: news, timeToLive: timeToLive, interval: interval, now: now)
  }

  private func wait(_ state: SourceState) -> TimeInterval? {
    state.nextTry?.timeIntervalSince(now)
  }

  @Test("Conditions are what the last answer said, and a 304 may change one of them")
  func conditions() {
    var state = succeeded(response(200, ["ETag": "W/\"1\"", "Last-Modified": "once"]))
    #expect(
      FetchSchedule.conditions(of: state)
        == ["If-None-Match": "W/\"1\"", "If-Modified-Since": "once"])
    state = succeeded(response(304, ["ETag": "W/\"2\""]), after: state)
    #expect(
      FetchSchedule.conditions(of: state)
        == ["If-None-Match": "W/\"2\"", "If-Modified-Since": "once"])
    state = succeeded(response(), after: state)
    #expect(FetchSchedule.conditions(of: state).isEmpty)
    state.etag = "\"é\r\nX: y\""
    #expect(FetchSchedule.conditions(of: state).isEmpty)
  }

  @Test("The interval shrinks while there is news, grows while there is none, and has bounds")
  func learning() {
    var state = succeeded(response(), news: 5)
    #expect(wait(state) == 3_600)
    for _ in 0..<20 { state = succeeded(response(304), after: state) }
    #expect(wait(state) == 86_400)
    for _ in 0..<20 { state = succeeded(response(), after: state, news: 100) }
    #expect(wait(state) == 600)
  }

  @Test("What the server and the feed say about keeping it is respected within the bounds")
  func keeping() {
    #expect(wait(succeeded(response(200, ["Cache-Control": "public, max-age=7200"]))) == 7_200)
    #expect(wait(succeeded(response(200, ["Cache-Control": "max-age=99999999"]))) == 86_400)
    #expect(wait(succeeded(response(200, ["Cache-Control": "no-cache, max-age=7200"]))) == 3_600)
    #expect(wait(succeeded(response(), timeToLive: 10_800)) == 10_800)
    #expect(wait(succeeded(response(), timeToLive: 10_800, interval: .seconds(900))) == 900)
    #expect(wait(succeeded(response(), interval: .seconds(1))) == 600)
  }

  @Test("Failures back off with jitter, up to a day; a success ends that")
  func backingOff() {
    var random = SplitMix64(seed: 1)
    var other = SplitMix64(seed: 2)
    var state = SourceState()
    var waits: [TimeInterval] = []
    for _ in 0..<12 {
      let previous = state
      state = FetchSchedule.failed(state, reason: "failed", now: now, using: &random)
      let twin = FetchSchedule.failed(previous, reason: "failed", now: now, using: &other)
      if state.failures == 3 { #expect(twin.nextTry != state.nextTry) }
      waits.append(wait(state) ?? 0)
    }
    #expect((600...750).contains(waits[0]))
    #expect((1_800...3_000).contains(waits[2]))
    #expect(waits.allSatisfy { (600...86_400).contains($0) })
    #expect(waits[11] >= 64_800)
    #expect(state.failures == 12)
    #expect(state.lastFailure?.reason == "failed")
    state = succeeded(response(), after: state)
    #expect(state.failures == 0)
    #expect(state.lastFailure != nil)
  }

  @Test("A server's wish for a pause is read from seconds and dates, and has a bound")
  func pauses() {
    func pause(_ status: Int, _ value: String?) -> TimeInterval? {
      let headers: HTTPHeaders = value.map { ["Retry-After": $0] } ?? [:]
      return FetchSchedule.pause(askedBy: response(status, headers), now: now)?
        .timeIntervalSince(now)
    }
    #expect(pause(429, "120") == 120)
    // `now` is Tue, 14 Nov 2023 22:13:20 GMT.
    #expect(pause(503, "Tue, 14 Nov 2023 22:14:20 GMT") == 60)
    #expect(pause(503, "Tuesday, 14-Nov-23 22:14:20 GMT") == 60)
    #expect(pause(503, "Tue Nov 14 22:14:20 2023") == 60)
    #expect(pause(503, "Tue, 14 Nov 2000 22:14:20 GMT") == 0)
    #expect(pause(429, nil) == 600)
    #expect(pause(429, "soon") == 600)
    #expect(abs((pause(429, "4000000000") ?? 0) - 7 * 86_400) < 1)
    #expect(pause(200, "120") == nil)
  }

  @Test("Logins, challenges and pages in the place of a feed are said to be what they are")
  func problems() {
    func reason(_ response: FetchResponse) -> String {
      AnswerProblem.reason(of: response, to: feed) ?? ""
    }
    let page = "<!-- x --> <!DOCTYPE html><html>"
    #expect(reason(response()) == "")
    #expect(reason(response(304, body: "")) == "")
    #expect(reason(response(401)).contains("login"))
    #expect(reason(response(403, ["cf-mitigated": "challenge"])).contains("challenge"))
    let check = response(503, body: page + "/cdn-cgi/challenge-platform/")
    #expect(reason(check).contains("challenge"))
    #expect(reason(response(404, body: page + "g-recaptcha")).contains("not found"))
    #expect(reason(response(511)).contains("network"))
    #expect(reason(response(body: page)).contains("a web page, not"))
    #expect(reason(response(body: page + "<input type=\"password\">")).contains("login"))
    #expect(reason(response(body: page, address: "http://hotel.example/")).contains("network"))
    let own = Source(kind: .page, target: feed.target)
    #expect(AnswerProblem.reason(of: response(body: page), to: own) == nil)
  }

  @Test("States are stored and read again")
  func coding() throws {
    var random = SplitMix64(seed: 1)
    let state = FetchSchedule.failed(
      succeeded(response(200, ["ETag": "x"])), reason: "was late", now: now, using: &random)
    let data = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(SourceState.self, from: data) == state)
  }
}
