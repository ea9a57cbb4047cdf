import Model

/// The article in the reading pane: its text laid out, and where the reader is in it.
struct Reading: Sendable {
  /// The article with its names.
  var content: ArticleContent {
    didSet { firstMentions = Self.firstMentions(in: content) }
  }
  /// The first mention of each name in the text: it alone is coloured, so that text stays calm.
  private(set) var firstMentions: Set<Int>
  /// Its row in the list; `nil` where the list's filter hides it.
  var row: Int?
  /// Its text laid out for the width of the pane.
  var layout: ArticleLayout
  /// Where the reader was when the article was last left, as the library knows it.
  var savedPlace: Place?
  /// The layout's row at the top of the pane.
  var top = 0
  /// The position of the cursor in the text.
  var cursor = 0
  /// The place that changes of size go back to while the reader stays where they have led.
  private var held: (place: Place, top: Int, cursor: Int)?

  /// Makes a reading that starts at the top.
  init(content: ArticleContent, row: Int?, layout: ArticleLayout) {
    self.content = content
    firstMentions = Self.firstMentions(in: content)
    self.row = row
    self.layout = layout
  }

  private static func firstMentions(in content: ArticleContent) -> Set<Int> {
    let start = content.article.titleRange?.upperBound ?? 0
    var seen: Set<EntityID> = []
    return Set(
      content.mentions.indices.filter { index in
        content.mentions[index].mention.range.lowerBound >= start
          && seen.insert(content.mentions[index].entity).inserted
      })
  }

  /// The layout's row that the cursor is on.
  var cursorRow: Int { layout.row(at: cursor) }

  /// Where the reader is, in positions of the text.
  var place: Place {
    let row = layout.nearestTextRow(to: top)
    // At the top stays at the top, also where the heading gets more rows.
    let lead = top == 0 ? Place.start.lead : row - top
    return Place(top: layout.position(ofRow: row), lead: lead, cursor: cursor)
  }

  /// Whether it is as it was when it was opened for the first time.
  var isAtStart: Bool { top == 0 && cursor == layout.firstPosition }

  /// The index of the mention under the cursor: the one it stands in, else the first on its row.
  var mentionUnderCursor: Int? {
    if let index = content.mentionIndex(at: cursor) { return index }
    guard let range = layout.range(ofRow: cursorRow) else { return nil }
    let index = content.firstMention(from: range.lowerBound)
    guard index < content.mentions.count,
      content.mentions[index].mention.range.lowerBound < range.upperBound
    else { return nil }
    return index
  }

  /// Goes to a place, with the same row at the top where the layout allows it.
  mutating func go(to place: Place, height: Int) {
    top = layout.row(at: place.top) - place.lead
    cursor = min(max(place.cursor, layout.firstPosition), layout.lastPosition)
    clampTop(height: height)
    if cursorRow < top || cursorRow >= top + height { follow(height: height) }
  }

  /// Puts the cursor on a position; scrolls only where it is not on screen, then to a third of
  /// the pane's height.
  mutating func show(_ position: Int, height: Int) {
    cursor = position
    let row = cursorRow
    if row < top || row >= top + height { top = row - height / 3 }
    clampTop(height: height)
  }

  /// Scrolls just as far as the cursor needs; at the first row of text the heading is shown too.
  mutating func follow(height: Int) {
    let row = cursorRow
    if row < top { top = row }
    if row >= top + height { top = row - height + 1 }
    if row <= layout.firstTextRow, row < height { top = 0 }
    clampTop(height: height)
  }

  /// Takes over a layout of another width, keeping the place in the text.
  mutating func take(_ layout: ArticleLayout, height: Int) {
    let place = heldPlace
    self.layout = layout
    hold(place, height: height)
  }

  /// Keeps the place in a pane that has become `height` rows high.
  mutating func keepPlace(height: Int) {
    hold(heldPlace, height: height)
  }

  /// The place to be kept: where the reader went, not where a size between has rounded it to.
  private var heldPlace: Place {
    if let held, held.top == top, held.cursor == cursor { return held.place }
    return place
  }

  /// Goes to a place and keeps it in mind for the next size.
  private mutating func hold(_ place: Place, height: Int) {
    go(to: place, height: height)
    held = (place, top, cursor)
  }

  /// Moves the cursor by rows of text, empty rows not counted.
  mutating func moveCursor(by distance: Int, height: Int) {
    cursor = layout.position(ofRow: layout.textRow(from: cursorRow, by: distance))
    follow(height: height)
  }

  /// Scrolls by rows; the cursor moves along only where it would leave the pane.
  mutating func scroll(by distance: Int, height: Int) {
    top += distance
    clampTop(height: height)
    keepCursor(height: height)
  }

  /// Scrolls by rows and moves the cursor as far.
  mutating func page(by distance: Int, height: Int) {
    let offset = cursorRow - top
    let before = top
    top += distance
    clampTop(height: height)
    if top == before {
      cursor = distance < 0 ? layout.firstPosition : layout.position(ofRow: layout.lastTextRow)
    } else {
      cursor = layout.position(ofRow: layout.nearestTextRow(to: top + offset))
    }
    keepCursor(height: height)
  }

  private mutating func keepCursor(height: Int) {
    let row = cursorRow
    if row < top {
      cursor = layout.position(ofRow: layout.nearestTextRow(to: top))
    } else if row >= top + height {
      cursor = layout.position(ofRow: layout.nearestTextRow(to: top + height - 1, upwards: true))
    }
  }

  private mutating func clampTop(height: Int) {
    top = min(max(0, top), max(0, layout.rows.count - height))
  }
}

/// Where someone is in an article's text, in positions that outlive a change of the pane's width.
struct Place: Hashable, Sendable {
  /// The position of the first scalar of the first row of text at or below the pane's top.
  var top: Int
  /// How many rows without text, such as the heading's, stand above it in the pane.
  var lead = 0
  /// The position of the cursor.
  var cursor: Int

  /// The start of an article: all rows above its text are shown that there are.
  static let start = Place(top: 0, lead: 1 << 30, cursor: 0)
}
