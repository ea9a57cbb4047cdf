import Model
import Testing

@testable import Reader

@Suite("Any size of screen")
struct ScreenSizeTests {
  @Test("No size crashes, and every row is as wide as the screen", arguments: 1...130)
  func everyWidth(_ columns: Int) throws {
    var driver = try ScreenDriver(
      paths: [Seeds.arabic], columns: columns, rows: 12)
    for keys in [["Enter"], ["Tab"], ["f"], ["Esc"], ["?"], ["q"], ["/"], ["Esc"], ["z"]] {
      for key in keys { driver.press(key) }
      #expect(driver.grid.size == GridSize(rows: 12, columns: columns))
    }
  }

  @Test("A tiny screen survives every key", arguments: [(20, 5), (1, 1), (3, 2), (0, 0)])
  func tiny(_ size: (columns: Int, rows: Int)) throws {
    var driver = try ScreenDriver(
      paths: [Seeds.folder], columns: size.columns, rows: size.rows)
    for entry in CommandTable.entries where entry.command != .quit {
      for key in entry.contexts.values.joined() {
        driver.press(key)
        _ = driver.grid
        driver.press("Esc")
      }
    }
  }

  @Test("Resizing keeps the place in the text")
  func keepsPlace() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 24)
    try driver.putCursor(on: "Moyes")
    let cursor = driver.state.reading?.cursor
    for (columns, rows) in [(80, 24), (40, 10), (200, 60), (61, 7), (120, 24)] {
      driver.resize(columns: columns, rows: rows)
      let reading = try #require(driver.state.reading)
      #expect(reading.cursor == cursor)
      #expect(reading.layout.setting == driver.state.textSetting)
      #expect(
        (reading.top..<reading.top + driver.state.textHeight).contains(reading.cursorRow))
    }
  }

  @Test("The keys always go to a pane that is on screen")
  func focusIsVisible() throws {
    var random = SeededRandom(seed: 17)
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 24)
    var typed: [String] = []
    for _ in 0..<400 {
      let keys = [
        "Tab", "Shift-Tab", "h", "l", "z", "p", "q", "Enter", "Ctrl-O", "J", "resize", "c", "e",
        "R",
      ]
      let key = keys.randomElement(using: &random) ?? "Tab"
      typed.append(key)
      if key == "resize" {
        driver.resize(
          columns: [40, 59, 60, 99, 100, 200].randomElement(using: &random) ?? 80, rows: 24)
      } else {
        driver.press(key)
      }
      let shown = driver.state.arrangement.widths(columns: driver.state.size.columns).map(\.slot)
      #expect(shown.contains(driver.state.arrangement.focus), "after \(typed.suffix(20))")
    }
  }

  @Test("Under 100 columns the names fold to a key, under 60 one pane shows at a time")
  func folding() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 80, rows: 24)
    #expect(!driver.screen.contains("People"))
    driver.press("p")
    #expect(driver.screen.contains("People"))
    driver.resize(columns: 50, rows: 24)
    driver.press("Esc", "h", "h")
    #expect(driver.screen.contains("Articles") && !driver.screen.contains("│"))
    driver.press("Enter")
    #expect(!driver.screen.contains("Articles"))
  }
}
