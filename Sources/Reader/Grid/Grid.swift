import Model

/// A rectangle of cells in visual order: what a view returns and what the terminal paints.
struct Grid: Hashable, Sendable {
  /// A place in a grid, counted from 0.
  struct Position: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  /// Its size.
  let size: GridSize
  /// The cells, row after row.
  private(set) var cells: [GridCell]
  /// Where the hardware cursor stands: on the selected row, for screen readers.
  var cursor: Position?

  /// Makes a grid of blank cells.
  init(size: GridSize) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cells of a row.
  func row(_ row: Int) -> ArraySlice<GridCell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cell at a place; places outside the grid are ignored when written and blank when read.
  subscript(row: Int, column: Int) -> GridCell {
    get {
      contains(row: row, column: column) ? cells[row * size.columns + column] : .blank
    }
    set {
      guard contains(row: row, column: column) else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  private func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Puts laid-out cells into a row from a column on, cut off at `limit` columns.
  ///
  /// A wide cell that the limit or the grid's edge would halve becomes a blank.
  mutating func put(
    _ line: some Sequence<Cell>, row: Int, column: Int, limit: Int = .max,
    style: (Cell) -> Style
  ) {
    let end = min(size.columns, column + min(limit, size.columns))
    var place = column
    for cell in line {
      guard place < end else { return }
      let width = Int(cell.width)
      guard place + width <= end else {
        self[row, place] = GridCell(style: style(cell))
        return
      }
      self[row, place] = GridCell(
        glyph: cell.glyph, marks: cell.marks, width: cell.width, level: cell.level,
        style: style(cell))
      if width == 2 {
        self[row, place + 1] = GridCell(width: 0, level: cell.level, style: style(cell))
      }
      place += width
    }
  }

  /// Copies `other` into the grid, its upper left corner at a place; takes over its cursor.
  mutating func put(_ other: Grid, row: Int, column: Int) {
    for line in 0..<other.size.rows {
      for place in 0..<other.size.columns {
        self[row + line, column + place] = other[line, place]
      }
    }
    if let inner = other.cursor {
      cursor = Position(row: row + inner.row, column: column + inner.column)
    }
  }

  /// Changes the style of some columns of a row.
  mutating func restyle(row: Int, columns: Range<Int>, _ change: (inout Style) -> Void) {
    for column in columns where contains(row: row, column: column) {
      change(&cells[row * size.columns + column].style)
    }
  }
}

/// A place of a grid: what stands there, how it looks, and its part in right-to-left text.
struct GridCell: Hashable, Sendable {
  /// What is drawn.
  var glyph: Unicode.Scalar = " "
  /// Its combining marks.
  var marks = Marks()
  /// Columns it takes: 1, 2, or 0 for the place that the wide cell to its left covers.
  var width: UInt8 = 1
  /// Its embedding level; the output modes that hand right-to-left text back to the terminal need
  /// it.
  var level: UInt8 = 0
  /// How it looks.
  var style = Style.plain

  /// An empty place.
  static let blank = GridCell()
}

/// How many rows and columns a screen or a pane has.
struct GridSize: Hashable, Sendable {
  /// Number of rows.
  var rows: Int
  /// Number of columns.
  var columns: Int

  /// Makes a size; numbers below zero count as zero.
  init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}
