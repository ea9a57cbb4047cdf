/// Reverses what kitty's shaping turns around: mode `kitty`.
///
/// kitty hands each run of neighbouring cells that have the same font face to HarfBuzz, which sets
/// a run whose first letter is of a right-to-left script from right to left, in its place. Blanks
/// and box drawing end a run. So runs of right-to-left letters are sent reversed, and what is glued
/// to them (punctuation, digits, Latin) is kept out of the run by another face: bold, or not bold
/// where the letters are.
struct KittyOutput: OutputMode {
  func output(for row: ArraySlice<GridCell>) -> OutputRow {
    var cells = row.filter { $0.width > 0 }
    guard cells.contains(where: { Self.isInRightToLeftBlock($0.glyph) }) else {
      return OutputRow(cells: Array(row))
    }
    var place = 0
    while place < cells.count {
      let end = cells[place...].firstIndex { Self.endsRun($0.glyph) } ?? cells.count
      if end > place { Self.prepareToken(&cells, place..<end) }
      place = end + 1
    }
    return OutputRow(cells: cells)
  }

  /// Prepares neighbouring cells between two ends of runs.
  private static func prepareToken(_ cells: inout [GridCell], _ token: Range<Int>) {
    var place = token.lowerBound
    var faceOfLetters: Bool?
    while place < token.upperBound {
      let isLetters = isInRightToLeftBlock(cells[place].glyph)
      let isBold = cells[place].style.isBold
      var end = place + 1
      while end < token.upperBound, isInRightToLeftBlock(cells[end].glyph) == isLetters,
        !isLetters || cells[end].style.isBold == isBold
      {
        end += 1
      }
      if isLetters {
        reverseText(&cells, place..<end)
        faceOfLetters = isBold
      } else {
        // Its neighbours' face: of the letters before it, or of those after it.
        let next = end < token.upperBound ? cells[end].style.isBold : nil
        if let face = faceOfLetters ?? next {
          for index in place..<end { cells[index].style.isBold = !face }
        }
      }
      place = end
    }
  }

  /// Reverses what is drawn; colours and attributes stay, as kitty gives them to places.
  private static func reverseText(_ cells: inout [GridCell], _ run: Range<Int>) {
    let styles = cells[run].map(\.style)
    cells[run].reverse()
    for (place, style) in zip(run, styles) { cells[place].style = style }
  }

  private static func endsRun(_ glyph: Unicode.Scalar) -> Bool {
    glyph == " " || (0x2500...0x259F).contains(glyph.value)
  }

  /// The blocks of right-to-left scripts, their digits and punctuation included: to HarfBuzz
  /// Arabic digits are Arabic like its letters (Scripts.txt).
  private static func isInRightToLeftBlock(_ glyph: Unicode.Scalar) -> Bool {
    switch glyph.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
