import Model

/// An article laid out for a width: heading, source, paragraphs and what the site added.
struct ArticleLayout: Sendable {
  /// What a row shows.
  enum RowKind: Hashable, Sendable {
    case title
    case source
    case note
    case body
    case rule
    case boilerplate
    case empty
  }

  /// A row of the reading pane.
  struct Row: Sendable {
    /// What it shows.
    let kind: RowKind
    /// Its cells, where it shows text.
    let line: LayoutLine?
  }

  /// How the text is set.
  let setting: TextSetting
  /// The direction of the article as a whole: the one forced, else that of most letters.
  let direction: TextDirection
  /// The rows from the top.
  let rows: [Row]
  /// The numbers of the rows that show the article's own text, from the top down.
  private let textRows: [Int]
  /// The same rows in the order of the text; what the site added stands last on screen alone.
  private let rowsByPosition: [Int]

  /// How many scalars are laid out at a time: a line ends where a paragraph is longer.
  private static let longestPiece = 1 << 16

  /// Lays out an article, with what the reader noted of it.
  init(_ article: Article, note: String? = nil, setting: TextSetting) {
    var rows: [Row] = []
    Self.forEachPiece(of: article, note: note, setting: setting) { rows += $0 }
    self.setting = setting
    direction = setting.direction ?? Self.ownDirection(of: article) ?? .leftToRight
    self.rows = rows
    textRows = rows.indices.filter { Self.isText(rows[$0].kind) && rows[$0].line != nil }
    rowsByPosition = textRows.sorted { rows[$0].start < rows[$1].start }
  }

  /// Calls `body` with the rows of an article from the top, a paragraph or a part of one at a time.
  ///
  /// What is printed needs no more memory for its rows than one such piece.
  static func forEachPiece(
    of article: Article, note: String? = nil, setting: TextSetting,
    _ body: ([Row]) throws -> Void
  ) rethrows {
    let own = ownDirection(of: article)
    func lay(_ kind: RowKind, _ range: TextRange) throws {
      var start = range.lowerBound
      var direction = setting.direction ?? own.flatMap { article.direction(of: range, in: $0) }
      while start < range.upperBound {
        let end = pieceEnd(in: article.text, from: start, to: range.upperBound)
        let layout = TextLayout(
          article.text.slice(TextRange(start, end)), controls: article.controls,
          width: setting.width, direction: direction, options: setting.options)
        direction = direction ?? layout.lines.first?.direction
        try body(layout.lines.map { Row(kind: kind, line: $0) })
        start = end
      }
    }
    let empty = Row(kind: .empty, line: nil)
    if let title = article.titleRange { try lay(.title, title) }
    let heading = ArticleCaption.heading(of: article)
    let source = TextLayout(
      heading.text.slice(heading.text.range), controls: heading.controls, width: setting.width,
      direction: setting.direction ?? own ?? .leftToRight, options: setting.options)
    try body(source.lines.map { Row(kind: .source, line: $0) })
    let noted = NoteText.lines(of: note ?? "", setting: setting)
    if !noted.isEmpty { try body(noted.map { Row(kind: .note, line: $0) }) }
    for paragraph in article.paragraphs where paragraph.role == .body {
      try body([empty])
      try lay(.body, paragraph.range)
    }
    let boilerplate = article.paragraphs.filter { $0.role == .boilerplate }
    guard !boilerplate.isEmpty else { return }
    try body([empty, Row(kind: .rule, line: nil)])
    for paragraph in boilerplate { try lay(.boilerplate, paragraph.range) }
  }

  /// The direction of most letters of what is the article's own; `nil` where it has no letters.
  private static func ownDirection(of article: Article) -> TextDirection? {
    TextDirection(
      mostLettersOf: article.paragraphs.lazy.filter { $0.role != .boilerplate }
        .map { article.text.slice($0.range) })
  }

  /// Where a piece ends: after the last white space that is near enough, if there is any.
  private static func pieceEnd(in text: ScalarText, from start: Int, to end: Int) -> Int {
    guard end - start > longestPiece else { return end }
    let piece = text.slice(TextRange(start, start + longestPiece))
    return piece.lastIndex { $0.properties.isWhitespace }.map { $0 + 1 } ?? piece.endIndex
  }

  private static func isText(_ kind: RowKind) -> Bool {
    kind == .title || kind == .body || kind == .boilerplate
  }

  /// The first row that shows the article's own text.
  var firstTextRow: Int { textRows.first ?? 0 }

  /// The last row that shows the article's own text.
  var lastTextRow: Int { textRows.last ?? 0 }

  /// The position of the first scalar shown.
  var firstPosition: Int { position(ofRow: firstTextRow) }

  /// The last position shown.
  var lastPosition: Int {
    rowsByPosition.last.map { max(rows[$0].start, rows[$0].end - 1) } ?? 0
  }

  /// The row that shows a position of the text; the one before it where none does.
  ///
  /// Complexity: O(log *n*).
  func row(at position: Int) -> Int {
    let index = rowsByPosition.partitioningIndex { rows[$0].start > position }
    return index > 0 ? rowsByPosition[index - 1] : rowsByPosition.first ?? 0
  }

  /// The position of the text at which a row starts; for a row without text, the next one's.
  func position(ofRow row: Int) -> Int {
    let textRow = nearestTextRow(to: row)
    return rows.indices.contains(textRow) ? rows[textRow].start : 0
  }

  /// The positions that a row of text shows.
  func range(ofRow row: Int) -> TextRange? {
    guard rows.indices.contains(row), Self.isText(rows[row].kind) else { return nil }
    return rows[row].line?.range
  }

  /// The row of text at or after `row`, or at or before it; where there is none, the nearest.
  func nearestTextRow(to row: Int, upwards: Bool = false) -> Int {
    let index = textRows.partitioningIndex { $0 >= row }
    if index < textRows.count, !upwards || textRows[index] == row { return textRows[index] }
    return index > 0 && (upwards || index == textRows.count) ? textRows[index - 1] : firstTextRow
  }

  /// The row of text that lies `distance` rows of text from `row`.
  func textRow(from row: Int, by distance: Int) -> Int {
    guard !textRows.isEmpty else { return 0 }
    let index = textRows.partitioningIndex { $0 >= row }
    return textRows[min(max(0, index + distance), textRows.count - 1)]
  }
}

extension ArticleLayout.Row {
  fileprivate var start: Int { line?.range.lowerBound ?? 0 }
  fileprivate var end: Int { line?.range.upperBound ?? 0 }
}

extension Article {
  /// The direction of a paragraph of an article whose letters run in `direction`; `nil` where the
  /// paragraph begins with a directional mark, which gives it.
  fileprivate func direction(of range: TextRange, in direction: TextDirection) -> TextDirection? {
    switch controls.entries(in: range).first {
    case let entry? where entry.position == range.lowerBound && entry.isStrong: nil
    default: direction.ofParagraph(text.slice(range))
    }
  }
}
