import Model

/// The strip under the text: the articles that cover the same story as the one shown.
struct RelatedPane: Pane {
  /// One of them.
  struct Row: Hashable, Sendable {
    /// What the list shows of it.
    var summary: ArticleSummary
    /// The names that both articles have, the most telling first.
    var shared: [Entity]
  }

  /// The article whose story it is, once the others are known.
  var article: ArticleID?
  /// The article whose story was asked for last.
  var asked: ArticleID?
  /// The others, the nearest first.
  var rows: [Row] = []
  /// The row of the cursor, while the strip has the keys.
  var selected = 0
  /// Whether they are shown one by one.
  var isUnfolded = false

  /// How many articles are shown at most.
  static let limit = 5

  var contexts: [KeyContext] { [.related, .all] }

  func position(in state: State) -> PanePosition? {
    let height = height(in: state)
    return height > 0 ? .foot(.text, rows: height) : nil
  }

  /// The screen rows that the strip takes: one that says what is folded away, and one for each
  /// article where it is unfolded; none where the text would be left too few.
  func height(in state: State) -> Int {
    guard article == state.reading?.content.summary.id, !rows.isEmpty, state.paneHeight >= 8
    else { return 0 }
    return isUnfolded ? min(1 + rows.count, state.paneHeight / 2) : 1
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    if let move = call.movement(height: rows.count) {
      state[RelatedPane.self]?.selected = move.row(from: selected, of: rows.count)
      return []
    }
    switch call.command {
    case .next, .previous:
      return run(CommandCall(call.command == .next ? .lineDown : .lineUp), in: &state)
    case .open:
      state.arrangement.isInFoot = false
      guard rows.indices.contains(selected) else { return [] }
      state.leavePlace()
      return state.open(rows[selected].summary.id, at: .lastPlace)
    case .sideBySide where rows.indices.contains(selected):
      state.arrangement.isInFoot = false
      state.markedArticle = rows[selected].summary.id
      return state.run(CommandCall(.compare))
    case .close, .clear, .nextPane, .previousPane:
      state.arrangement.isInFoot = false
      return []
    default:
      state.arrangement.isInFoot = false
      return nil
    }
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    call.command == .related ? toggle(in: &state) : nil
  }

  /// Unfolds the strip and gives it the keys, or folds it.
  private static func toggle(in state: inout State) -> [Effect] {
    guard var pane = state[RelatedPane.self], !pane.rows.isEmpty,
      pane.article == state.reading?.content.summary.id
    else {
      state.notice = Notice(text: "No other article covers this story")
      return []
    }
    guard !state.showsPair else {
      let close = state.key(for: .sideBySide).map { "\($0) closes the other article" }
      let show = state.key(for: .related).map { "then \($0) shows what covers the same story" }
      state.notice = Notice(text: [close, show].compactMap(\.self).joined(separator: "; "))
      return []
    }
    pane.isUnfolded.toggle()
    if pane.isUnfolded, pane.height(in: state) == 0 {
      state.notice = Notice(
        text: "The screen has too few rows for the articles that cover the same story")
      return []
    }
    state[RelatedPane.self] = pane
    if state.arrangement.focus == .list { state.arrangement.focus = .text }
    state.arrangement.isInFoot = pane.isUnfolded
    let height = state.textHeight
    state.reading?.keepPlace(height: height)
    return state.markRead() + state.layOutAgain()
  }

  static func articleLeft(in state: inout State) -> [Effect] {
    guard state[RelatedPane.self]?.article != state.reading?.content.summary.id else { return [] }
    state[RelatedPane.self]?.rows = []
    state[RelatedPane.self]?.selected = 0
    return []
  }

  static func stopped(in state: inout State) -> [Effect] {
    guard let article = state.reading?.content.summary.id,
      state[RelatedPane.self]?.asked != article
    else { return [] }
    return ask(in: &state)
  }

  static func libraryChanged(in state: inout State) -> [Effect] { ask(in: &state) }

  private static func ask(in state: inout State) -> [Effect] {
    guard let article = state.reading?.content.summary.id else { return [] }
    state[RelatedPane.self]?.asked = article
    return [state.ask(FetchRelated(article: article))]
  }
}

/// Finds the articles that cover the same story as one that has come on screen, when there is time.
struct FetchRelated: Question {
  /// How many shared names are shown of a related article.
  private static let sharedNames = 4

  static var isLatestOnly: Bool { true }

  /// The article on screen.
  var article: ArticleID

  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> [RelatedPane.Row]? {
    let related = try desk.library.related(to: article, limit: RelatedPane.limit)
      .filter { $0.score >= Library.sameStoryBound }
    let summaries = try desk.library.summaries(of: related.map(\.article))
    let shared = related.map { $0.shared.prefix(Self.sharedNames) }
    let entities = try desk.library.entities(shared.joined())
    return zip(related, shared).compactMap { one, shared in
      summaries.first { $0.id == one.article }.map {
        RelatedPane.Row(summary: $0, shared: shared.compactMap { entities[$0] })
      }
    }
  }

  func take(_ answer: [RelatedPane.Row], in state: inout State) -> [Effect] {
    guard state.reading?.content.summary.id == article, var pane = state[RelatedPane.self] else {
      return []
    }
    (pane.article, pane.rows, pane.selected) = (article, answer, 0)
    state[RelatedPane.self] = pane
    let height = state.textHeight
    state.reading?.keepPlace(height: height)
    return []
  }
}
