import Testing
@testable import Reader
import Model
@Suite("A grid holds cells in visual order") struct GridTests {
  @Test("A wide cell at the edge becomes a blank")
  func wideAtEdge() {
    var grid = Grid(size: GridSize(rows: 1, columns: 3))
    let cells = [
      Cell(glyph: "a", source: TextRange(0, 1)), Cell(glyph: "b", source: TextRange(1, 2)),
      Cell(glyph: "\u{4E2D}", width: 2, source: TextRange(2, 3)),
    ]
    grid.put(cells, row: 0, column: 0) { _ in .plain }
    #expect(grid.text == "ab")
  }
}
