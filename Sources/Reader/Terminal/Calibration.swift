import Model

/// The screen that shows one line in each mode and asks which reads right: no terminal tells how it
/// orders letters, so looking is the only certain test.
struct Calibration {
  /// The text that is shown: letters, a number and Latin in brackets, so that every way of getting
  /// it wrong can be seen.
  static let sample = "وصل 3,500 جندي (Iraq) إلى بغداد، قال الكاظمي."

  /// The modes that need no switch, in the order of their numbers.
  static let modes: [BidiMode] = [.visual, .kitty, .inverse, .logical]

  /// The screen to judge.
  ///
  /// - Parameters:
  ///   - size: The size of the screen.
  ///   - identity: The terminal.
  ///   - isSwitched: Whether the terminal's own reordering is switched off: then there is only one
  ///     line to judge.
  static func grid(size: GridSize, identity: TerminalIdentity, isSwitched: Bool) -> Grid {
    var grid = Grid(size: size)
    let question =
      isSwitched
      ? ["Does this line read right, from right to left?", "5 yes   0 no   q leave"]
      : ["Which line reads right, from right to left?", "1-4 that line   0 none   q leave"]
    write(question[0], row: 0, into: &grid)
    write(question[1], row: 1, into: &grid)
    let lines = isSwitched ? [(5, BidiMode.explicit)] : modes.enumerated().map { ($0 + 1, $1) }
    let width = max(1, min(60, size.columns - 4))
    for (number, mode) in lines {
      var line = Grid(size: GridSize(rows: 1, columns: width))
      let layout = TextLayout.singleLine(
        ScalarText(sample), width: width, direction: .rightToLeft)
      line.put(layout.cells, row: 0, column: width - layout.width) { _ in .plain }
      let row = isSwitched ? 3 : number * 2 + 1
      write("\(number)", row: row, into: &grid)
      for (column, cell) in identity.output(mode).output(for: line.row(0)).cells.enumerated() {
        grid[row, column + 3] = cell
      }
    }
    return grid
  }

  /// Asks; nil where the user leaves without an answer, `auto` where no line reads right.
  static func ask(_ session: TerminalSession, identity: TerminalIdentity) -> BidiMode? {
    // Where a switch is known to work it is tried first: other lines may read right as well, but
    // the switch is right for every text.
    var isSwitched = identity.neededMode == .explicit
    var isLast = false
    if isSwitched { session.setBidi(.explicit) }
    let paint = {
      session.paint(grid(size: session.size, identity: identity, isSwitched: isSwitched))
    }
    paint()
    for event in session.events {
      switch event {
      case .key(let key):
        switch key {
        case .character("q"), .escape, .control("C"): return nil
        case .character("0") where isLast: return .auto
        case .character("0"):
          isLast = true
          isSwitched.toggle()
          session.setBidi(isSwitched ? .explicit : .visual)
        case .character("5") where isSwitched: return .explicit
        case .control("Z"): session.suspend()
        default:
          if !isSwitched, let digit = key.typed.flatMap({ Int(String($0)) }),
            modes.indices.contains(digit - 1)
          {
            return modes[digit - 1]
          }
        }
      case .suspend: session.suspend()
      case .resume: session.resume()
      case .interrupt: return nil
      case .end(let number):
        session.leave()
        SignalPipe.die(bySignal: number)
      case .resize, .wake, .mouse, .paste, .pasteStalled, .pasteLost: break
      }
      paint()
    }
    return nil
  }

  private static func write(_ text: String, row: Int, into grid: inout Grid) {
    let line = TextLayout.singleLine(ScalarText(text), width: max(1, grid.size.columns))
    grid.put(line.cells, row: row, column: 0) { _ in Style(isBold: true) }
  }
}
