/// What is sent for a row of a grid.
struct OutputRow: Hashable, Sendable {
  /// The cells in the order in which they are sent; those of width 0 are not sent.
  var cells: [GridCell]
  /// For each column of the row as it appears, the column at which it is sent; nil where both are
  /// the same.
  var columns: [Int]?

  /// The column at which what appears in `column` is sent: there the cursor must stand.
  func sentColumn(of column: Int) -> Int {
    guard let columns, columns.indices.contains(column) else { return column }
    return columns[column]
  }

  /// Makes a row that is sent as it appears.
  init(cells: [GridCell]) {
    self.cells = cells
  }

  /// Adds what stands to the right of it; each part has the columns at which it appears.
  mutating func append(_ other: OutputRow, at column: Int, width: Int) {
    cells += other.cells
    let own = columns ?? Array(0..<column)
    columns = own + (0..<width).map { column + other.sentColumn(of: $0) }
  }

  /// Makes a row that is sent in another order.
  ///
  /// - Parameters:
  ///   - visual: The row as it appears.
  ///   - sent: What is sent.
  ///   - order: For each cell that is sent its number among those of `visual` that are.
  init(visual: some Sequence<GridCell>, sent: [GridCell], order: [Int]) {
    cells = sent
    var sentColumns = [Int](repeating: 0, count: sent.count)
    var column = 0
    for (cell, number) in zip(sent, order) {
      sentColumns[number] = column
      column += Int(cell.width)
    }
    var columns: [Int] = []
    var number = -1
    for cell in visual {
      if cell.width > 0 { number += 1 }
      let within = cell.width > 0 ? 0 : 1
      columns.append(sentColumns.indices.contains(number) ? sentColumns[number] + within : 0)
    }
    self.columns = columns
  }
}
