import Model

/// The saved searches, to choose one from.
struct SavedPane: Pane {
  /// The searches by name.
  var searches: [SavedSearch]
  /// The row of the cursor.
  private(set) var selected = 0

  /// The saved searches with the cursor on the first.
  init(searches: [SavedSearch]) {
    self.searches = searches
  }

  var contexts: [KeyContext] { [.saved, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func title(in state: State, width: Int) -> String { "Saved searches" }

  func foot(in state: State, columns: Int) -> Grid? {
    .hints(for: self, in: state, columns: columns)
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let nameWidth = max(1, min(24, size.columns / 3))
    let top = max(0, selected - size.rows + 1)
    for (row, search) in searches.dropFirst(top).prefix(size.rows).enumerated() {
      grid.write(
        search.name, row: row, column: 1, width: nameWidth,
        style: Style(ink: .title, isBold: true), direction: nil, options: state.layoutOptions)
      grid.write(
        search.query, row: row, column: nameWidth + 3, width: size.columns - nameWidth - 4,
        style: Style(ink: .muted), options: state.layoutOptions)
      if top + row == selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    var pane = self
    if let move = call.movement(height: state.paneHeight) {
      pane.select(move.row(from: selected, of: searches.count))
      state[SavedPane.self] = pane
      return []
    }
    switch call.command {
    case .nextPane, .previousPane:
      pane.select(selected + (call.command == .nextPane ? 1 : -1))
      state[SavedPane.self] = pane
      return []
    case .close, .clear:
      state[SavedPane.self] = nil
      return []
    case .open:
      state[SavedPane.self] = nil
      return state.filter(by: searches[selected].query, name: searches[selected].name)
    case .forget:
      let search = pane.searches.remove(at: selected)
      pane.select(selected)
      state[SavedPane.self] = pane.searches.isEmpty ? nil : pane
      return [.change(.savedSearch(search.name, query: nil), .command)]
    case .undo, .redo, .redraw, .suspend, .quit, .help, .commandLine: return nil
    default: return []
    }
  }

  private mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, searches.count - 1))
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .savedSearches: return [.asking(FetchSavedSearches(wanted: call.words))]
    case .save: return save(as: call.words, in: &state)
    default: return nil
    }
  }

  /// Keeps the list's filter, or else the search whose hits are gone through, under a name.
  private static func save(as name: String?, in state: inout State) -> [Effect] {
    guard let name else {
      state.notice = Notice(text: "Say a name, as in :save iraq")
      return []
    }
    switch (state.list.filter, state.selection) {
    case (let filter?, _):
      return [.change(.savedSearch(name, query: filter.query.text), .command)]
    case (nil, .search(let tour)?):
      return [.change(.savedSearch(name, query: tour.query.text), .command)]
    default:
      state.notice = Notice(text: "There is no filter and no search to save")
      return []
    }
  }
}

/// Fetches the saved searches, one of which may be wanted.
private struct FetchSavedSearches: Question {
  /// The name of the one that is wanted.
  var wanted: String?

  func answer(from desk: LibraryDesk) throws -> [SavedSearch]? {
    try desk.library.savedSearches()
  }

  func take(_ answer: [SavedSearch], in state: inout State) -> [Effect] {
    if let wanted {
      guard let search = answer.first(where: { $0.name == wanted }) else {
        state.notice = Notice(
          text: "No search is saved as \(wanted); :saved lists them", tone: .alert)
        return []
      }
      return state.filter(by: search.query, name: search.name)
    }
    guard !answer.isEmpty else {
      state.notice = Notice(text: "No search is saved; :save NAME keeps the list's filter")
      return []
    }
    state.push(SavedPane(searches: answer))
    return []
  }
}
