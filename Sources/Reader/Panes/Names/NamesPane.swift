import Model

/// The side panel: the names of the article, people first, then places and organizations.
struct NamesPane: Pane {
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

  // MARK: - Pane

  var contexts: [KeyContext] { [.names, .all] }

  func position(in state: State) -> PanePosition? { .slot(.names) }

  func entityUnderCursor(in state: State) -> EntityID? {
    let names = Self.names(in: state)
    return names.indices.contains(selected) ? names[selected].entity.id : nil
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    if let move = call.movement(height: state.paneHeight) {
      let count = Self.names(in: state).count
      return count > 0 ? select(row: move.row(from: selected, of: count), in: &state) : []
    }
    switch call.command {
    case .selectName: return select(row: selected, in: &state)
    case .open:
      guard let reading = state.reading, let entity = entityUnderCursor(in: state) else {
        return []
      }
      return state.jump(to: entity, after: reading.cursor)
    default: return nil
    }
  }

  func namesOnScreen(in state: State) -> [Int] {
    Self.lines(in: state).dropFirst(top).prefix(state.paneHeight).compactMap {
      if case .name(_, let row) = $0 { row } else { nil }
    }
  }

  func take(hint row: Int, goesOn: Bool, in state: inout State) -> [Effect]? {
    state[NamesPane.self]?.selected = row
    let names = Self.names(in: state)
    guard goesOn, let reading = state.reading, names.indices.contains(row) else {
      return select(row: row, in: &state)
    }
    return state.jump(to: names[row].entity.id, after: reading.cursor)
  }

  /// Selects the name in a row: its mentions light up, the text moves to the first.
  func select(row: Int, in state: inout State) -> [Effect] {
    let names = Self.names(in: state)
    guard let reading = state.reading, names.indices.contains(row) else { return [] }
    let entity = names[row].entity.id
    if !isWalkingThroughNames(in: state) { state.leavePlace() }
    state.selection = .entity(entity)
    let ranges = reading.content.ranges(of: entity)
    if let first = ranges.first {
      state.showInText(first.lowerBound)
      state.notice = Notice(text: "1/\(ranges.count) \(state.displayName(entity))")
    }
    var pane = self
    pane.selected = row
    pane.follow(in: state)
    state[NamesPane.self] = pane
    return ranges.isEmpty ? state.paneTypes.flatMap { $0.selected(entity, in: &state) } : []
  }

  /// Whether the name under the cursor was reached by walking through the panel, so that one step
  /// back leads to where the walk began.
  private func isWalkingThroughNames(in state: State) -> Bool {
    guard state.arrangement.focus == .names, case .entity(let entity)? = state.selection,
      let reading = state.reading
    else { return false }
    return reading.content.ranges(of: entity).first?.lowerBound == reading.cursor
  }

  private mutating func follow(in state: State) {
    follow(Self.lines(in: state), height: state.paneHeight)
  }

  /// The names that the panel shows: those of the articles on the screen.
  static func names(in state: State) -> [ArticleEntity] {
    ordered(state.articlesShown.map(\.content.entities).reduce([], joined))
  }

  /// The lines of the panel.
  static func lines(in state: State) -> [Line] {
    lines(
      of: names(in: state), width: state.columns(of: .names) ?? state.size.columns,
      script: state.nameScript)
  }

  static func articleLeft(in state: inout State) -> [Effect] {
    state[NamesPane.self] = NamesPane()
    return []
  }

  /// Puts the cursor on the selected entity, where an article shown names it.
  static func articleShown(isOther: Bool, in state: inout State) -> [Effect] {
    guard var pane = state[NamesPane.self] else { return [] }
    let names = names(in: state)
    if case .entity(let entity)? = state.selection,
      let row = names.firstIndex(where: { $0.entity.id == entity })
    {
      pane.selected = row
    }
    pane.selected = min(pane.selected, max(0, names.count - 1))
    pane.follow(in: state)
    state[NamesPane.self] = pane
    return state.findWatched()
  }

  static func libraryChanged(in state: inout State) -> [Effect] {
    state.findWatched(isRenewed: true)
  }

  static func bookmark(in state: State) -> Bookmark.Value? { state[NamesPane.self]?.selected }

  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] {
    if let row = bookmark as? Int { state[NamesPane.self]?.selected = row }
    return []
  }
}
