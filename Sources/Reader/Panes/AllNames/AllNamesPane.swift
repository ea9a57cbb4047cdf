import Model

/// All people, places and organizations of the library, narrowed by what is typed.
struct AllNamesPane: LinePane {
  /// What one of the names must have.
  var input = InputLine()
  /// Whether that is being typed.
  private(set) var isFiltering = false
  /// The kind listed; `nil` lists all.
  private(set) var kind: EntityKind?
  /// What the names are sorted by.
  private(set) var order = NameList.Order.mentions
  /// The row of the cursor.
  private(set) var selected = 0
  /// The row at the top of the screen.
  private(set) var top = 0
  /// How many names there are, once that is known.
  private(set) var count: Int?
  /// The names at hand, by row.
  private(set) var rows: [Int: FoundEntity] = [:]

  /// How many names are fetched beyond the screen on either side.
  private static let margin = 100

  /// What going back has to restore.
  private struct Place: Hashable, Sendable {
    var request: NameList.Request
    var selected: Int
    var top: Int
  }

  /// All names.
  init() {}

  /// The names as they were at a place.
  private init(_ place: Place) {
    input = InputLine(place.request.text)
    (kind, order) = (place.request.kind, place.request.order)
    (selected, top) = (place.selected, place.top)
  }

  /// What is listed.
  var request: NameList.Request { NameList.Request(text: input.text, kind: kind, order: order) }

  /// The entity at the cursor, where its row is at hand.
  private var selectedEntity: FoundEntity? { rows[selected] }

  // MARK: - Pane

  var contexts: [KeyContext] { isFiltering ? [.line] : [.allNames, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func entityUnderCursor(in state: State) -> EntityID? { selectedEntity?.entity.id }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    isFiltering ? runWhileFiltering(call, in: &state) : runOnList(call, in: &state)
  }

  private func runWhileFiltering(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .accept:
      state[AllNamesPane.self]?.isFiltering = false
      return []
    case .cancel: return cancel(in: &state)
    default: return edit(call.command, in: &state)
    }
  }

  private func runOnList(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let height = state.paneHeight
    if let move = call.movement(height: height) {
      var pane = self
      pane.selected = move.row(from: selected, of: count ?? 0)
      pane.follow(height: height)
      state[AllNamesPane.self] = pane
      return pane.fetchMissing(height: height)
    }
    switch call.command {
    case .open, .entityPage:
      guard let entity = selectedEntity?.entity.id else { return [] }
      // The page of an entity opens for whatever is selected.
      state.selection = .entity(entity)
      return state.openPage(of: entity)
    case .search, .filter:
      state[AllNamesPane.self]?.isFiltering = true
      return []
    case .nextPane, .rightPane: return list(Self.kind(after: kind, by: 1), order, in: &state)
    case .previousPane, .leftPane: return list(Self.kind(after: kind, by: -1), order, in: &state)
    case .sort:
      return list(kind, order == .mentions ? .articles : .mentions, in: &state)
    case .clear where !input.text.isEmpty: return cancel(in: &state)
    case .close, .clear:
      state[AllNamesPane.self] = nil
      return state.layOutAgain()
    case .next, .previous, .star, .copy, .setMark: return state.sayThatArticlesAreCovered(call)
    default: return nil
    }
  }

  /// The kind that follows another in the order: all, then each kind.
  private static func kind(after kind: EntityKind?, by step: Int) -> EntityKind? {
    let kinds: [EntityKind?] = [nil] + EntityKind.allCases.map(Optional.some)
    let index = kinds.firstIndex(of: kind) ?? 0
    return kinds[(index + step + kinds.count) % kinds.count]
  }

  private func list(
    _ kind: EntityKind?, _ order: NameList.Order, in state: inout State
  ) -> [Effect] {
    var pane = self
    (pane.kind, pane.order) = (kind, order)
    state[AllNamesPane.self] = pane
    return pane.edited(in: &state)
  }

  func edited(in state: inout State) -> [Effect] {
    var pane = state[AllNamesPane.self] ?? self
    (pane.selected, pane.top) = (0, 0)
    state[AllNamesPane.self] = pane
    return [pane.fetch(0..<state.paneHeight + Self.margin)]
  }

  func cancel(in state: inout State) -> [Effect] {
    var pane = self
    pane.isFiltering = false
    pane.input = InputLine()
    state[AllNamesPane.self] = pane
    return input.text.isEmpty ? [] : pane.edited(in: &state)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .allNames else { return nil }
    state.leavePlace()
    state.closeOverlays()
    var pane = AllNamesPane()
    if let words = call.words { (pane.input, pane.order) = (InputLine(words), .articles) }
    state.push(pane)
    return [pane.fetch(0..<state.paneHeight + margin)]
  }

  static func libraryChanged(in state: inout State) -> [Effect] { refetch(in: state) }

  static func resized(in state: inout State) -> [Effect] {
    let height = state.paneHeight
    state[AllNamesPane.self]?.follow(height: height)
    return refetch(in: state)
  }

  private static func refetch(in state: State) -> [Effect] {
    state[AllNamesPane.self].map { [$0.fetch($0.around(height: state.paneHeight))] } ?? []
  }

  static func bookmark(in state: State) -> Bookmark.Value? {
    state[AllNamesPane.self].map { pane in
      Place(request: pane.request, selected: pane.selected, top: pane.top)
    }
  }

  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] {
    guard let place = bookmark as? Place else { return [] }
    state.push(AllNamesPane(place))
    return refetch(in: state)
  }

  // MARK: - Rows

  private func around(height: Int) -> Range<Int> {
    max(0, top - Self.margin)..<top + height + Self.margin
  }

  private func fetch(_ rows: Range<Int>) -> Effect {
    .asking(FetchNames(request: request, rows: rows))
  }

  /// Fetches the names that the screen shows and the pane lacks.
  private func fetchMissing(height: Int) -> [Effect] {
    let shown = top..<min(count ?? 0, top + height)
    return shown.contains { rows[$0] == nil } ? [fetch(around(height: height))] : []
  }

  private mutating func follow(height: Int) {
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = min(max(0, top), max(0, (count ?? .max) - height))
  }

  /// Takes over names that were fetched.
  fileprivate mutating func take(_ answer: FetchNames.Answer, height: Int) {
    count = answer.count
    rows = [:]
    for (offset, entity) in answer.entities.enumerated() { rows[answer.first + offset] = entity }
    selected = min(selected, max(0, answer.count - 1))
    follow(height: height)
  }
}

/// Fetches some of the library's names.
private struct FetchNames: Question {
  /// What is listed.
  var request: NameList.Request
  /// Which of it.
  var rows: Range<Int>

  /// The names found.
  struct Answer: Sendable {
    var count: Int
    var first: Int
    var entities: [FoundEntity]
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    let list = try desk.library.names(request)
    let rows = rows.clamped(to: 0..<list.count)
    return Answer(
      count: list.count, first: rows.lowerBound, entities: try list.entities(in: rows))
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard state[AllNamesPane.self]?.request == request else { return [] }
    let height = state.paneHeight
    state[AllNamesPane.self]?.take(answer, height: height)
    return []
  }
}
