/// The sequences that make terminals do things, as ECMA-48 defines them.
enum EscapeSequence {
  private static let longestControl = 64
  private static let longestString = 4096

  /// How many scalars from `index` on are one whole sequence; 0 where none starts or ends there.
  ///
  /// An introducer without the end it needs, within a line and a sensible length, is not a sequence:
  /// the introducer is dropped as any control character is, and what follows is text.
  static func length(in text: [Unicode.Scalar], at index: Int) -> Int {
    switch text[index].value {
    case 0x1B:
      guard index + 1 < text.count else { return 0 }
      switch text[index + 1] {
      case "[": return control(in: text, from: index, at: index + 2)
      case "]", "P", "X", "^", "_": return string(in: text, from: index, at: index + 2)
      case "(", ")", "*", "+", "#", "%":
        guard index + 2 < text.count else { return 0 }
        return (0x30...0x7E).contains(text[index + 2].value) ? 3 : 0
      default: return 0
      }
    case 0x9B: return control(in: text, from: index, at: index + 1)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return string(in: text, from: index, at: index + 1)
    default: return 0
    }
  }

  // ECMA-48 5.4: parameter bytes 30-3F, intermediate bytes 20-2F, a final byte 40-7E.
  private static func control(in text: [Unicode.Scalar], from start: Int, at index: Int) -> Int {
    var index = index
    let end = min(text.count, start + longestControl)
    while index < end, (0x30...0x3F).contains(text[index].value) { index += 1 }
    while index < end, (0x20...0x2F).contains(text[index].value) { index += 1 }
    guard index < end, (0x40...0x7E).contains(text[index].value) else { return 0 }
    return index + 1 - start
  }

  // ECMA-48 5.6: bytes 08-0D and 20-7E up to ST, which is ESC \ or 9C; xterm also takes BEL and any
  // character that is no control, and a sequence does not go beyond its line here.
  private static func string(in text: [Unicode.Scalar], from start: Int, at index: Int) -> Int {
    var index = index
    let end = min(text.count, start + longestString)
    while index < end {
      switch text[index].value {
      case 0x07, 0x9C: return index + 1 - start
      case 0x1B:
        return index + 1 < text.count && text[index + 1] == "\\" ? index + 2 - start : 0
      case 0x08, 0x09, 0x20...0x7E, 0xA0...: index += 1
      default: return 0
      }
    }
    return 0
  }
}
