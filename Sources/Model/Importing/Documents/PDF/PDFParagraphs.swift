/// Puts the lines of a document's pages together to paragraphs and headings.
struct PDFParagraphs {
  /// A line of text, where it stands, and how it is read.
  private struct Line {
    var box: PageBox
    var text: String
    var isRightToLeft: Bool
    var page: Int
    /// How wide its first word is.
    var firstWord: Double

    /// How far its text starts from an edge, and ends from another, in the direction of reading.
    func indent(in column: PageBox) -> Double {
      isRightToLeft ? column.right - box.right : box.left - column.left
    }

    /// How much room is left behind it.
    func room(in column: PageBox) -> Double {
      isRightToLeft ? box.left - column.left : column.right - box.right
    }
  }

  /// The share of a line's height from which a gap is a space.
  private static let leastSpace = 0.1
  private static let longestHeading = 200
  /// How many lines before and after one are looked at to find its column.
  private static let columnReach = 24

  /// The paragraphs and headings in the order of reading.
  private(set) var blocks: [TextBlock] = []

  private var lines: [Line] = []
  private var bodyHeight = 0.0
  private var words: Set<String> = []
  private let isWord: (@Sendable (String) -> Bool)?

  /// Reads the pages, each without its running lines.
  init(_ pages: [PDFPage], isWord: (@Sendable (String) -> Bool)?) {
    self.isWord = isWord
    readLines(of: pages)
    bodyHeight = Self.median(
      lines.flatMap { Array(repeating: $0.box.height, count: $0.text.count / 20 + 1) })
    words = Set(lines.flatMap { Self.words(of: $0.text) })
    compose()
  }

  /// The words of a text in lower case.
  static func words(of text: String) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }
  }

  private mutating func readLines(of pages: [PDFPage]) {
    let all = pages.lazy.flatMap(\.lines)
    let isRightToLeft =
      VisualText.isRightToLeft(all.flatMap { $0.words.lazy.flatMap(\.scalars) }) ?? false
    var evidence = ArabicManner()
    for line in all where VisualText.isRightToLeft(line.words.lazy.flatMap(\.scalars)) == true {
      evidence.add(line)
    }
    let manner = evidence.manner
    for (number, page) in pages.enumerated() {
      for line in page.lines {
        let visual = Self.visual(line)
        let turned = VisualText.isRightToLeft(visual) ?? isRightToLeft
        let logical = VisualText(visual, isRightToLeft: turned, manner: manner).scalars
          .flatMap(ArabicRepair.letters)
        let first = turned ? line.words.last : line.words.first
        lines.append(
          Line(
            box: line.box, text: CleanText.displayed(String(String.UnicodeScalarView(logical))),
            isRightToLeft: turned, page: number, firstWord: first?.box.width ?? 0))
      }
    }
    lines.removeAll { $0.text.isEmpty }
    guard isRightToLeft || lines.contains(where: \.isRightToLeft) else { return }
    var repair = ArabicRepair(lines.lazy.flatMap { Self.words(of: $0.text) }, isWord: isWord)
    for index in lines.indices { lines[index].text = repair.repaired(lines[index].text) }
  }

  /// The scalars of a line from left to right, with a space where the gap is wide enough for one.
  ///
  /// Programs that place each letter leave gaps that `pdftotext` takes for spaces.
  private static func visual(_ line: PDFLine) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var previous: PDFWord?
    for word in line.words {
      if let previous {
        let gap = word.box.left - previous.box.right
        let isMark = word.scalars.first.map(VisualText.isMark) ?? false
        if gap > leastSpace * line.box.height, !isMark { scalars.append(" ") }
      }
      scalars += word.scalars
      previous = word
    }
    return scalars
  }

  private mutating func compose() {
    let leading = Self.median(
      zip(lines, lines.dropFirst()).compactMap { upper, lower in
        let step = lower.box.top - upper.box.top
        return upper.page == lower.page && step > 0 && step < 3 * upper.box.height
          && upper.box.isInColumn(of: lower.box) ? step : nil
      })
    for index in lines.indices {
      let kind: TextBlock.Kind =
        isHeading(lines[index]) ? .heading(level(of: lines[index])) : .paragraph
      if index > 0, blocks.last?.kind == kind, continues(index, leading: leading) {
        join(lines[index].text)
      } else {
        blocks.append(TextBlock(kind: kind, text: lines[index].text))
      }
    }
  }

  private func isHeading(_ line: Line) -> Bool {
    line.box.height > 1.2 * bodyHeight && line.text.count <= Self.longestHeading
  }

  private func level(of line: Line) -> Int {
    line.box.height > 1.6 * bodyHeight ? 1 : 2
  }

  /// Whether a line goes on with the paragraph of the line before.
  private func continues(_ index: Int, leading: Double) -> Bool {
    let (upper, lower) = (lines[index - 1], lines[index])
    guard upper.isRightToLeft == lower.isRightToLeft,
      (0.75...1.33).contains(lower.box.height / max(upper.box.height, 0.1))
    else { return false }
    let step = lower.box.top - upper.box.top
    if isHeading(lower) {
      return upper.page == lower.page && step > 0 && step < 2 * lower.box.height
    }
    if Self.startsItem(lower.text) { return false }
    let isBelow =
      upper.page == lower.page && step > 0 && upper.box.isInColumn(of: lower.box)
    if isBelow, step > 1.35 * max(leading, 0.8 * upper.box.height) { return false }
    let indent = lower.indent(in: column(at: index))
    if indent > 0.8 * lower.box.height, upper.indent(in: column(at: index - 1)) < indent / 2 {
      return false
    }
    let room = upper.room(in: column(at: index - 1))
    let isFull = room < lower.firstWord + 0.5 * upper.box.height
    guard isBelow else { return isFull && !Self.endsSentence(upper.text) }
    return isFull
  }

  /// The column of a line: how far the lines around it that stand above or below it reach.
  private func column(at index: Int) -> PageBox {
    let line = lines[index]
    let reach = max(0, index - Self.columnReach)...min(lines.count - 1, index + Self.columnReach)
    return reach.reduce(line.box) { column, other in
      let box = lines[other].box
      return lines[other].page == line.page && !isHeading(lines[other])
        && box.isInColumn(of: line.box) ? column.union(box) : column
    }
  }

  /// Appends a line to the last paragraph; a word cut by a hyphen becomes whole.
  private mutating func join(_ text: String) {
    let place = blocks.count - 1
    guard let last = blocks[place].text.last, Self.hyphens.contains(last),
      let next = text.first, next.isLowercase
    else {
      blocks[place].text += " " + text
      return
    }
    let first = String(blocks[place].text.reversed().dropFirst().prefix { $0.isLetter }.reversed())
    let second = text.prefix { $0.isLetter }
    if !first.isEmpty {
      blocks[place].text.removeLast()
      if keepsHyphen(first.lowercased(), second.lowercased()) { blocks[place].text += "-" }
    }
    blocks[place].text += first.isEmpty ? " " + text : text
  }

  /// Whether the hyphen between two parts of a word is the word's own.
  private func keepsHyphen(_ first: String, _ second: String) -> Bool {
    let whole = first + second
    if words.contains(whole) || isWord?(whole) == true { return false }
    return words.contains(first) && words.contains(second)
  }

  private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{AD}"]

  private static func endsSentence(_ text: String) -> Bool {
    let last = text.last { !["\"", "'", "”", "’", "»", ")", "]"].contains($0) }
    return last.map { [".", "!", "?", "؟", "…", ":"].contains($0) } ?? false
  }

  private static func startsItem(_ text: String) -> Bool {
    let first = text.prefix { $0 != " " }
    guard first.count < text.count else { return false }
    if ["•", "-", "–", "*", "▪", "◦", "●", "\u{F0B7}"].contains(first) { return true }
    return first.count <= 4 && first.dropLast().allSatisfy(\.isNumber) && first.count > 1
      && (first.last == "." || first.last == ")")
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
