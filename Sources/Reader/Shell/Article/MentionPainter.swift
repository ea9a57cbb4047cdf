import Model

/// Decides how each cell of the article looks: by the row it is in, the name it belongs to, and
/// what is selected.
struct MentionPainter {
  private let content: ArticleContent
  private let cursor: Int
  private let selected: EntityID?
  private let hits: [TextRange]
  private let watched: Set<EntityID>

  /// Makes a painter for the article as it is being read.
  init(state: State, reading: Reading) {
    content = reading.content
    cursor = reading.cursor
    watched = Set(state.watched.keys)
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
    case .source, .rule, .empty: return style
    case .boilerplate: return lit(style, cell)
    case .title, .body: return lit(named(style, cell), cell)
    }
  }

  private func named(_ style: Style, _ cell: Cell) -> Style {
    guard let index = content.mentionIndex(at: cell.source.lowerBound) else { return style }
    let linked = content.mentions[index]
    var style = style
    style.ink = linked.mention.kind.ink
    if watched.contains(linked.entity) { (style.ink, style.isBold) = (.accent, true) }
    if linked.entity == selected { style.isReversed = true }
    if linked.mention.range.contains(cursor) { style.isUnderlined = true }
    return style
  }

  private func lit(_ style: Style, _ cell: Cell) -> Style {
    let position = cell.source.lowerBound
    let index = hits.partitioningIndex { $0.upperBound > position }
    guard index < hits.count, hits[index].contains(position) else { return style }
    var style = style
    style.isReversed = true
    if hits[index].contains(cursor) { style.isBold = true }
    return style
  }
}
