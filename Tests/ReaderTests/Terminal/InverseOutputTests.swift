import Model
import Testing

@testable import Reader

@Suite("Inverse mode: what the terminal makes of the line is the row") struct InverseOutputTests {
  private static let konsole = InverseOutput(
    letters: .base, detectsDirection: false, boxesAreStrong: true, mirrors: false)
  private static let putty = InverseOutput(
    letters: .presentationForms, detectsDirection: true, boxesAreStrong: false, mirrors: true)
  private static let others = InverseOutput(
    letters: .base, detectsDirection: false, boxesAreStrong: false, mirrors: false)
  /// The letters and order of a row; blanks at its end are not seen.
  private func appearance(_ row: [GridCell]) -> String {
    var text = Substring(RowFixtures.text(row))
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static let modes = [konsole, putty, others]

  /// The row that a terminal shows for a line: UAX #9 applied, letters joined.
  private func shown(_ cells: [GridCell], _ mode: InverseOutput) -> String {
    // The boxes of Konsole are strong as these are.
    let text = RowFixtures.text(cells).replacing("\u{2502}", with: "\u{1C0}")
    let line = TextLayout.singleLine(
      ScalarText(text), width: 1000, direction: mode.detectsDirection ? nil : .leftToRight)
    return appearance(
      line.cells.map { cell in
        let glyph: Unicode.Scalar =
          switch cell.glyph {
          case InverseOutput.bar: "\u{2502}"
          case InverseOutput.strongBlank: " "
          default: cell.glyph
          }
        return GridCell(glyph: glyph, marks: cell.marks)
      })
  }

  @Test("Every pair of lines side by side", arguments: modes)
  func sideBySide(mode: InverseOutput) {
    for left in RowFixtures.texts {
      for right in RowFixtures.texts {
        let row = RowFixtures.panes([left, right], columns: 80)
        let sent = mode.output(for: row[...])
        #expect(shown(sent.cells, mode) == appearance(row), "\(left) │ \(right)")
      }
    }
  }

  @Test("Numbers to the right of Arabic, brackets on every side", arguments: modes)
  func numbers(mode: InverseOutput) {
    for text in ["123 قال", "123 (قال) 45 ثم 6", "(123) قال [نعم] (4)", "5% قال 6% ثم 7 من 8"] {
      let row = RowFixtures.panes(["x", text, "12"], columns: 24)
      #expect(shown(mode.output(for: row[...]).cells, mode) == appearance(row), "\(text)")
    }
  }

  @Test("Words in random order", arguments: modes)
  func random(mode: InverseOutput) {
    let words = RowFixtures.texts.flatMap { $0.split(separator: " ") }
    for seed in 0..<400 {
      var generator = SeededRandom(seed: UInt64(seed))
      let panes = (0..<3).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          String(words[Int.random(in: 0..<words.count, using: &generator)])
        }.joined(separator: " ")
      }
      let row = RowFixtures.panes(panes, columns: 40)
      #expect(
        shown(mode.output(for: row[...]).cells, mode) == appearance(row),
        "seed \(seed): \(panes)")
    }
  }

  @Test("Alef maksura within a word is sent in its form, and its neighbours are told to join")
  func maksura() {
    let row = RowFixtures.line("تىل", columns: 3)
    let sent = Self.konsole.output(for: row[...]).cells
    #expect(RowFixtures.text(sent) == "ت\u{200D}\u{FBE9}\u{200D}ل")
    #expect(RowFixtures.text(LogicalOutput().output(for: row[...]).cells) == "تىل")
  }

  /// What QTerminal shows for a line: each run of one style, and the cell at the cursor, reordered by itself.
  private func shownByRuns(_ sent: [GridCell], cursor: Int?) -> String {
    var text = ""
    var run: [GridCell] = []
    var column = 0
    func flush() {
      let width = run.count { $0.width > 0 }
      let line = shown(run, Self.others)
      text += line + String(repeating: " ", count: max(0, width - line.count))
      run = []
    }
    for cell in sent {
      let isApart =
        run.last.map {
          $0.style != cell.style
            || ($0.glyph == InverseOutput.bar) != (cell.glyph == InverseOutput.bar)
        } ?? false
      if isApart || column == cursor { flush() }
      run.append(cell)
      if column == cursor { flush() }
      column += Int(cell.width)
    }
    flush()
    while text.last == " " { text.removeLast() }
    return text
  }

  @Test("Runs of colours, each of which the terminal reorders by itself")
  func runs() {
    let mode = RunOutput(mode: Self.others)
    let words = RowFixtures.texts.filter { !$0.contains("中") }.flatMap { $0.split(separator: " ") }
    for seed in 0..<400 {
      var generator = SeededRandom(seed: UInt64(seed))
      let panes = (0..<2).map { _ in
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          String(words[Int.random(in: 0..<words.count, using: &generator)])
        }.joined(separator: " ")
      }
      var row = RowFixtures.panes(panes, columns: 60)
      var place = 0
      while place < row.count {
        let end = min(row.count, place + Int.random(in: 3...20, using: &generator))
        if Bool.random(using: &generator) {
          for cell in place..<end where row[cell].glyph != "\u{2502}" {
            row[cell].style = Style(ink: .person)
          }
        }
        place = end
      }
      let cursor =
        Bool.random(using: &generator) ? Int.random(in: 0..<row.count, using: &generator) : nil
      let sent = cursor.map { mode.output(for: row[...], cursor: $0) } ?? mode.output(for: row[...])
      #expect(
        shownByRuns(sent.cells, cursor: cursor.map(sent.sentColumn)) == appearance(row),
        "seed \(seed): \(panes)")
      if let cursor { #expect(sent.sentColumn(of: cursor) == cursor) }
    }
  }

  @Test("Rows without right-to-left text stay, but for the lines between panes")
  func plain() {
    let row = RowFixtures.panes(["news", "text"], columns: 6)
    #expect(Self.konsole.output(for: row[...]).cells == row)
    #expect(RowFixtures.text(Self.putty.output(for: row[...]).cells) == " news   \u{1C0} text   ")
  }
}
