import Model

/// Decides how each cell of the article looks: by the row it is in, the name it belongs to, and
/// what is selected.
struct MentionPainter {
  private let content: ArticleContent
  private let cursor: Int
  private let selected: EntityID?
  private let hits: [TextRange]
  private let firstMentions: Set<Int>
  private let links: [TextRange]
  private let watched: [EntityID: [String]]

  /// Makes a painter for the article as it is being read.
  init(state: State, reading: Reading) {
    content = reading.content
    firstMentions = reading.firstMentions
    cursor = reading.cursor
    links = reading.content.article.links.compactMap(\.range)
    watched = state.watched
    switch state.selection {
    case .entity(let entity)?:
      selected = entity
      hits = []
    case .search(let tour)?:
      selected = nil
      hits =
        tour.hits.first { $0.summary.id == reading.content.summary.id }?.ranges ?? []
    case nil:
      selected = nil
      hits = []
    }
  }

  /// How a cell of a row looks.
  func style(of cell: Cell, in kind: ArticleLayout.RowKind) -> Style {
    let style = ArticleText.style(of: kind)
    switch kind {
    case .source, .note, .rule, .empty: return style
    case .boilerplate: return lit(style, cell)
    case .title, .body: return lit(named(linked(style, cell), cell), cell)
    }
  }

  private func linked(_ style: Style, _ cell: Cell) -> Style {
    var style = style
    style.isUnderlined = Self.range(in: links, at: cell.source.lowerBound) != nil
    return style
  }

  /// The one of some ranges in ascending order that holds a position.
  private static func range(in ranges: [TextRange], at position: Int) -> TextRange? {
    let index = ranges.partitioningIndex { $0.upperBound > position }
    return index < ranges.count && ranges[index].contains(position) ? ranges[index] : nil
  }

  private func named(_ style: Style, _ cell: Cell) -> Style {
    guard let index = content.mentionIndex(at: cell.source.lowerBound) else { return style }
    let linked = content.mentions[index]
    var style = style
    if firstMentions.contains(index) || linked.entity == selected {
      style.ink = linked.mention.kind.ink
    }
    if watched[linked.entity] != nil { (style.ink, style.isBold) = (.accent, true) }
    if linked.entity == selected { style.isReversed = true }
    if linked.mention.range.contains(cursor) { style.isUnderlined = true }
    return style
  }

  private func lit(_ style: Style, _ cell: Cell) -> Style {
    guard let hit = Self.range(in: hits, at: cell.source.lowerBound) else { return style }
    var style = style
    style.isReversed = true
    if hit.contains(cursor) { style.isBold = true }
    return style
  }
}
