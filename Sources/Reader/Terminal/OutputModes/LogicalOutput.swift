import Model

/// Sends the letters in logical order, as programs do that know nothing of direction: mode
/// `logical`.
struct LogicalOutput: OutputMode {
  /// Whether lam-alef becomes two letters again; on a screen it stays one cell.
  var expandsLamAlef = false

  func output(for row: ArraySlice<GridCell>) -> OutputRow {
    let cells = row.filter { $0.width > 0 }
    guard let highest = cells.map(\.level).max(), highest > 0 else {
      return OutputRow(cells: Array(row))
    }
    // UAX #9 L2, which undoes itself when the levels move with the cells.
    var order = Array(cells.indices)
    for level in (1...highest).reversed() {
      var place = 0
      while place < order.count {
        guard cells[order[place]].level >= level else {
          place += 1
          continue
        }
        var end = place + 1
        while end < order.count, cells[order[end]].level >= level { end += 1 }
        order[place..<end].reverse()
        place = end
      }
    }
    var sent = order.map { number in
      var cell = cells[number]
      // UAX #9 L4 undone: the bracket as it was written.
      if cell.level & 1 == 1 { cell.glyph = GlyphForms.mirror(of: cell.glyph) }
      return cell
    }
    LogicalLetters.restore(&sent)
    if expandsLamAlef {
      return OutputRow(cells: sent.flatMap(LogicalLetters.expandLamAlef))
    }
    return OutputRow(visual: Array(row), sent: sent, order: order)
  }
}
