import Foundation
import Model

/// The sources in their groups, with how much of each is unread, to narrow the list to one of them.
struct SourcesPane: Pane {
  /// The rows; `nil` until they are known.
  private(set) var rows: [SourceRow]?
  /// The row of the cursor.
  private(set) var selected = 0
  /// The row at the top of the screen.
  private(set) var top = 0

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
      return state.filter(
        ListFilter(
          query: SearchQuery(articlesGivenBy: row.targets, named: row.name), name: row.name))
    case .fetch:
      guard let row = selectedRow else { return nil }
      state.notice = Notice(text: "Fetching \(row.name)")
      return [.fetch(row.targets)]
    case .forget: return UnsubscribePane.ask(selectedRow, in: &state)
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
      rows.firstIndex { $0.name == before?.name && $0.targets == before?.targets }
      ?? min(selected, max(0, rows.count - 1))
    follow(height: height)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .sources else { return nil }
    guard case .library = state.opening else {
      state.notice = Notice(text: "Files opened for a while have no sources", tone: .alert)
      return []
    }
    state.leavePlace()
    state.closeOverlays()
    state.push(SourcesPane())
    return refetch(in: &state)
  }

  static func libraryChanged(in state: inout State) -> [Effect] { refetch(in: &state) }

  static func resized(in state: inout State) -> [Effect] {
    let height = listHeight(of: state.paneHeight)
    state[SourcesPane.self]?.follow(height: height)
    return []
  }

  /// Fetches the rows again, where the pane is open.
  static func refetch(in state: inout State) -> [Effect] {
    state[SourcesPane.self] == nil ? [] : [state.ask(FetchSources())]
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

/// Fetches the sources with their counts; the screen does not wait for it.
private struct FetchSources: Question {
  static var isLatestOnly: Bool { true }
  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> [SourceRow]? {
    SourceRow.rows(of: try desk.sourceOverviews(), at: Date())
  }

  func take(_ answer: [SourceRow], in state: inout State) -> [Effect] {
    let height = SourcesPane.listHeight(of: state.paneHeight)
    state[SourcesPane.self]?.take(answer, height: height)
    return []
  }
}
