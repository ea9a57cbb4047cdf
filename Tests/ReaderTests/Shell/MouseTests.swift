import Testing

@testable import Reader

@Suite("The mouse does what keys do in the pane under it")
struct MouseTests {
  @Test("Reports in SGR are read; others are no keys")
  func decoding() {
    var decoder = KeyDecoder()
    let read = decoder.feed("\u{1B}[<0;5;3Mj\u{1B}[<0;5;3m\u{1B}[<64;1;1M\u{1B}[<0;0;0M".utf8)
    #expect(
      read == [
        .mouse(MouseEvent(.press(isDouble: false), row: 2, column: 4)), .key(.character("j")),
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
  /// Presses the mouse.
  fileprivate mutating func click(row: Int, column: Int, isDouble: Bool = false) {
    deliver(.mouse(MouseEvent(.press(isDouble: isDouble), row: row, column: column)))
  }
}
