import Foundation
import Model

/// The sources in their groups and the saved searches, with how much of each is unread, to narrow the list
/// to one of them.
struct SourcesPane: Pane {
  /// The rows; `nil` until they are known.
  private(set) var rows: [SourceRow]?
  /// The row of the cursor.
  private(set) var selected = 0
  /// The row at the top of the screen.
  private(set) var top = 0

  /// Whether the cursor goes to the first saved search once the rows are known.
  private var isForSearches = false

  /// A pane without rows yet.
  init() {}

  /// The row at the cursor, where there is one.
  var selectedRow: SourceRow? {
    rows.flatMap { $0.indices.contains(selected) ? $0[selected] : nil }
  }

  var contexts: [KeyContext] { [.sources, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    if let move = call.movement(height: Self.listHeight(of: state.paneHeight)) {
      return select(move.row(from: selected, of: rows?.count ?? 0), in: &state)
    }
    switch call.command {
    case .nextPane: return select(selected + 1, in: &state)
    case .previousPane: return select(selected - 1, in: &state)
    case .close, .clear:
      state[SourcesPane.self] = nil
      return state.layOutAgain()
    case .open:
      guard let row = selectedRow else { return [] }
      if let query = row.query { return state.filter(by: query, name: row.name) }
      guard !row.targets.isEmpty else { return select(selected + 1, in: &state) }
      return state.filter(
        ListFilter(
          query: SearchQuery(articlesGivenBy: row.targets, named: row.name), name: row.name))
    case .fetch:
      guard let row = selectedRow, !row.targets.isEmpty else { return nil }
      state.notice = Notice(text: "Fetching \(row.name)")
      return [.fetch(row.targets)]
    case .forget:
      guard let row = selectedRow, row.query != nil else {
        return UnsubscribePane.ask(selectedRow, in: &state)
      }
      return [.change(.savedSearch(row.name, query: nil), .command)]
    case .next, .previous, .star, .copy, .setMark: return state.sayThatArticlesAreCovered(call)
    default: return nil
    }
  }

  private func select(_ row: Int, in state: inout State) -> [Effect] {
    var pane = self
    pane.selected = min(max(0, row), max(0, (rows?.count ?? 0) - 1))
    pane.follow(height: Self.listHeight(of: state.paneHeight))
    state[SourcesPane.self] = pane
    return []
  }

  private mutating func follow(height: Int) {
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = min(max(0, top), max(0, (rows?.count ?? .max) - height))
  }

  /// Takes in rows; the cursor stays on what it was on.
  fileprivate mutating func take(_ rows: [SourceRow], height: Int) {
    let before = selectedRow
    self.rows = rows
    selected =
      rows.firstIndex {
        isForSearches
          ? $0.query != nil : $0.name == before?.name && $0.targets == before?.targets
      } ?? min(selected, max(0, rows.count - 1))
    isForSearches = false
    follow(height: height)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .savedSearches: return [.asking(FetchSavedSearches(wanted: call.words))]
    case .save: return save(as: call.words, in: &state)
    case .sources, .subscribe: break
    default: return nil
    }
    guard case .library = state.opening else {
      state.notice = Notice(text: "Files opened for a while have no sources", tone: .alert)
      return []
    }
    if call.command == .sources { return open(SourcesPane(), in: &state) }
    guard let target = call.words else {
      state.notice = Notice(text: "Say an address, as in :subscribe https://example.org")
      return []
    }
    return [.subscribe(target)]
  }

  /// Opens the pane.
  private static func open(_ pane: SourcesPane, in state: inout State) -> [Effect] {
    state.leavePlace()
    state.closeOverlays()
    state.push(pane)
    return refetch(in: &state)
  }

  /// Opens the pane at the first saved search.
  fileprivate static func openSearches(in state: inout State) -> [Effect] {
    var pane = SourcesPane()
    pane.isForSearches = true
    return open(pane, in: &state)
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

  static func libraryChanged(in state: inout State) -> [Effect] { refetch(in: &state) }

  static func resized(in state: inout State) -> [Effect] {
    let height = listHeight(of: state.paneHeight)
    state[SourcesPane.self]?.follow(height: height)
    return []
  }

  /// Fetches the rows again, where the pane is open.
  static func refetch(in state: inout State) -> [Effect] {
    guard state[SourcesPane.self] != nil else { return [] }
    let isForLibrary = if case .library = state.opening { true } else { false }
    return [state.ask(FetchSources(isForLibrary: isForLibrary))]
  }

  static func bookmark(in state: State) -> Bookmark.Value? {
    state[SourcesPane.self]?.selected
  }

  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] {
    guard let row = bookmark as? Int else { return [] }
    var pane = SourcesPane()
    pane.selected = row
    state.push(pane)
    return refetch(in: &state)
  }
}

/// Fetches the sources and saved searches with their counts; the screen does not wait for it.
private struct FetchSources: Question {
  /// Whether a library is open, so that the list of sources is about it.
  var isForLibrary: Bool

  static var isLatestOnly: Bool { true }
  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> [SourceRow]? {
    let sources = isForLibrary ? try desk.sourceOverviews() : []
    // Past the lists that are kept for going back: those stay as they were found, and are few.
    let searches = try SourceRow.rows(of: desk.library.savedSearches()) {
      let list = try desk.library.list($0, order: .path)
      return Set(list.articles(in: 0..<list.count))
    }
    return SourceRow.rows(of: sources, at: Date()) + searches
  }

  func take(_ answer: [SourceRow], in state: inout State) -> [Effect] {
    let height = SourcesPane.listHeight(of: state.paneHeight)
    state[SourcesPane.self]?.take(answer, height: height)
    return []
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
    return SourcesPane.openSearches(in: &state)
  }
}
