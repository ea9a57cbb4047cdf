import Model
import Testing

@testable import Reader

@Suite("The articles that tell the same story")
struct RelatedStripTests {
  @Test("One line says that there are some, R unfolds them, Enter opens one, and back comes back")
  func strip() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    driver.press("Enter")
    #expect(driver.screen.contains("Same story 1  R unfolds"))
    let start = try #require(driver.state.location)
    let other = try #require(driver.state[RelatedPane.self]?.rows.first)
    #expect(other.summary.id != start.article)
    #expect(other.shared.contains { $0.name(in: .latin)?.contains("Kazemi") == true })
    driver.press("R")
    #expect(driver.state.footRows(of: .text) == 2)
    driver.press("Enter")
    #expect(driver.state.reading?.content.summary.id == other.summary.id)
    driver.press("Ctrl-O", "R")
    #expect(driver.state.location == start)
  }

  @Test("The strip gives the keys back, and never takes the text's last rows")
  func keys() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 24)
    driver.press("Enter", "R", "j", "k", "Esc", "G")
    let reading = try #require(driver.state.reading)
    #expect(
      (reading.top..<reading.top + driver.state.textHeight).contains(reading.cursorRow))
    driver.press("R", "q")
    #expect(!driver.handedOut.contains(.quit))
    for rows in [3, 5, 8, 9, 12] {
      driver.resize(columns: 120, rows: rows)
      #expect(driver.state.textHeight >= 1)
      #expect(driver.grid.size == GridSize(rows: rows, columns: 120))
    }
  }

  @Test("An article by itself has no strip, and R says so")
  func alone() throws {
    var driver = try ScreenDriver(paths: [Seeds.english], columns: 120, rows: 40)
    driver.press("Enter")
    #expect(driver.state.footRows(of: .text) == 0)
    driver.press("R")
    #expect(driver.foot.contains("No other article covers this story"))
  }
}
