import Testing

@testable import Reader

@Suite("The mouse does what keys do in the pane under it")
struct MouseTests {
  @Test("Reports in SGR are read; others are no keys")
  func decoding() {
    var decoder = KeyDecoder()
    let reports = ["[<0;5;3Mj", "[<0;5;3m", "[<32;6;3M", "[<64;1;1M", "[<0;0;0M"]
    let read = decoder.feed(reports.map { "\u{1B}" + $0 }.joined().utf8)
    #expect(
      read == [
        .mouse(MouseEvent(.press(isDouble: false), row: 2, column: 4)), .key(.character("j")),
        .mouse(MouseEvent(.drag, row: 2, column: 5)),
        .mouse(MouseEvent(.wheelUp, row: 0, column: 0)),
      ])
    #expect(decoder.patience == .none)
  }

  @Test("A click in the list selects the article under it, a double click opens it")
  func list() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 24)
    driver.click(row: 4, column: 5)
    #expect(driver.state.list.selected == 1)
    driver.click(row: 1, column: 5)
    #expect(driver.state.list.selected == 0)
    driver.click(row: 1, column: 5, isDouble: true)
    #expect(driver.state.arrangement.focus == .text)
  }

  @Test("The wheel scrolls the pane under it and leaves the keys where they are")
  func wheel() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 24)
    #expect(driver.state.arrangement.focus == .list)
    driver.deliver(.mouse(MouseEvent(.wheelDown, row: 5, column: 60)))
    #expect(driver.state.reading?.top == 3)
    #expect(driver.state.arrangement.focus == .list)
    driver.deliver(.mouse(MouseEvent(.wheelUp, row: 5, column: 60)))
    #expect(driver.state.reading?.top == 0)
  }

  @Test("A border is dragged as far as panes may be wide, and comes back at once")
  func borders() throws {
    for columns in [80, 120] {
      var driver = try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: 24)
      let start = try #require(driver.state.columns(of: .list))
      driver.drag(from: start, to: start + 5)
      #expect(driver.state.columns(of: .list) == min(start + 5, columns * 2 / 5))
      driver.drag(from: try #require(driver.state.columns(of: .list)), to: columns - 1)
      #expect(driver.state.columns(of: .list) == columns * 2 / 5)
      driver.drag(from: columns * 2 / 5, to: start)
      #expect(driver.state.columns(of: .list) == start)
      // What is dragged from elsewhere moves no border.
      driver.drag(from: 1, to: start + 5)
      #expect(driver.state.columns(of: .list) == start)

      driver.press("Enter", "p", "p", "l")
      guard let names = driver.state.columns(of: .names) else { continue }
      driver.drag(from: columns - names - 1, to: columns - names - 1 + 3)
      #expect(driver.state.columns(of: .names) == names - 3)
    }
  }

  @Test("A click on a name of the text selects it")
  func name() throws {
    var driver = try ScreenDriver(paths: [Seeds.english], columns: 120, rows: 24)
    driver.press("Enter", "w")
    let place = try #require(driver.grid.cursor)
    let entity = driver.state.activePane?.entityUnderCursor(in: driver.state)
    driver.press("g")
    driver.click(row: place.row, column: place.column)
    #expect(driver.state.selection == entity.map { .entity($0) })
  }

  @Test("No place on any screen crashes")
  func anywhere() throws {
    for (columns, rows) in [(120, 24), (80, 12), (30, 6), (1, 1)] {
      var driver = try ScreenDriver(paths: [Seeds.folder], columns: columns, rows: rows)
      for key in ["Esc", "Enter", "e", "/", "Esc", "?", "q", "A"] {
        driver.press(key)
        for row in stride(from: 0, to: rows, by: 3) {
          for column in stride(from: 0, to: columns, by: 9) {
            driver.deliver(.mouse(MouseEvent(.wheelDown, row: row, column: column)))
            driver.click(row: row, column: column)
          }
        }
        #expect(driver.grid.size == GridSize(rows: rows, columns: columns))
      }
    }
  }
}

extension ScreenDriver {
  /// Presses the mouse in a column, moves it and lets it go.
  fileprivate mutating func drag(from start: Int, to end: Int) {
    deliver(.mouse(MouseEvent(.press(isDouble: false), row: 3, column: start)))
    let step = start < end ? 1 : -1
    for column in stride(from: start, through: end, by: step) {
      deliver(.mouse(MouseEvent(.drag, row: 3, column: column)))
    }
  }

  /// Presses the mouse.
  fileprivate mutating func click(row: Int, column: Int, isDouble: Bool = false) {
    deliver(.mouse(MouseEvent(.press(isDouble: isDouble), row: row, column: column)))
  }
}
