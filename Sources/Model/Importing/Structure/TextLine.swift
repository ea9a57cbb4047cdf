/// A line of a cleaned text.
struct TextLine {
  /// The text of the line, without the white space around it.
  var range: Range<Int>
  /// How many scalars of white space stand before it.
  var indent: Int
  /// Whether nothing or an empty line comes after it.
  var endsBlock: Bool

  /// The lines of `text` that are not empty, in order.
  static func lines(of text: [Unicode.Scalar]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: "\n") ?? text.count
      var first = start
      while first < end, isSpace(text[first]) { first += 1 }
      var last = end
      while last > first, isSpace(text[last - 1]) { last -= 1 }
      if first < last {
        lines.append(TextLine(range: first..<last, indent: first - start, endsBlock: true))
      }
      start = end + 1
      // Two line ends in a row leave `endsBlock` as it is, a line right after another clears it.
      if first < last, start < text.count, !isBlank(text, from: start) {
        lines[lines.count - 1].endsBlock = false
      }
    }
    return lines
  }

  /// Whether the line that starts at `start` is empty.
  private static func isBlank(_ text: [Unicode.Scalar], from start: Int) -> Bool {
    var index = start
    while index < text.count, isSpace(text[index]) { index += 1 }
    return index == text.count || text[index] == "\n"
  }

  /// Whether a scalar is white space within a line or shows nothing at all.
  ///
  /// A joiner at an edge shapes the letter beside it.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000: true
    default: false
    }
  }
}
