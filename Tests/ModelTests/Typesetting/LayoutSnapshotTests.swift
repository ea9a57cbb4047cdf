import Foundation
import Model
import Testing

@Suite("Laid-out lines are as expected")
struct LayoutSnapshotTests {
  /// A text of the fixture with how it is laid out and the lines expected, glyphs left to right.
  struct Snapshot: CustomTestStringConvertible {
    var name: String
    var width = 0
    var isSingle = false
    var direction: TextDirection?
    var options = LayoutOptions()
    var text = ScalarText("")
    var lines: [String] = []
    var testDescription: String { name }

    init(heading: Substring) {
      let fields = heading.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      name = fields[0]
      for field in fields.dropFirst() {
        switch field {
        case "single": isSingle = true
        case "direction=rtl": direction = .rightToLeft
        case "direction=ltr": direction = .leftToRight
        case "tashkeel=off": options.showTashkeel = false
        case "digits=latin": options.digits = .latin
        case "digits=arabic": options.digits = .arabic
        default: width = Int(field.dropFirst("width=".count)) ?? 0
        }
      }
    }
  }

  static let snapshots: [Snapshot] = {
    guard
      let url = Bundle.module.url(
        forResource: "lines", withExtension: "txt", subdirectory: "Fixtures/typesetting"),
      let content = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    var found: [Snapshot] = []
    for line in content.split(separator: "\n") {
      let rest = line.dropFirst(2)
      switch line.prefix(2) {
      case "==": found.append(Snapshot(heading: rest))
      case "> ": found[found.count - 1].text = ScalarText(unescaped(rest))
      case "< ": found[found.count - 1].lines.append(String(rest))
      default: continue
      }
    }
    return found
  }()

  /// The text with every `\u{…}` replaced by its scalar.
  private static func unescaped(_ text: Substring) -> String {
    String(
      text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      })
  }

  @Test("The fixture has texts of many scripts and cases")
  func fixture() {
    #expect(Self.snapshots.count >= 60)
  }

  @Test("A text is laid out as expected", arguments: snapshots)
  func snapshot(_ snapshot: Snapshot) {
    let lines =
      snapshot.isSingle
      ? [
        TextLayout.singleLine(
          snapshot.text, width: snapshot.width, direction: snapshot.direction,
          options: snapshot.options)
      ]
      : TextLayout(
        snapshot.text, width: snapshot.width, direction: snapshot.direction,
        options: snapshot.options
      ).lines
    #expect(lines.map(\.glyphs) == snapshot.lines)
  }
}

extension LayoutLine {
  /// The glyphs and marks of the line from left to right.
  var glyphs: String {
    var text = String.UnicodeScalarView()
    for cell in cells {
      text.append(cell.glyph)
      text.append(contentsOf: cell.marks.scalars)
    }
    return String(text)
  }
}
