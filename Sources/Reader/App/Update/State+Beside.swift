import Model

/// Two articles side by side: the one that is read, and its counterpart in the other language.
///
/// Keys always go to `reading`. Going over to the other article exchanges the two, so that every
/// command works on either.
extension State {
  /// Whether both articles are on screen.
  var showsPair: Bool { beside != nil && panes.showsPair(columns: size.columns) }

  /// How the article beside the one shown is to be set.
  var besideSetting: TextSetting {
    var setting = textSetting
    if let pair = panes.pair {
      setting.width = max(1, pair.widths(in: articleColumns).beside - 2 * ArticleView.margin)
    }
    setting.direction = beside.flatMap { forcedDirection(of: $0.content.summary) }
    return setting
  }

  /// How to open the article beside the one shown; its number is not looked at.
  private var besideRequest: OpenRequest {
    OpenRequest(number: 0, setting: textSetting, filter: list.filter?.query)
  }

  /// Where the article beside the one shown is, for going back.
  var besideLocation: BesideLocation? {
    guard let beside, let pair = panes.pair else { return nil }
    return BesideLocation(article: beside.content.summary.id, side: pair.beside)
  }

  /// Asks for the counterpart, or lets it go.
  mutating func toggleBeside() -> [Effect] {
    if panes.pair != nil {
      closeBeside()
      return layOutAnew()
    }
    guard let article = reading?.content.summary.id else {
      notice = Notice(text: "No article is open")
      return []
    }
    guard size.columns >= PaneArrangement.twoPanesFrom else {
      notice = Notice(
        text: "Two articles side by side need \(PaneArrangement.twoPanesFrom) columns")
      return []
    }
    return [.openCounterpart(of: article, besideRequest)]
  }

  /// Lets the article beside the one shown go.
  mutating func closeBeside() {
    beside = nil
    panes.pair = nil
  }

  /// Takes in the article to set beside `article`, on the side that was asked for, else right.
  mutating func takeBeside(_ other: Reading?, of article: ArticleID) -> [Effect] {
    guard reading?.content.summary.id == article else { return [] }
    guard let other else {
      closeBeside()
      notice = Notice(text: "No article in the other language tells this story")
      return layOutAnew()
    }
    var shown = other
    let place = places[other.content.summary.id] ?? other.savedPlace ?? .start
    shown.go(to: place, height: textHeight)
    beside = shown
    if panes.pair == nil {
      leavePlace()
      panes.pair = ArticlePair(beside: .right)
    }
    panes.isZen = false
    if panes.focus == .list { panes.focus = .article }
    selectNameRow()
    alignBeside()
    return markRead() + layOutAnew()
  }

  /// Brings back the article that stood beside the one shown.
  mutating func goBeside(_ target: BesideLocation?, of article: ArticleID) -> [Effect] {
    guard let target else {
      closeBeside()
      return layOutAnew()
    }
    panes.pair = ArticlePair(beside: target.side)
    guard beside?.content.summary.id != target.article else { return layOutAnew() }
    return [.openBeside(target.article, of: article, besideRequest)] + layOutAnew()
  }

  /// Exchanges the two articles; each stays on its side.
  mutating func swapBeside() -> [Effect] {
    guard let pair = panes.pair, let other = beside, let own = reading else { return [] }
    places[own.content.summary.id] = own.place
    (reading, beside) = (other, own)
    panes.pair = ArticlePair(beside: pair.beside.opposite)
    if let row = other.row {
      list.select(row)
      list.follow(height: listHeight)
    }
    selectNameRow()
    return [.savePlace(own.place, own.content.summary.id)] + fetchMissingRows() + markRead()
      + layOutAnew()
  }

  /// Goes over to the other article where it lies that way; `nil` where it does not.
  mutating func focusBeside(_ step: Int) -> [Effect]? {
    guard showsPair, let pair = panes.pair else { return nil }
    let isRight = step > 0
    switch panes.focus {
    case .article where (pair.beside == .right) == isRight: return swapBeside()
    case .names where !isRight && pair.beside == .right: return swapBeside() + focus(.article)
    case .list where isRight && pair.beside == .left: return swapBeside() + focus(.article)
    default: return nil
    }
  }

  /// Where among the mentions of the selected name the cursor stands, if it stands on one.
  var stop: MentionStop? {
    guard case .entity(let entity)? = selection, let reading, beside != nil else { return nil }
    let number = reading.content.ranges(of: entity).firstIndex { $0.lowerBound == reading.cursor }
    return number.map {
      MentionStop(article: reading.content.summary.id, entity: entity, number: $0)
    }
  }

  /// Brings the article beside the one shown to the same mention of the selected name.
  mutating func alignBeside() {
    guard let stop else { return }
    showBeside(stop.entity, stop: stop.number)
  }

  /// Brings a mention of a name on screen in the article beside the one shown, the last one where
  /// it has fewer.
  mutating func showBeside(_ entity: EntityID, stop number: Int) {
    guard let ranges = beside?.content.ranges(of: entity), !ranges.isEmpty else { return }
    let height = textHeight
    beside?.show(ranges[min(number, ranges.count - 1)].lowerBound, height: height)
  }
}
