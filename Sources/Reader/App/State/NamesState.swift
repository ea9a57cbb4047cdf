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
    /// An empty line.
    case empty
  }

  /// The names in the panel's order: by kind, then most mentioned first.
  static func names(of content: ArticleContent) -> [ArticleEntity] {
    EntityKind.allCases.flatMap { kind in
      content.entities.filter { $0.entity.kind == kind }
        .sorted { ($1.count, $0.firstMention) < ($0.count, $1.firstMention) }
    }
  }

  /// The lines of the panel for an article.
  static func lines(of content: ArticleContent) -> [Line] {
    let names = names(of: content)
    var lines: [Line] = []
    for kind in EntityKind.allCases {
      let rows = names.indices.filter { names[$0].entity.kind == kind }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.empty) }
      lines.append(.heading(kind, rows.count))
      lines += rows.map { .name(names[$0], $0) }
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
