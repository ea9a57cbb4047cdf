import Foundation
import Model
import Testing

@testable import Reader

@Suite("The timeline on the page of a name")
final class TimelineTests {
  private let file = FileManager.default.temporaryDirectory.appending(
    path: "timeline-\(UUID().uuidString).jsonl")

  init() throws {
    let days = ["2019-01-10", "2020-02-11", "2020-02-12", "2020-08-18"]
    let lines = try days.map { day in
      let object = [
        "title": "The day of \(day)", "date": day,
        "text": "Iraqi Prime Minister Mustafa Al-Kazemi spoke in Baghdad on that day, \(day).",
      ]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: file)
  }

  /// The page of the name with the cursor on its chart.
  private func page() throws -> ScreenDriver {
    var driver = try ScreenDriver(paths: [file.path], columns: 120, rows: 40)
    driver.press("Enter", "w", "e", "g")
    for _ in 0..<20 where driver.state[EntityPagePane.self]?.chartColumn == nil {
      driver.press("j")
    }
    return driver
  }

  @Test("A bar is chosen, and opens to the articles of its time")
  func opening() throws {
    var driver = try page()
    #expect(driver.state[EntityPagePane.self]?.chartColumn != nil)
    #expect(driver.screen.contains("1 article from 2020-08"))
    driver.press("l")
    #expect(driver.screen.contains("1 article from 2020-08"), "it is the last")
    driver.press("h")
    #expect(driver.screen.contains("2 articles from 2020-02"))
    driver.press("Enter")
    #expect(driver.state[EntityPagePane.self] == nil)
    #expect(driver.state.list.count == 2)
    #expect(driver.state.list.filter?.query.text.contains("after:2020-02") == true)
    #expect(driver.title?.contains("2020-02") == true)
    driver.press("Ctrl-O")
    #expect(driver.state[EntityPagePane.self] != nil)
  }

  @Test("The newest bar opens to what is from then on")
  func newest() throws {
    var driver = try page()
    driver.press("Enter")
    #expect(driver.state.list.count == 1)
    #expect(driver.title == "The day of 2020-08-18")
  }
}
