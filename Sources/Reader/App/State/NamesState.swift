import Model

/// The side panel: the names of the article, people first, then places and organizations.
struct NamesState: Sendable {
  /// The row of the cursor among the names, headings not counted.
  var selected = 0
  /// The first line of the panel on screen, headings counted.
  var top = 0

  /// A line of the panel.
  enum Line: Hashable, Sendable {
    /// A heading with how many names follow.
    case heading(EntityKind, Int)
    /// A name; the number is its row.
    case name(ArticleEntity, Int)
    /// The same entity's name in the other script, where it does not fit beside the first.
    case otherName(String)
    /// An empty line.
    case empty
  }

  /// Names in the panel's order: by kind, then most mentioned first.
  static func ordered(_ entities: [ArticleEntity]) -> [ArticleEntity] {
    EntityKind.allCases.flatMap { kind in
      entities.filter { $0.entity.kind == kind }
        .sorted { ($1.count, $0.firstMention) < ($0.count, $1.firstMention) }
    }
  }

  /// The names of two articles, each once with its mentions in both.
  static func joined(_ left: [ArticleEntity], _ right: [ArticleEntity]) -> [ArticleEntity] {
    var joined = left
    for other in right {
      if let index = joined.firstIndex(where: { $0.entity.id == other.entity.id }) {
        joined[index].count += other.count
      } else {
        joined.append(other)
      }
    }
    return joined
  }

  /// The lines of the panel, `width` columns wide, for names in its order.
  static func lines(of names: [ArticleEntity], width: Int, script: Script) -> [Line] {
    var lines: [Line] = []
    for kind in EntityKind.allCases {
      let rows = names.indices.filter { names[$0].entity.kind == kind }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.empty) }
      lines.append(.heading(kind, rows.count))
      for row in rows {
        lines.append(.name(names[row], row))
        let shown = ShownName(names[row], script: script)
        if let other = shown.other, !shown.fits(width) { lines.append(.otherName(other)) }
      }
    }
    return lines
  }

  /// Scrolls so that the cursor's line is among `height` lines.
  mutating func follow(_ lines: [Line], height: Int) {
    guard
      let line = lines.firstIndex(where: {
        if case .name(_, selected) = $0 { true } else { false }
      })
    else {
      top = 0
      return
    }
    if line < top { top = line == 1 ? 0 : line }
    if line >= top + height { top = line - height + 1 }
    top = min(max(0, top), max(0, lines.count - height))
  }
}
