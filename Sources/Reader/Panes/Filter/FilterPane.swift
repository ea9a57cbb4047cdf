import Model

/// The line in which the list's filter is typed.
struct FilterPane: LinePane, FootPane {
  /// What is typed.
  var input: InputLine
  /// What is wrong with it.
  var mistake: QueryMistake?
  /// What the list was filtered by before.
  let originalFilter: ListFilter?
  /// Where the reader was.
  let origin: Location?
  /// What completion goes through.
  private var completions = Completions()

  /// A line with a filter, opened where the list had that filter.
  fileprivate init(filter: ListFilter?, origin: Location?) {
    input = InputLine(filter?.query.text ?? "")
    originalFilter = filter
    self.origin = origin
  }

  /// What a word stands for where it is all that `:filter` is given.
  private static let shorthands = [
    "unread": "is:unread", "read": "is:read", "starred": "is:starred", "noted": "is:noted",
    "watched": "is:watched", "ar": "lang:ar", "en": "lang:en",
  ]

  var contexts: [KeyContext] { [.filter, .line] }

  func grid(in state: State, size: GridSize) -> Grid {
    if let mistake { return mistake.grid(columns: size.columns, rows: size.rows) }
    guard input.text.isEmpty else { return Grid(size: GridSize(rows: 0, columns: size.columns)) }
    return SearchSyntax(state: state, contexts: contexts).grid(size: size)
  }

  func foot(in state: State, columns: Int) -> Grid? { .line("&", input, columns: columns) }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .cancel: return cancel(in: &state)
    case .accept:
      guard mistake == nil else { return [] }
      state[FilterPane.self] = nil
      if let origin { state.history.leave(origin) }
      state.closeOverlays()
      state.arrangement.focus = .list
      return state.filterList(filter(in: state), opening: .lastPlace) + state.layOutAgain()
    case .complete: return complete(by: 1, in: &state)
    case .completeBack: return complete(by: -1, in: &state)
    default: return edit(call.command, in: &state)
    }
  }

  /// Shows the next completion of what is typed, or asks for all.
  private func complete(by step: Int, in state: inout State) -> [Effect] {
    guard input.textBeforeCursor == input.text else { return [] }
    guard !completions.lines.isEmpty else {
      return [state.ask(CompleteQuery(text: input.text, isBackward: step < 0))]
    }
    var next = completions
    next.move(by: step)
    return show(next, in: &state)
  }

  /// Shows one of some completions, and filters the list by it.
  fileprivate func show(_ completions: Completions, in state: inout State) -> [Effect] {
    guard let line = completions.line else { return [] }
    var pane = self
    pane.input = InputLine(line)
    state[FilterPane.self] = pane
    let effects = pane.edited(in: &state)
    state[FilterPane.self]?.completions = completions
    return effects
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .filter else { return nil }
    if let words = call.words {
      return words == "off" ? state.clearFilter() : state.filter(by: shorthands[words] ?? words)
    }
    state.push(FilterPane(filter: state.list.filter, origin: state.location))
    return [.asking(PrepareSearch())]
  }

  private func filter(in state: State) -> ListFilter? {
    let query = SearchQuery(input.text, isLiteral: state.searchesLiterally)
    return query.hidesNothing ? nil : ListFilter(query: query)
  }

  /// Filters the list by what is typed so far.
  func edited(in state: inout State) -> [Effect] {
    let query = SearchQuery(input.text, isLiteral: state.searchesLiterally)
    state[FilterPane.self]?.mistake = query.mistake
    state[FilterPane.self]?.completions = Completions()
    guard query.mistake.map(\.isUnfinished) ?? true else {
      // What is malformed filters by nothing; the list is as it was before.
      return state.list.filter == originalFilter
        ? [] : state.filterList(originalFilter, opening: nil)
    }
    return state.filterList(filter(in: state), opening: nil)
  }

  /// Closes the line; the list is as it was before.
  func cancel(in state: inout State) -> [Effect] {
    state[FilterPane.self] = nil
    return origin.map { state.go(to: $0) } ?? state.filterList(originalFilter, opening: nil)
  }
}

/// Finds what completes a filter that is being typed.
private struct CompleteQuery: Question {
  static var isLatestOnly: Bool { true }

  /// What is typed.
  var text: String
  /// Whether the last completion is shown first.
  var isBackward: Bool

  func answer(from desk: LibraryDesk) throws -> [String]? {
    try desk.library.completions(of: text)
  }

  func take(_ answer: [String], in state: inout State) -> [Effect] {
    guard let pane = state[FilterPane.self], pane.input.text == text else { return [] }
    return pane.show(Completions(answer, isBackward: isBackward), in: &state)
  }
}
