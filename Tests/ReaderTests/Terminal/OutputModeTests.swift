import Model
import Testing

@testable import Reader

@Suite("Rows are sent as each kind of terminal needs them") struct OutputModeTests {
  @Test("Visual: unchanged")
  func visual() {
    let row = RowFixtures.line("السلام", columns: 8)
    #expect(VisualOutput().output(for: row[...]).cells == row)
  }

  @Test("Kitty: letters of a run reversed, what is glued to them in another face")
  func kitty() {
    // «كتاب: x» in a pane that runs left to right.
    let row = RowFixtures.line("قال: كتب, x", columns: 12, direction: .rightToLeft)
    let sent = KittyOutput().output(for: row[...]).cells
    #expect(RowFixtures.text(row) == " x ,\u{FE90}\u{FE98}\u{FEDB} :\u{FEDD}\u{FE8E}\u{FED7}")
    #expect(RowFixtures.text(sent) == " x ,\u{FEDB}\u{FE98}\u{FE90} :\u{FED7}\u{FE8E}\u{FEDD}")
    #expect(sent.map(\.style.isBold).enumerated().filter(\.element).map(\.offset) == [3, 8])
  }

  @Test("Kitty: Arabic digits are a run too, and rows without Arabic stay")
  func kittyPlain() {
    let digits = RowFixtures.line("١٢٣", columns: 3)
    #expect(RowFixtures.text(KittyOutput().output(for: digits[...]).cells) == "٣٢١")
    let latin = RowFixtures.panes(["news", "text 中"], columns: 8)
    #expect(KittyOutput().output(for: latin[...]).cells == latin)
  }

  @Test("Kitty: colours stay where they appear")
  func kittyColors() {
    var row = RowFixtures.line("والعراق", columns: 7)
    for place in 0..<6 { row[place].style.ink = .place }
    let sent = KittyOutput().output(for: row[...]).cells
    #expect(sent.map(\.style.ink) == row.map(\.style.ink))
    #expect(sent.map(\.glyph) == row.map(\.glyph).reversed())
  }

  @Test("Kitty: bold letters have plain neighbours")
  func kittyBold() {
    var row = RowFixtures.line("قال:", columns: 4)
    for place in row.indices { row[place].style.isBold = true }
    let sent = KittyOutput().output(for: row[...]).cells
    #expect(sent.map(\.style.isBold) == [false, true, true, true])
  }

  @Test("Kitty: a marked letter, and one that fonts may lack, is a run of its own")
  func kittyAlone() {
    // The faces, from left to right: b bold, - not; and what is sent.
    for (text, bold, letters) in [
      ("تتضمّن", "-b---", "\u{FEE6}\u{FEE4}\u{651}\u{FE97}\u{FE98}\u{FEC0}"),
      ("لڑکے", "-b-b", ""), ("ڈاک", "--b", ""), ("گربهٔ", "b---", ""), ("مُحَ", "-b", ""),
      ("ڕ", "-", ""), ("چپژگکی", "------", ""),
    ] {
      let row = RowFixtures.line(text, columns: bold.count)
      let sent = KittyOutput().output(for: row[...]).cells
      #expect(String(sent.map { $0.style.isBold ? "b" : "-" }) == bold, "\(text)")
      if !letters.isEmpty { #expect(RowFixtures.text(sent) == letters) }
    }
  }

  @Test("Kitty: isolated cells keep their positions")
  func kittyPlaces() {
    let row = RowFixtures.line("مُحَمَّدٌ", columns: 4)
    let sent = KittyOutput().output(for: row[...]).cells
    #expect(RowFixtures.text(sent) == RowFixtures.text(row))
    #expect(sent.indices.dropFirst().allSatisfy { sent[$0].style != sent[$0 - 1].style })
  }

  @Test("Logical: the letters as they are written", arguments: RowFixtures.texts)
  func logical(text: String) {
    let row = RowFixtures.line(text, columns: 90)
    let sent = LogicalOutput(expandsLamAlef: true).output(for: row[...]).cells
    // What only chooses between forms is not drawn: ZWNJ of the text is gone, ZWJ is added.
    let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]
    let isLetter = { !joiners.contains($0) }
    #expect(
      RowFixtures.text(sent).trimmingSpaces().unicodeScalars.filter(isLetter)
        == text.precomposedStringWithCanonicalMapping.unicodeScalars.filter(isLetter))
  }

  @Test("Logical: ZWNJ stands again where it kept letters apart")
  func joiners() {
    let row = RowFixtures.line("می‌گوید", columns: 6)
    let sent = LogicalOutput().output(for: row[...]).cells
    #expect(RowFixtures.text(sent) == "می‌گوید")
  }

  @Test("The cursor goes where the cell is sent")
  func cursor() {
    let row = RowFixtures.line("اب 中c", columns: 6, direction: .rightToLeft)
    // Appears as: c, blank, blank … in visual order "中c ﺏﺍ".
    let output = LogicalOutput().output(for: row[...])
    for (column, cell) in row.enumerated() where cell.width > 0 {
      var place = 0
      let sent = output.sentColumn(of: column)
      let found = output.cells.first { other in
        defer { place += Int(other.width) }
        return place == sent
      }
      #expect(
        found.map { GlyphForms.baseLetters(of: $0.glyph) }
          == GlyphForms.baseLetters(of: cell.glyph))
    }
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
