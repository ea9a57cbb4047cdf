import Model

/// The search as it is typed.
extension SearchPane: LinePane {
  var contexts: [KeyContext] { [.search, .line] }

  func position(in state: State) -> PanePosition? { .screen }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let height = state.paneHeight
    let page = max(1, height / Self.rowsPerHit)
    switch call.command {
    case .cancel: return cancel(in: &state)
    case .accept:
      guard isWaiting else { return openLine(in: &state) }
      state[SearchPane.self]?.opensFirstHit = true
      return []
    case .older: return recall(by: 1, in: &state)
    case .newer: return recall(by: -1, in: &state)
    case .lineUp where state.searchHistory.recalled > 0 || input.text.isEmpty:
      return recall(by: 1, in: &state)
    case .lineDown: return move(by: 1, in: &state)
    case .lineUp: return move(by: -1, in: &state)
    case .pageDown: return move(by: page, in: &state)
    case .pageUp: return move(by: -page, in: &state)
    case .spelling:
      state.searchesLiterally.toggle()
      return search(in: &state)
    default: return edit(call.command, in: &state)
    }
  }

  private func move(by distance: Int, in state: inout State) -> [Effect] {
    state.searchHistory.reset()
    let height = state.paneHeight
    state[SearchPane.self]?.move(by: distance, height: height)
    return []
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .search:
      var pane = SearchPane(origin: state.location)
      state.searchHistory.reset()
      guard let words = call.words else {
        state.push(pane)
        return [.asking(PrepareSearch())]
      }
      pane.input = InputLine(words)
      state.push(pane)
      return pane.search(in: &state)
    case .spelling:
      state.searchesLiterally.toggle()
      state.notice = Notice(
        text: state.searchesLiterally
          ? "Searches find words only as they are spelled"
          : "Searches find words in every spelling and script")
      return []
    default: return nil
    }
  }

  func cancel(in state: inout State) -> [Effect] {
    state.overtake(Search.self)
    state[SearchPane.self] = nil
    return origin.map { state.go(to: $0) } ?? []
  }

  func edited(in state: inout State) -> [Effect] {
    state.searchHistory.reset()
    state[SearchPane.self]?.opensFirstHit = false
    return state[SearchPane.self]?.search(in: &state) ?? []
  }

  /// Puts an earlier search into the line.
  private func recall(by step: Int, in state: inout State) -> [Effect] {
    var pane = self
    pane.input = state.searchHistory.recall(by: step)
    state[SearchPane.self] = pane
    return pane.search(in: &state)
  }

  /// Asks for what is typed; nothing typed, or something malformed, finds nothing.
  private func search(in state: inout State) -> [Effect] {
    var pane = self
    let query = SearchQuery(input.text, isLiteral: state.searchesLiterally)
    pane.mistake = query.mistake
    let isAsked = !query.isEmpty && query.mistake.map(\.isUnfinished) ?? true
    if !isAsked { pane.take(nil, height: state.paneHeight) }
    pane.isWaiting = isAsked
    state[SearchPane.self] = pane
    guard isAsked else {
      state.overtake(Search.self)
      return []
    }
    return [state.ask(Search(query: query))]
  }

  /// Opens what is under the cursor, an entity's articles or a hit.
  fileprivate func openLine(in state: inout State) -> [Effect] {
    let text = input.text
    if let mistake, !mistake.isUnfinished { return [] }
    state.overtake(Search.self)
    guard let results, let line = selectedLine else {
      state[SearchPane.self] = nil
      state.notice = Notice(
        text: text.isEmpty ? "Nothing was searched for" : "Nothing found for \(text)")
      return origin.map { state.go(to: $0) } ?? []
    }
    state.searchHistory.append(text)
    // What lay under the search is where going back leads.
    state[SearchPane.self] = nil
    switch line {
    case .entity(let found, _): return state.listArticles(of: found.entity)
    case .more: return state.run(CommandCall(.allNames, argument: text))
    case .articles: return []
    case .hit(let number):
      let query = SearchQuery(text, isLiteral: state.searchesLiterally)
      let tour = SearchTour(query: query, results: results, hit: number)
      state.leavePlace()
      state.closeOverlays()
      state.selection = .search(tour)
      state.notice = Notice(text: "\(tour.counter) \(tour.query.text)")
      // Not `focus`, which would mark the article that is left as read.
      state.arrangement.focus = .text
      return state.open(tour.article, at: .hit(tour.range))
    }
  }
}

/// Searches all articles; of the hits come more than a screen shows.
struct Search: Question {
  /// How many hits the answer to a key brings, and how many a search brings at most.
  static let firstHits = 40
  static let hitLimit = 200

  static var isLatestOnly: Bool { true }

  /// What to search for.
  var query: SearchQuery

  func answer(from desk: LibraryDesk) throws -> SearchResults? {
    try desk.library.search(query, order: desk.order, limit: Self.firstHits)
  }

  func take(_ answer: SearchResults, in state: inout State) -> [Effect] {
    guard var pane = state[SearchPane.self] else { return [] }
    pane.take(answer, height: state.paneHeight)
    state[SearchPane.self] = pane
    if pane.opensFirstHit { return pane.openLine(in: &state) }
    let count = answer.hits.count
    guard count < answer.total else { return [] }
    return [.asking(SearchOn(query: query, first: count))]
  }
}

/// Brings more hits of a search, which the answer to a key did not wait for.
struct SearchOn: Question {
  /// What is searched for.
  var query: SearchQuery
  /// The number of the first hit to bring.
  var first: Int

  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> [SearchHit]? {
    guard first < Search.hitLimit else { return nil }
    return try desk.library.search(query, order: desk.order, hits: first..<Search.hitLimit).hits
  }

  func take(_ answer: [SearchHit], in state: inout State) -> [Effect] {
    guard let pane = state[SearchPane.self],
      SearchQuery(pane.input.text, isLiteral: state.searchesLiterally) == query
    else { return [] }
    state[SearchPane.self]?.append(answer, from: first)
    return []
  }
}
