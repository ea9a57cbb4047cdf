import Model

/// Sends, for a row as it must appear, a logical line that the terminal's own reordering turns into
/// it: mode `inverse`.
///
/// The row itself is reordered as if it were logical text, which is almost its own inverse; then
/// the terminal's algorithm is run forward over the result. Where a number stands to the right of
/// Arabic the two differ: a blank beside it is then sent as U+2800, which looks blank and is a
/// strong left-to-right character.
struct InverseOutput: OutputMode {
  /// What is sent for a letter.
  enum Letters: Hashable, Sendable {
    /// The letter, which the terminal joins.
    case base
    /// The presentation form, which the terminal leaves alone.
    case presentationForms
  }

  /// What is sent for letters.
  var letters: Letters
  /// Whether the terminal takes a row's direction from its first strong character (UAX #9 P2)
  /// instead of left to right.
  var detectsDirection: Bool
  /// Whether the terminal takes U+2500 to U+25FF for strong left-to-right characters.
  var boxesAreStrong: Bool
  /// Whether the terminal certainly mirrors brackets in right-to-left runs (UAX #9 L4).
  ///
  /// Where it may or may not (Konsole 22.12 does not), brackets are kept out of such runs.
  var mirrors: Bool

  /// Looks blank and is of class L, as is `bar`.
  static let strongBlank: Unicode.Scalar = "\u{2800}"
  /// Looks like a vertical line and is of class L.
  static let bar: Unicode.Scalar = "\u{1C0}"

  /// The forms of alef maksura that are joined on the left: ICU, with which Konsole joins letters,
  /// gives the letter its final form there and breaks the word.
  private static let finalOnly: Set<Unicode.Scalar> = ["\u{FBE8}", "\u{FBE9}"]

  /// How often strong blanks are tried.
  private static let attempts = 4

  func output(for row: ArraySlice<GridCell>) -> OutputRow {
    var visual = row.filter { $0.width > 0 }
    strengthenBars(&visual)
    guard visual.contains(where: { GlyphForms.isRightToLeft($0.glyph) }) else {
      return OutputRow(cells: visual)
    }
    if detectsDirection, visual.first?.glyph == " " { visual[0].glyph = Self.strongBlank }
    var best = line(for: visual)
    var wrong = best.wrong
    for attempt in 0..<Self.attempts where !best.wrong.isEmpty {
      // The last resort takes every word by itself.
      let near = attempt == Self.attempts - 1 ? Array(visual.indices) : wrong
      strengthenBlanks(&visual, near: near, numbersOnly: attempt == 0)
      let line = line(for: visual)
      if line.wrong.count < best.wrong.count { best = line }
      wrong = line.wrong
    }
    var sent = best.cells
    if letters == .base { LogicalLetters.restore(&sent, keeping: Self.finalOnly) }
    return OutputRow(visual: row, sent: sent, order: best.order)
  }

  // MARK: - There and back

  /// A line to send and what becomes of it.
  private struct Line {
    /// The cells as they are sent, brackets as they must be for the terminal to mirror them.
    var cells: [GridCell]
    /// For each cell its place in the visual row.
    var order: [Int]
    /// The places of the visual row where the terminal will show something else.
    var wrong: [Int]
  }

  /// The line for a row; with the direction that makes fewer places wrong.
  private func line(for visual: [GridCell]) -> Line {
    let line = line(for: visual, direction: .leftToRight)
    guard detectsDirection, !line.wrong.isEmpty else { return line }
    let other = self.line(for: visual, direction: .rightToLeft)
    return other.wrong.count < line.wrong.count ? other : line
  }

  private func line(for visual: [GridCell], direction: TextDirection) -> Line {
    let back = BidiParagraph(visual.map(scalar)[...], direction: direction)
    let order = back.visualOrder(of: 0..<visual.count)
    let levels = back.lineLevels(of: 0..<visual.count)
    var line = Line(cells: order.map { visual[$0] }, order: order, wrong: [])
    mirror(&line.cells, levels: order.map { levels[$0] })
    // A bracket's image depends on its level, and its level, through its pair (N0), on its image.
    for _ in 0..<2 {
      let forward = BidiParagraph(
        line.cells.map(scalar)[...], direction: detectsDirection ? nil : .leftToRight)
      let shown = forward.visualOrder(of: 0..<visual.count)
      let levels = forward.lineLevels(of: 0..<visual.count)
      line.wrong = visual.indices.filter { place in
        let sent = shown[place]
        return order[sent] != place
          || glyph(line.cells[sent].glyph, level: levels[sent]) != visual[place].glyph
          || (!mirrors && levels[sent] & 1 == 1
            && GlyphForms.mirror(of: visual[place].glyph) != visual[place].glyph)
      }
      if line.wrong.isEmpty { break }
      line.cells = order.map { visual[$0] }
      mirror(&line.cells, levels: levels)
    }
    return line
  }

  /// UAX #9 L4, which the terminal will do.
  private func glyph(_ glyph: Unicode.Scalar, level: UInt8) -> Unicode.Scalar {
    mirrors && level & 1 == 1 ? GlyphForms.mirror(of: glyph) : glyph
  }

  private func mirror(_ cells: inout [GridCell], levels: [UInt8]) {
    for place in cells.indices {
      cells[place].glyph = glyph(cells[place].glyph, level: levels[place])
    }
  }

  /// What the terminal's algorithm takes a cell for.
  private func scalar(_ cell: GridCell) -> Unicode.Scalar {
    boxesAreStrong && (0x2500...0x25FF).contains(cell.glyph.value) ? Self.bar : cell.glyph
  }

  // MARK: - Strong characters in the place of weak ones

  /// Vertical lines between panes become strong, so that no text passes them.
  private func strengthenBars(_ cells: inout [GridCell]) {
    guard !boxesAreStrong else { return }
    for place in cells.indices {
      switch cells[place].glyph {
      case "\u{2502}", "\u{2503}", "\u{2551}": cells[place].glyph = Self.bar
      default: break
      }
    }
  }

  /// Puts strong blanks where reordering went wrong: first only to the left of numbers that follow
  /// right-to-left text, then around every word that is out of place.
  private func strengthenBlanks(_ cells: inout [GridCell], near wrong: [Int], numbersOnly: Bool) {
    let wrong = Set(wrong)
    var blank: Int?
    for place in cells.indices {
      let glyph = cells[place].glyph
      if glyph == " " {
        blank = place
        if !numbersOnly, !wrong.isDisjoint(with: [place - 1, place, place + 1]) {
          cells[place].glyph = Self.strongBlank
        }
      } else if glyph.properties.numericType == .decimal {
        if wrong.contains(place), let blank { cells[blank].glyph = Self.strongBlank }
        blank = nil
      } else if glyph.properties.isAlphabetic {
        blank = nil
      }
    }
  }
}
