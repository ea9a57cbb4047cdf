import Model
import Testing

@testable import Reader

@Suite("Lines are printed for terminals and for pipes") struct LinePrinterTests {
  private var rows: [ArraySlice<GridCell>] {
    var row = RowFixtures.line("قال Ali", columns: 9, direction: .rightToLeft)
    for place in 2..<5 { row[place].style.ink = .person }
    return [row[...]]
  }

  @Test("Logical into a pipe, visual on request")
  func pipe() {
    #expect(LinePrinter(mode: .logical).text(of: rows) == "  قال Ali\n")
    #expect(LinePrinter(mode: .visual).text(of: rows) == "  Ali \u{FEDD}\u{FE8E}\u{FED7}\n")
    #expect(
      LinePrinter(mode: .logical).text(of: [[GridCell](repeating: .blank, count: 4)[...]]) == "\n")
  }

  @Test("With colours, or attributes where there are none")
  func colors() {
    let xterm = TerminalProfile(
      identity: TerminalIdentity(kind: .xterm, source: .answers), wanted: .auto, chosen: nil)
    let indexed = LinePrinter(profile: xterm, palette: Palette(depth: .indexed))
    #expect(
      indexed.text(of: rows)
        == "  \u{1B}[0;38;5;63mAli\u{1B}[m \u{FEDD}\u{FE8E}\u{FED7}\n")
    let none = LinePrinter(profile: xterm, palette: Palette(depth: .none))
    #expect(none.text(of: rows) == "  \u{1B}[0;1mAli\u{1B}[m \u{FEDD}\u{FE8E}\u{FED7}\n")
  }

  @Test("A terminal that reorders is told not to, line by line")
  func explicit() {
    let vte = TerminalProfile(
      identity: TerminalIdentity(kind: .vte, source: .answers), wanted: .auto, chosen: nil)
    let text = LinePrinter(profile: vte, palette: nil).text(of: rows)
    #expect(text.hasPrefix("\u{1B}[8l\u{1B}[1 k  Ali"))
    #expect(text.hasSuffix("\n\u{1B}[8h\u{1B}[0 k"))
  }

  @Test("The clipboard takes any text, and no text can end the sequence")
  func clipboard() {
    #expect(
      Clipboard.sequence(for: "a\u{1B}\\\u{7}", multiplexer: .none) == "\u{1B}]52;c;YRtcBw==\u{7}")
    #expect(
      Clipboard.sequence(for: "الكاظمي", multiplexer: .screen)?.hasPrefix("\u{1B}P\u{1B}]52;c;")
        == true)
    #expect(
      Clipboard.sequence(for: String(repeating: "a", count: 100_000), multiplexer: .none) == nil)
  }
}
