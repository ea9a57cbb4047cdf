import Model

/// What the screen was like when the reader left a library: kept for the next time.
struct LastVisit: Codable, Hashable, Sendable {
  /// How many lines of each history are kept.
  private static let limit = 100
  /// The most bytes of a line that is kept.
  private static let longestLine = 1_000
  /// How many columns a pane may be wider or narrower; the file may hold any number.
  private static let widest = 1_000

  /// What the list was filtered by, as it is typed; `nil` where nothing was hidden.
  private var filter: String?
  /// The name of the saved search that the filter was.
  private var filterName: String?
  private var order: ArticleOrder
  /// The article under the list's cursor.
  private var article: ArticleID?
  private var listExtra: Int
  private var panelExtra: Int
  private var commands: [String]
  private var searches: [String]

  /// Notes what is to come back of a screen.
  init(_ state: State) {
    if let known = state.list.filter, SearchQuery(known.query.text) == known.query {
      filter = known.query.text
      filterName = known.name
    }
    order = state.order
    article = state.list.selectedArticle?.id ?? state.startArticle
    listExtra = state.arrangement.listExtra
    panelExtra = state.arrangement.panelExtra
    commands = Self.kept(state.commandHistory)
    searches = Self.kept(state.searchHistory)
  }

  private static func kept(_ history: LineHistory) -> [String] {
    history.lines.filter { $0.utf8.count <= longestLine }.suffix(limit)
  }

  /// Puts a screen that has just been made back as it was; what the configuration says goes before.
  func restore(_ state: inout State) {
    if state.settings.listOrder == .auto { state.order = order }
    if state.settings.startFilter.isEmpty, let filter {
      let query = SearchQuery(filter)
      if !query.hidesNothing, query.mistake == nil {
        state.list.filter = ListFilter(query: query, name: filterName?.displayable)
      }
    }
    state.startArticle = article
    let bounds = -Self.widest...Self.widest
    state.arrangement.listExtra = min(max(bounds.lowerBound, listExtra), bounds.upperBound)
    state.arrangement.panelExtra = min(max(bounds.lowerBound, panelExtra), bounds.upperBound)
    for line in commands where line.displayable == line { state.commandHistory.append(line) }
    for line in searches where line.displayable == line { state.searchHistory.append(line) }
  }
}
