/// A piece of an article's text around a hit, on one line.
public struct Snippet: Hashable, Sendable {
  /// The text, whole words, with an ellipsis where it was cut.
  public var text: String
  /// Where the hits stand, in scalars of `text`.
  public var ranges: [TextRange]

  /// Creates a snippet from text on one line.
  public init(text: String, ranges: [TextRange]) {
    self.text = text
    self.ranges = ranges
  }

  /// How many scalars of an article a snippet shows at most.
  static let length = 160
  /// How many of them may stand before the hit.
  static let lead = 40

  /// Creates the snippet of `article` around the first of `hits` below the title, or of the start
  /// of the text there.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - hits: Ranges of the article's text, ascending.
  init(of article: Article, hits: [TextRange]) {
    let body = article.paragraphs.filter { $0.role == .body && !$0.range.isEmpty }
    let hit = hits.first { hit in body.contains { $0.range.contains(hit.lowerBound) } }
    let paragraph =
      hit.flatMap { hit in body.first { $0.range.contains(hit.lowerBound) } } ?? body.first
    guard let paragraph else {
      self.init(text: "", ranges: [])
      return
    }
    self.init(
      of: article.text, paragraph: paragraph.range,
      around: hit ?? TextRange(paragraph.range.lowerBound, paragraph.range.lowerBound), hits: hits)
  }

  /// Creates the snippet of `article` around a range of one of its paragraphs, the only hit; an
  /// empty snippet if the range is in no paragraph.
  init(of article: Article, around hit: TextRange) {
    let paragraph = article.paragraphs.first { $0.range.contains(hit) }
    guard let paragraph else {
      self.init(text: "", ranges: [])
      return
    }
    self.init(of: article.text, paragraph: paragraph.range, around: hit, hits: [hit])
  }

  /// Creates the snippet of a text around the first of some hits, or of its start.
  init(of text: ScalarText, hits: [TextRange]) {
    self.init(
      of: text, paragraph: text.range, around: hits.first ?? TextRange(0, 0), hits: hits)
  }

  private init(
    of text: ScalarText, paragraph: TextRange, around hit: TextRange, hits: [TextRange]
  ) {
    let window = Self.window(in: text, paragraph: paragraph, around: hit)
    let before = window.lowerBound > paragraph.lowerBound ? "…" : ""
    let after = window.upperBound < paragraph.upperBound ? "…" : ""
    var shown = String.UnicodeScalarView()
    for scalar in text.slice(window) {
      shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    let shift = before.unicodeScalars.count - window.lowerBound
    self.init(
      text: before + String(shown) + after,
      ranges: hits.filter(window.overlaps).map { hit in
        TextRange(
          max(hit.lowerBound, window.lowerBound), min(hit.upperBound, window.upperBound)
        ).shifted(by: shift)
      })
  }

  /// The stretch of a paragraph to show: whole words where there are any.
  private static func window(
    in text: ScalarText, paragraph: TextRange, around hit: TextRange
  ) -> TextRange {
    var start = max(paragraph.lowerBound, hit.lowerBound - lead)
    var end = min(paragraph.upperBound, start + length)
    // Room that the paragraph's end leaves is given to what stands before the hit.
    start = max(paragraph.lowerBound, min(start, end - length))
    if start > paragraph.lowerBound,
      let space = (start - 1..<hit.lowerBound).first(where: { isSpace(text.scalars[$0]) })
    {
      start = space + 1
    }
    if end < paragraph.upperBound,
      let space = (min(hit.upperBound, end)...end).last(where: { isSpace(text.scalars[$0]) })
    {
      end = space
    }
    while end > start, isSpace(text.scalars[end - 1]) { end -= 1 }
    return TextRange(start, max(start, end))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}
