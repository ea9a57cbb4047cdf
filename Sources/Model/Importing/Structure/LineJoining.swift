/// Joins the lines of a text that was wrapped by hand or by a program, so that a paragraph is one
/// line again.
///
/// A text counts as wrapped only if nearly all its lines had no room for another word: the longest
/// line gives the width, and a line is full if the first word of the next one would have exceeded it. Poems, lists and texts with a paragraph a line are not like that.
struct LineJoining {
  private static let widths = 40...100
  private static let fewestLines = 3

  private let text: [Unicode.Scalar]
  private let lines: [TextLine]
  private let columns: [Int]
  private let width: Int

  /// Examines the lines of `text`; `nil` if it is not wrapped.
  init?(_ text: [Unicode.Scalar], lines: [TextLine]) {
    guard lines.contains(where: { !$0.endsBlock }) else { return nil }
    self.text = text
    self.lines = lines
    columns = lines.map { line in Self.columns(text[line.range]) + line.indent }
    guard let width = Self.width(text, lines, columns), Self.widths.contains(width) else {
      return nil
    }
    self.width = width
    var full = 0
    var ended = 0
    var pairs = 0
    for index in lines.indices where !lines[index].endsBlock {
      pairs += 1
      if isFull(index) { full += 1 }
      if Self.endsSentence(text[lines[index].range]) { ended += 1 }
    }
    // Where most full lines end a sentence, each line is a paragraph that happens to be as long.
    guard pairs >= Self.fewestLines, full * 5 >= pairs * 4, ended * 2 < pairs else { return nil }
  }

  /// What has to be replaced in a text so that each paragraph is one line and each word whole: line
  /// ends within a paragraph by a space, and hyphens at line ends, with what follows them, by nothing.
  static func edits(joining lines: [TextLine], of text: CleanText) -> [MappedText.Edit] {
    let joining = LineJoining(text.scalars, lines: lines)
    var words = BrokenWords(text)
    var edits: [MappedText.Edit] = []
    for index in lines.indices {
      edits += words.edits(within: lines[index].range)
      guard index + 1 < lines.count, !lines[index].endsBlock else { continue }
      let gap = lines[index].range.upperBound..<lines[index + 1].range.lowerBound
      if let broken = words.edit(at: gap) {
        edits.append(broken)
      } else if joining?.continues(after: index) == true {
        edits.append(MappedText.Edit(range: gap, scalars: [" "]))
      }
    }
    return edits
  }

  /// Whether the paragraph of a line goes on in the next one.
  private func continues(after index: Int) -> Bool {
    guard !lines[index].endsBlock, isFull(index) else { return false }
    let next = lines[index + 1]
    let isIndented = next.indent > lines[index].indent + 1
    return !isIndented && !Self.isListItem(text[next.range])
  }

  /// The width of the longest line, of those that stand in a paragraph of several and hold more than
  /// one word: a title or an address may be longer.
  private static func width(
    _ text: [Unicode.Scalar], _ lines: [TextLine], _ columns: [Int]
  ) -> Int? {
    var width: Int?
    for index in lines.indices {
      let isAlone = lines[index].endsBlock && (index == 0 || lines[index - 1].endsBlock)
      if !isAlone, columns[index] > width ?? 0,
        text[lines[index].range].contains(where: TextLine.isSpace)
      {
        width = columns[index]
      }
    }
    return width
  }

  /// Whether the first word of the next line would have gone beyond the width, or a part of it stands
  /// on this one.
  private func isFull(_ index: Int) -> Bool {
    if ScalarClass(text[lines[index].range.upperBound - 1]) == .hyphen { return true }
    let next = text[lines[index + 1].range]
    let word = next.prefix { !TextLine.isSpace($0) }
    return columns[index] + 1 + Self.columns(word) > width
  }

  /// How many columns a line takes, marks left out; wide characters count as one.
  private static func columns(_ slice: ArraySlice<Unicode.Scalar>) -> Int {
    slice.count { scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x200B...0x200D:
        false
      default: true
      }
    }
  }

  private static func endsSentence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]"]
    let last = line.last { !closing.contains($0) }
    return last.map { [".", "!", "?", "؟", "…", "۔"].contains($0) } ?? false
  }

  private static func isListItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case "-", "*", "•", "–", "—", "#", ">", "|":
      return line.dropFirst().first.map(TextLine.isSpace) ?? true
    default:
      let rest = line.drop { Digits.value($0) != nil }
      guard rest.count < line.count, let mark = rest.first else { return false }
      return [".", ")", "-"].contains(mark)
        && (rest.dropFirst().first.map(TextLine.isSpace) ?? true)
    }
  }
}
