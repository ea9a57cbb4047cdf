import Model

/// A snippet on one line of a given width, cut so that its first hit stays in sight.
struct SnippetLine {
  /// The line.
  let line: LayoutLine
  private let hits: [TextRange]

  /// Cuts a snippet: what stands before its hit is shortened first.
  ///
  /// Centred, the hit starts in the middle, where those of other lines do.
  init(_ snippet: Snippet, width: Int, options: LayoutOptions, isCentred: Bool = false) {
    if isCentred, let hit = snippet.ranges.first {
      (line, hits) = Self.centred(snippet, hit, width: width, options: options)
      return
    }
    let text = ScalarText(snippet.text)
    let all = TextLayout.singleLine(text, width: .max, direction: nil, options: options)
    let lead = Self.lead(of: snippet, in: text, width: width, textWidth: all.width)
    guard lead > 0 else {
      line = TextLayout.singleLine(
        text, width: width, direction: all.direction, options: options)
      hits = snippet.ranges
      return
    }
    let rest = ScalarText("\u{2026}" + text[TextRange(lead, text.count)])
    line = TextLayout.singleLine(
      rest, width: width, direction: all.direction, options: options)
    hits = snippet.ranges.map { $0.shifted(by: 1 - lead) }
  }

  /// Puts the start of a hit in the middle: whole words before it, and spaces before these.
  private static func centred(
    _ snippet: Snippet, _ hit: TextRange, width: Int, options: LayoutOptions
  ) -> (line: LayoutLine, hits: [TextRange]) {
    let text = ScalarText(snippet.text)
    let direction = TextLayout.singleLine(text, width: .max, direction: nil, options: options)
      .direction
    func columns(from start: Int) -> Int {
      TextLayout.singleLine(
        ScalarText(text[TextRange(start, hit.lowerBound)] + "|"), width: .max,
        direction: direction, options: options
      ).width - 1
    }
    let middle = width / 2
    var start = 0
    while start < hit.lowerBound, columns(from: start) > middle {
      let space = (start..<hit.lowerBound).first { text.scalars[$0].properties.isWhitespace }
      start = space.map { $0 + 1 } ?? hit.lowerBound
    }
    let indent = max(0, middle - columns(from: start))
    let shown = String(repeating: " ", count: indent) + text[TextRange(start, text.count)]
    let line = TextLayout.singleLine(
      ScalarText(shown), width: width, direction: direction, options: options)
    return (line, snippet.ranges.map { $0.shifted(by: indent - start) })
  }

  /// Whether a cell shows a part of a hit.
  func isHit(_ cell: Cell) -> Bool {
    hits.contains { $0.contains(cell.source.lowerBound) }
  }

  /// How many scalars to leave out at the beginning: whole words, so that about half of the line is
  /// left for the hit and what follows.
  private static func lead(
    of snippet: Snippet, in text: ScalarText, width: Int, textWidth: Int
  ) -> Int {
    guard textWidth > width, let hit = snippet.ranges.first else { return 0 }
    let wanted = max(0, hit.lowerBound - width / 2)
    guard wanted > 0 else { return 0 }
    let space = (wanted..<hit.lowerBound).first { text.scalars[$0].properties.isWhitespace }
    return space.map { $0 + 1 } ?? hit.lowerBound
  }
}
