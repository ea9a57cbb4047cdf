import Model

/// The article list.
struct ListPane: Pane {
  var contexts: [KeyContext] { [.list, .all] }

  func position(in state: State) -> PanePosition? { .slot(.list) }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let list = state.list
    if let move = call.movement(height: state.listFrame.articles(in: list)) {
      guard case .scroll(let rows) = move else {
        return state.moveInList(to: move.row(from: list.selected, of: list.count))
      }
      let frame = state.listFrame
      let last = frame.top(showing: list.count - 1, in: list)
      state.list.top = min(max(0, list.top.clampedSum(rows)), last)
      let top = state.list.top
      let kept = min(max(list.selected, top), top + frame.articles(in: state.list) - 1)
      return kept == list.selected ? state.fetchMissingRows() : state.moveInList(to: kept)
    }
    guard call.command == .open else { return nil }
    guard let reading = state.reading else { return state.openSelectedRow() }
    if reading.row == nil {
      // The list hides what is shown; what its cursor is on is wanted.
      state.arrangement.focus = .text
      return state.openSelectedRow()
    }
    return state.focus(.text)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .nextArticle: return state.moveInList(to: state.list.selected + (call.count ?? 1))
    case .previousArticle: return state.moveInList(to: state.list.selected - (call.count ?? 1))
    case .toggleRead:
      guard let article = state.meantArticle else { return [] }
      return [.change(.read(!article.isRead, [article.id]), .command)]
    case .star:
      guard let article = state.meantArticle else { return [] }
      return [.change(.star(!article.isStarred, [article.id]), .command)]
    case .sort: return state.sortList(by: call.words)
    case .readAll: return [.asking(MarkAllRead(query: state.list.filter?.query))]
    default: return nil
    }
  }
}

/// Marks all articles read that a filter leaves in.
struct MarkAllRead: Question {
  /// The filter.
  var query: SearchQuery?

  var isChange: Bool { true }

  func answer(from desk: LibraryDesk) throws -> ChangeMade? {
    let change = UserChange.read(true, try desk.articles(query))
    return ChangeMade(change: change, inverse: try desk.library.apply(change))
  }

  func take(_ answer: ChangeMade, in state: inout State) -> [Effect] {
    state.take(answer, .command)
  }
}
