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

  /// What a word stands for where it is all that `:filter` is given.
  private static let shorthands = [
    "unread": "is:unread", "read": "is:read", "starred": "is:starred", "watched": "is:watched",
    "ar": "lang:ar", "en": "lang:en",
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
    default: return edit(call.command, in: &state)
    }
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .filter else { return nil }
    if let words = call.words {
      return words == "off" ? state.clearFilter() : state.filter(by: shorthands[words] ?? words)
    }
    state.push(
      FilterPane(
        input: InputLine(state.list.filter?.query.text ?? ""), originalFilter: state.list.filter,
        origin: state.location))
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
