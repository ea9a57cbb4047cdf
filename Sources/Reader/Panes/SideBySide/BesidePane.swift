import Model

/// The article beside the one that is read: its counterpart in the other language, or any other.
///
/// Keys always go to the article that is read. Going over to the other one exchanges the two, so
/// that every command works on either.
struct BesidePane: Pane {
  /// The article.
  var reading: Reading

  /// What going back has to restore.
  private struct Place: Hashable, Sendable {
    /// The article.
    var article: ArticleID
    /// The side it was on.
    var side: ArticlePair.Side
  }

  var contexts: [KeyContext] { [.text, .all] }

  func position(in state: State) -> PanePosition? {
    state.arrangement.showsPair(columns: state.size.columns) ? .half(.text) : nil
  }

  var otherReading: Reading? { reading }

  func title(in state: State, width: Int) -> String {
    reading.header(height: state.textHeight, width: width)
  }

  func grid(in state: State, size: GridSize) -> Grid {
    ArticleText(state: state, reading: reading).grid(size: size)
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? { nil }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .sideBySide: return toggle(in: &state)
    case .compare: return compare(in: &state)
    case .close:
      let arrangement = state.arrangement
      guard arrangement.pair != nil, arrangement.focus == .text, !arrangement.isZen else {
        return nil
      }
      return toggle(in: &state)
    case .nextPane, .rightPane: return goOver(1, in: &state)
    case .previousPane, .leftPane: return goOver(-1, in: &state)
    default: return nil
    }
  }

  /// How its text is to be set.
  func setting(in state: State) -> TextSetting {
    var setting = state.textSetting
    if let pair = state.arrangement.pair {
      setting.width = state.textWidth(in: pair.widths(in: state.articleColumns).beside)
    }
    setting.direction = state.forcedDirection(of: reading.content.summary)
    return setting
  }

  // MARK: - Opening and closing

  /// Asks for the counterpart, or lets it go.
  private static func toggle(in state: inout State) -> [Effect] {
    if state.arrangement.pair != nil {
      close(in: &state)
      return state.layOutAgain()
    }
    return open(nil, in: &state)
  }

  /// Marks the article shown, or sets the marked one beside it.
  private static func compare(in state: inout State) -> [Effect] {
    guard let summary = state.reading?.content.summary else {
      state.notice = Notice(text: "No article is open")
      return []
    }
    guard let marked = state.markedArticle, marked != summary.id else {
      state.markedArticle = summary.id
      let key = state.key(for: .compare) ?? ":compare"
      state.notice = Notice(text: "Marked: \(key) on another article shows the two side by side")
      return []
    }
    close(in: &state)
    let effects = open(marked, in: &state)
    if !effects.isEmpty { state.markedArticle = nil }
    return effects
  }

  /// Asks for an article, or for the counterpart, to set it beside the one shown.
  private static func open(_ other: ArticleID?, in state: inout State) -> [Effect] {
    guard let article = state.reading?.content.summary.id else {
      state.notice = Notice(text: "No article is open")
      return []
    }
    guard state.size.columns >= PaneArrangement.twoPanesFrom else {
      state.notice = Notice(
        text: "Two articles side by side need \(PaneArrangement.twoPanesFrom) columns")
      return []
    }
    return [.asking(OpenBeside(other, of: article, in: state))]
  }

  private static func close(in state: inout State) {
    state[BesidePane.self] = nil
    state.arrangement.pair = nil
  }

  /// Sets an article beside the one shown, on the side that was asked for, else right.
  fileprivate static func show(_ other: Reading, in state: inout State) -> [Effect] {
    var shown = other
    let article = other.content.summary.id
    shown.go(to: state.places[article] ?? other.savedPlace ?? .start, height: state.textHeight)
    state[BesidePane.self] = BesidePane(reading: shown)
    if state.arrangement.pair == nil {
      state.leavePlace()
      state.arrangement.pair = ArticlePair(beside: .right)
    }
    state.arrangement.isZen = false
    if state.arrangement.focus == .list { state.arrangement.focus = .text }
    for type in state.paneTypes { _ = type.articleShown(isOther: false, in: &state) }
    align(in: &state)
    return state.markRead() + state.layOutAgain()
  }

  /// Says that there is no counterpart.
  fileprivate static func sayThatThereIsNone(in state: inout State) -> [Effect] {
    close(in: &state)
    state.notice = Notice(text: "No article in the other language covers this story")
    return state.layOutAgain()
  }

  // MARK: - Going over

  /// Exchanges the two articles; each stays on its side.
  private static func swap(in state: inout State) -> [Effect] {
    guard let pair = state.arrangement.pair, let other = state[BesidePane.self]?.reading,
      let own = state.reading
    else { return [] }
    state.places[own.content.summary.id] = own.place
    state.reading = other
    state[BesidePane.self] = BesidePane(reading: own)
    state.arrangement.pair = ArticlePair(beside: pair.beside.opposite)
    if let row = other.row {
      state.list.select(row)
      state.list.follow(state.listFrame)
    }
    for type in state.paneTypes { _ = type.articleShown(isOther: false, in: &state) }
    return [.asking(SavePlace(place: own.place, article: own.content.summary.id))]
      + state.fetchMissingRows() + state.markRead() + state.layOutAgain()
  }

  /// Goes over to the other article where it lies that way; `nil` where it does not.
  private static func goOver(_ step: Int, in state: inout State) -> [Effect]? {
    guard state.showsPair, let pair = state.arrangement.pair else { return nil }
    let isRight = step > 0
    switch state.arrangement.focus {
    case .text where (pair.beside == .right) == isRight: return swap(in: &state)
    case .names where !isRight && pair.beside == .right:
      return swap(in: &state) + state.focus(.text)
    case .list where isRight && pair.beside == .left:
      return swap(in: &state) + state.focus(.text)
    default: return nil
    }
  }

  static func bring(_ article: ArticleID, in state: inout State) -> [Effect]? {
    guard state[BesidePane.self]?.reading.content.summary.id == article else { return nil }
    return swap(in: &state)
  }

  // MARK: - Keeping up

  static func articleLeft(in state: inout State) -> [Effect] {
    close(in: &state)
    return []
  }

  static func stopped(in state: inout State) -> [Effect] {
    align(in: &state)
    return []
  }

  static func selected(_ entity: EntityID, in state: inout State) -> [Effect] {
    bring(entity, stop: 0, in: &state)
    return []
  }

  /// Brings the other article to the same mention of the selected name.
  private static func align(in state: inout State) {
    if let stop = state.stop { bring(stop.entity, stop: stop.number, in: &state) }
  }

  /// Brings a mention of a name on screen, the last one where there are fewer.
  private static func bring(_ entity: EntityID, stop number: Int, in state: inout State) {
    guard let ranges = state[BesidePane.self]?.reading.content.ranges(of: entity),
      !ranges.isEmpty
    else { return }
    let position = ranges[min(number, ranges.count - 1)].lowerBound
    let height = state.textHeight
    state[BesidePane.self]?.reading.show(position, height: height)
  }

  static func resized(in state: inout State) -> [Effect] {
    let height = state.textHeight
    state[BesidePane.self]?.reading.keepPlace(height: height)
    return []
  }

  static func textSettingChanged(in state: inout State) -> [Effect] {
    guard let pane = state[BesidePane.self], state.showsPair,
      pane.reading.layout.setting != pane.setting(in: state)
    else { return [] }
    return [
      .asking(
        LayOut(article: pane.reading.content.summary.id, setting: pane.setting(in: state)))
    ]
  }

  static func laidOut(
    _ layout: ArticleLayout, of article: ArticleID, in state: inout State
  ) -> [Effect] {
    guard let pane = state[BesidePane.self], pane.reading.content.summary.id == article,
      layout.setting == pane.setting(in: state)
    else { return [] }
    let height = state.textHeight
    state[BesidePane.self]?.reading.take(layout, height: height)
    return []
  }

  static func bookmark(in state: State) -> Bookmark.Value? {
    guard let pane = state[BesidePane.self], let pair = state.arrangement.pair else { return nil }
    return Place(article: pane.reading.content.summary.id, side: pair.beside)
  }

  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] {
    guard let place = bookmark as? Place, let article = state.goal else {
      close(in: &state)
      return state.layOutAgain()
    }
    state.arrangement.pair = ArticlePair(beside: place.side)
    guard state[BesidePane.self]?.reading.content.summary.id != place.article else {
      return state.layOutAgain()
    }
    return [.asking(OpenBeside(place.article, of: article, in: state))] + state.layOutAgain()
  }
}

/// Fetches and lays out an article to set beside another.
struct OpenBeside: Question {
  /// The article to set beside; `nil` asks for the counterpart in the other language.
  private let article: ArticleID?
  /// The article that it is to stand beside.
  private let other: ArticleID
  private let setting: TextSetting
  private let filter: SearchQuery?

  /// What was found.
  struct Answer: Sendable {
    /// The article; `nil` where there is none.
    var reading: Reading?
  }

  /// Asks for an article, or for the counterpart, to set beside `other`.
  init(_ article: ArticleID? = nil, of other: ArticleID, in state: State) {
    self.article = article
    self.other = other
    setting = state.textSetting
    filter = state.list.filter?.query
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    let found = try article ?? desk.library.counterpart(of: other)?.article
    return Answer(reading: try found.flatMap { try desk.reading($0, setting, filter) })
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard state.reading?.content.summary.id == other else { return [] }
    return answer.reading.map { BesidePane.show($0, in: &state) }
      ?? BesidePane.sayThatThereIsNone(in: &state)
  }
}
