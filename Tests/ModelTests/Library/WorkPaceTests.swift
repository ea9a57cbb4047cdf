import Testing

@testable import Model

@Suite("Rate and time left follow from recent progress") struct WorkPaceTests {
  private let start = ContinuousClock.now

  @Test("Nothing is shown before it can be known")
  func waits() {
    var pace = WorkPace()
    pace.note(articles: 0, done: 0, of: 1000, at: start)
    pace.note(articles: 50, done: 100, of: 1000, at: start + .milliseconds(500))
    #expect(pace.articlesPerSecond == nil && pace.timeLeft == nil)
    pace.note(articles: 100, done: 200, of: 1000, at: start + .seconds(1))
    #expect(pace.articlesPerSecond == 100)
    #expect(pace.timeLeft == .seconds(4))
  }

  @Test("Articles skipped at the start do not count")
  func forgets() {
    var pace = WorkPace()
    pace.note(articles: 0, done: 0, of: 10_000, at: start)
    pace.note(articles: 5000, done: 5000, of: 10_000, at: start + .seconds(1))
    for second in 2...40 {
      let done = 5000 + 10 * second
      pace.note(articles: done, done: done, of: 10_000, at: start + .seconds(second))
    }
    #expect(pace.articlesPerSecond == 10)
    #expect(pace.timeLeft == .seconds(460))
  }

  @Test("Without progress, or without an end, no time is shown")
  func stands() {
    var pace = WorkPace()
    for second in 0...5 {
      pace.note(articles: 0, done: 0, of: 100, at: start + .seconds(second))
    }
    #expect(pace.articlesPerSecond == 0 && pace.timeLeft == nil)
    var endless = WorkPace()
    for second in 0...5 {
      endless.note(articles: second, done: second, of: 0, at: start + .seconds(second))
    }
    #expect(endless.articlesPerSecond == 1 && endless.timeLeft == nil)
  }
}
