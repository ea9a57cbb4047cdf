/// Reverses what kitty's shaping turns around: mode `kitty`.
///
/// kitty hands each run of neighbouring cells that have the same font face to HarfBuzz, which sets
/// a run whose first letter is of a right-to-left script from right to left, in its place. Blanks
/// and box drawing end a run. So runs of right-to-left letters are sent reversed, and what is glued
/// to them (punctuation, digits, Latin) is kept out of the run by another face: bold, or not bold
/// where the letters are. So are letters that kitty would not keep in their cells within a run.
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

  /// Cells of a token that kitty hands to HarfBuzz together.
  private struct Run {
    var cells: Range<Int>
    /// Whether they are of a right-to-left script, so that HarfBuzz turns them around.
    var isRightToLeft: Bool
  }

  /// Prepares neighbouring cells between two ends of runs.
  private static func prepareToken(_ cells: inout [GridCell], _ token: Range<Int>) {
    let runs = runs(of: cells, token)
    guard runs.contains(where: \.isRightToLeft) else { return }
    // Faces alternate, beginning with the one that leaves more letters as they are.
    var balance = 0
    for (number, run) in runs.enumerated() where run.isRightToLeft {
      let keeps = cells[run.cells.lowerBound].style.isBold == (number % 2 == 1)
      balance += keeps ? run.cells.count : -run.cells.count
    }
    let beginsBold = balance < 0
    for (number, run) in runs.enumerated() {
      for place in run.cells { cells[place].style.isBold = (number % 2 == 1) != beginsBold }
      if run.isRightToLeft { reverseText(&cells, run.cells) }
    }
  }

  /// The runs into which a token is to be divided.
  private static func runs(of cells: [GridCell], _ token: Range<Int>) -> [Run] {
    var runs: [Run] = []
    for place in token {
      let isRightToLeft = isInRightToLeftBlock(cells[place].glyph)
      if let last = runs.last, last.isRightToLeft == isRightToLeft,
        !isRightToLeft
          || cells[place].style.isBold == cells[place - 1].style.isBold
            && !standsAlone(cells[place]) && !standsAlone(cells[place - 1])
      {
        runs[runs.count - 1].cells = last.cells.lowerBound..<(place + 1)
      } else {
        runs.append(Run(cells: place..<(place + 1), isRightToLeft: isRightToLeft))
      }
    }
    return runs
  }

  /// Whether a cell of a right-to-left script must be a run of its own: marks would be moved to
  /// other cells of the run, and a letter that the font lacks ends the run where it stands.
  private static func standsAlone(_ cell: GridCell) -> Bool {
    guard cell.marks.isEmpty else { return true }
    switch cell.glyph.value {
    // Letters of Persian: peh, tcheh, jeh, keheh and gaf, yeh.
    case 0xFB56...0xFB59, 0xFB7A...0xFB7D, 0xFB8A...0xFB8B, 0xFB8E...0xFB95, 0xFBFC...0xFBFF:
      return false
    // Digits of Persian and Urdu.
    case 0x6F0...0x6F9: return false
    // Letters of other languages, which fewer fonts have.
    case 0x66E...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF: return true
    default: return false
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
