import Foundation
import Model
import Testing

@Suite("Every text is laid out without loss")
struct LayoutPropertyTests {
  /// Scalars that meet each other in all the rules.
  private static let scalars: [Unicode.Scalar] = Array(
    """
    ab1 2(3)[-+%$.,/:;"'\t\n\r\u{85}\u{2028}\u{2029}\u{0}\u{1B}\u{9B}\u{A0}\u{AD}\u{300}\u{301}\u{20E3}
    \u{34F}\u{378}\u{590}\u{5D0}\u{5B0}\u{5D1}\u{600}\u{61C}لابتيهءآأإؤةى،؛؟\u{640}\u{64B}\u{64E}\u{651}
    \u{653}\u{654}\u{655}\u{670}\u{6DD}٠١٢٪٫\u{6BA}\u{6C1}\u{6C2}\u{6D5}\u{6CE}\u{6F1}\u{710}\u{712}
    \u{1100}\u{1161}\u{11A8}한\u{1F3}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2002}\u{202A}\u{202B}
    \u{202C}\u{202D}\u{202E}\u{202F}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{2126}\u{3000}中文ァ、
    \u{E000}\u{F900}\u{FDF2}\u{FDFA}\u{FDFD}\u{FC00}\u{FE0F}\u{FEFB}\u{FEFF}\u{FFFD}\u{FFFF}\u{1F1EE}
    \u{1F1F6}\u{1F3FD}\u{1F468}\u{1F600}\u{1F9}\u{E0041}\u{E0100}\u{10FFFF}\u{9C7}\u{9BE}\u{915}\u{94D}
    """.unicodeScalars)

  /// The mistake in a line of at most `width` columns.
  private static func fault(in line: LayoutLine, width: Int) -> String? {
    if line.width > width { return "is wider than \(width)" }
    var position = line.range.lowerBound
    for source in line.cells.map(\.source).sorted() {
      if source.lowerBound != position { return "loses or doubles \(position)" }
      position = source.upperBound
    }
    if !line.cells.isEmpty, position != line.range.upperBound { return "ends at \(position)" }
    for cell in line.cells {
      for scalar in [cell.glyph] + cell.marks.scalars {
        // Signs before a number are format characters that are drawn (Prepended_Concatenation_Mark).
        switch scalar.properties.generalCategory {
        case .format where (0x600...0x605).contains(scalar.value) || scalar == "\u{6DD}": continue
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
          return "draws U+\(String(scalar.value, radix: 16))"
        default:
          continue
        }
      }
    }
    return nil
  }

  @Test("Random texts keep every scalar, fit, and come out the same twice")
  func random() {
    let seed = ProcessInfo.processInfo.environment["LAYOUT_SEED"].flatMap(UInt64.init) ?? 20_230_912
    print("LAYOUT_SEED=\(seed)")
    var numbers = SeededRandom(seed: seed)
    for round in 0..<4_000 {
      let before = Int.random(in: 0..<3, using: &numbers)
      let text = (0..<before + Int.random(in: 0..<80, using: &numbers)).map { _ in
        Self.scalars.randomElement(using: &numbers) ?? "a"
      }
      let slice = text[before...]
      let width = Int.random(in: 1...30, using: &numbers)
      let directions: [TextDirection?] = [nil, .leftToRight, .rightToLeft]
      let direction = directions[round % 3]
      var options = LayoutOptions()
      options.showTashkeel = Bool.random(using: &numbers)
      options.digits = LayoutOptions.Digits.allCases[round % 3]
      let layout = TextLayout(slice, width: width, direction: direction, options: options)
      #expect(
        layout == TextLayout(slice, width: width, direction: direction, options: options))
      var position = before
      var faults: [String] = []
      for line in layout.lines {
        if line.range.lowerBound != position { faults.append("gap at \(position)") }
        position = line.range.upperBound
        if let fault = Self.fault(in: line, width: width) { faults.append(fault) }
      }
      if position != text.count { faults.append("ends at \(position)") }
      let title = TextLayout.singleLine(
        slice, width: width, direction: direction, options: options)
      if let fault = Self.fault(in: title, width: width) { faults.append("title \(fault)") }
      let code = slice.map { String($0.value, radix: 16) }.joined(separator: " ")
      #expect(faults.isEmpty, "round \(round), width \(width): \(faults) in \(code)")
    }
  }

  @Test("Both seeds fit at every width from 20 to 120")
  func seeds() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../seeds")
    for name in ["000_3aa98af2db902616.txt", "004_09cea5a0bb106c21.txt"] {
      let text = ScalarText(
        try String(contentsOf: folder.appending(path: name), encoding: .utf8))
      for width in 20...120 {
        let lines = TextLayout(text, width: width).lines
        #expect(lines.last?.range.upperBound == text.count)
        #expect(lines.allSatisfy { Self.fault(in: $0, width: width) == nil })
      }
    }
  }

  @Test("Hostile texts of hundreds of thousands of scalars are laid out", arguments: hostileUnits)
  func hostile(_ unit: String) {
    let unit = Array(unit.unicodeScalars)
    let text = (0..<300_000).map { unit[$0 % unit.count] } + Array("end نهاية".unicodeScalars)
    let layout = TextLayout(text[...], width: 40)
    #expect(layout.lines.allSatisfy { Self.fault(in: $0, width: 40) == nil })
    #expect(layout.lines.last?.range.upperBound == text.count)
    let title = TextLayout.singleLine(text[...], width: 40)
    #expect(Self.fault(in: title, width: 40) == nil)
  }

  static let hostileUnits = [
    "a", "ب", "لا", "\u{301}", "ب\u{64E}", " ", "\t", "\u{200D}", "\u{200B}", "(", "()", "ب(a)",
    "([{", "\u{202E}", "\u{202A}ب", "\u{202B}a\u{202C}", "\u{2067}", "\u{2068}",
    "\u{2068}ب\u{2069}",
    "\u{2067}\u{202E}", "\u{2069}", "\u{AD}", "1,", "$", "👨\u{200D}", "\u{1F1EE}", "\u{FDFA}", "\n",
    "中", "א\u{5B0}", "\u{202D}ب", "٠.",
  ]

  @Test("Explicit levels 10,000 deep come to the levels of UAX #9")
  func deep() {
    let isolates = Array(repeating: Unicode.Scalar("\u{2067}"), count: 10_000)
    let text = isolates + Array("ab بت".unicodeScalars)
    let paragraph = BidiParagraph(text[...], direction: .leftToRight)
    // The deepest valid level is 125; RLI from an odd level goes on to the next odd one.
    #expect(paragraph.levels[63] == 125)
    #expect(paragraph.levels[10_000] == 126)
    #expect(paragraph.levels[10_004] == 125)
  }

  @Test("Positions count in the indices of the slice")
  func slices() {
    let text = ScalarText("يوم one two")
    let layout = TextLayout(text.slice(TextRange(4, 11)), width: 4)
    #expect(layout.lines.map(\.range) == [TextRange(4, 8), TextRange(8, 11)])
    #expect(
      layout.lines[0].cells.map(\.source) == [TextRange(4, 5), TextRange(5, 6), TextRange(6, 8)])
  }

  @Test(
    "Texts of which nothing is drawn", arguments: ["", " ", "\u{200B}", "\u{202E}\u{202C}", "\n"])
  func nothing(_ text: String) {
    let layout = TextLayout(ScalarText(text), width: 10)
    #expect(layout.lines.count == (text.isEmpty ? 0 : 1))
    #expect(layout.lines.allSatisfy { $0.cells.isEmpty })
    #expect(TextLayout.singleLine(ScalarText(text), width: 10).cells.isEmpty)
  }

  @Test("Presentation forms lead back to letters")
  func letters() {
    #expect(GlyphForms.baseLetters(of: "\u{FEDF}") == ["\u{644}"])
    #expect(GlyphForms.baseLetters(of: "\u{FEFC}") == ["\u{644}", "\u{627}"])
    #expect(GlyphForms.baseLetters(of: "\u{FEF7}") == ["\u{644}", "\u{623}"])
    #expect(GlyphForms.baseLetters(of: "\u{FB94}") == ["\u{6AF}"])
    #expect(GlyphForms.baseLetters(of: "a") == ["a"])
    #expect(GlyphForms.baseLetters(of: "\u{FE70}") == ["\u{FE70}"])
  }
}
