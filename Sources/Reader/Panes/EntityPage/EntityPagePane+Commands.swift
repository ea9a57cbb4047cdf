import Model

/// The page of an entity as a pane: opening it, moving on it, going from it into the text.
extension EntityPagePane: Pane {
  var contexts: [KeyContext] { [.page, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func entityUnderCursor(in state: State) -> EntityID? {
    if case .companion(let companion)? = selectedLine { return companion.entity.id }
    return entity
  }

  func accepts(_ command: Command, in state: State) -> Bool {
    switch command {
    case .same, .different, .unsure: return selectedLink != nil
    case .split: if case .name? = selectedLine { return true } else { return false }
    default: return true
    }
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    var page = self
    let height = state.paneHeight
    let times = call.count ?? 1
    if let move = call.movement(height: height) {
      switch move {
      case .by(let rows), .scroll(let rows): page.move(by: rows, height: height)
      case .page(let rows): page.go(to: page.selected + rows, height: height)
      case .to(let row): page.go(to: min(row, page.lineCount - 1), height: height)
      case .percent(let percent): page.go(to: page.lineCount * percent / 100, height: height)
      }
      state[EntityPagePane.self] = page
      return Self.fetchMissingMentions(in: state)
    }
    switch call.command {
    case .next, .previous:
      page.moveToMention(by: call.command == .next ? times : -times, height: height)
      if let number = page.mentionNumber(at: page.selected) {
        state.notice = Notice(text: "\(number + 1)/\(page.mentionCount)")
      }
      state[EntityPagePane.self] = page
      return Self.fetchMissingMentions(in: state)
    case .leftPane where chartColumn != nil, .rightPane where chartColumn != nil:
      state[EntityPagePane.self]?.moveInChart(by: call.command == .rightPane ? 1 : -1)
      return []
    case .open: return openLine(in: &state)
    case .cite:
      guard let mention = selectedMention else { return nil }
      return [.asking(CiteMention(article: mention.place.id, range: mention.mention.range))]
    case .close, .clear:
      state[EntityPagePane.self] = nil
      return state.layOutAgain()
    case .entityPage:
      guard let other = entityUnderCursor(in: state), other != entity else { return [] }
      return Self.open(EntityPagePane(entity: other), in: &state)
    case .split: return split(in: &state)
    case .unmerge: return unmerge()
    case .articlesOfBoth:
      guard let own = content?.page.entity, case .companion(let companion)? = selectedLine else {
        return nil
      }
      return state.listArticles(of: own, with: companion.entity)
    case .same: return judgeLink(.same)
    case .different: return judgeLink(.different)
    case .unsure: return judgeLink(.unsure)
    default: return nil
    }
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .entityPage:
      guard let entity = state.entityUnderCursor else {
        state.sayThatNoNameIsThere()
        return []
      }
      return open(EntityPagePane(entity: entity), in: &state)
    case .review: return [.asking(FindProposal())]
    case .span, .spanHere: return judgeSpan(call, in: &state)
    case .name: return judgeMissed(call.words, in: &state)
    case .hideHere, .hideEverywhere, .merge, .rename, .kind: return judge(call, in: &state)
    case .same, .different, .unsure:
      state.notice = Notice(
        text: "No link under the cursor\(state.hint(.entityPage, " opens the page of a name"))")
      return []
    case .articlesOfBoth:
      state.notice = Notice(text: "Put the cursor on a name under Appears with, on a page")
      return []
    case .unmerge:
      state.notice = Notice(text: "Taking a merged name apart is for its page")
      return []
    case .split:
      state.notice = Notice(text: "Splitting is for a spelling on the page of a name")
      return []
    default: return nil
    }
  }

  static func open(_ entity: EntityID, in state: inout State) -> [Effect]? {
    open(EntityPagePane(entity: entity), in: &state)
  }

  /// Opens a page.
  static func open(_ page: EntityPagePane, in state: inout State) -> [Effect] {
    state.leavePlace()
    state.closeOverlays()
    state.push(page)
    return [.asking(FetchPage(entity: page.entity))]
  }

  /// Enter on a page: into the text at a mention or an article, or to another entity's page.
  private func openLine(in state: inout State) -> [Effect] {
    if let mention = selectedMention {
      return leave(for: mention.place.id, at: .hit(mention.mention.range), in: &state)
    }
    switch selectedLine {
    case .chart?:
      guard let page = content?.page, let chartColumn else { return [] }
      let time = HistogramLine.conditions(for: chartColumn, of: page.histogram)
      return state.listArticles(of: page.entity, from: time)
    case .companion(let companion)?:
      return Self.open(EntityPagePane(entity: companion.entity.id), in: &state)
    case .article(let summary)?:
      return leave(for: summary.id, at: .mention(of: entity), in: &state)
    default: return []
    }
  }

  /// Goes from the page into an article; going back comes to the page again.
  private func leave(
    for article: ArticleID, at target: OpenTarget, in state: inout State
  ) -> [Effect] {
    state.leavePlace()
    state.selection = .entity(entity)
    state.closeOverlays()
    state.arrangement.focus = .text
    return state.open(article, at: target)
  }

  /// Asks for the mentions that the page shows and the state lacks.
  static func fetchMissingMentions(in state: State) -> [Effect] {
    guard let page = state[EntityPagePane.self],
      let rows = page.missingMentions(height: state.paneHeight)
    else { return [] }
    return [.asking(FetchMentions(entity: page.entity, rows: rows))]
  }

  static func libraryChanged(in state: inout State) -> [Effect] {
    guard let page = state[EntityPagePane.self] else { return [] }
    return [.asking(FetchPage(entity: page.entity, anchor: page.anchor))]
  }

  static func resized(in state: inout State) -> [Effect] {
    let height = state.paneHeight
    let setting = setting(in: state)
    state[EntityPagePane.self]?.set(setting, height: height)
    state[EntityPagePane.self]?.follow(height: height)
    return fetchMissingMentions(in: state)
  }

  static func textSettingChanged(in state: inout State) -> [Effect] {
    let (setting, height) = (setting(in: state), state.paneHeight)
    state[EntityPagePane.self]?.set(setting, height: height)
    return []
  }

  /// How the page sets notes.
  static func setting(in state: State) -> TextSetting {
    let room = max(1, state.size.columns - 2)
    let measure = state.settings.measure
    return TextSetting(width: measure > 0 ? min(measure, room) : room, options: state.layoutOptions)
  }

  static func bookmark(in state: State) -> Bookmark.Value? { state[EntityPagePane.self]?.bookmark }

  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] {
    guard let place = bookmark as? PageBookmark else { return [] }
    state.push(EntityPagePane(entity: place.entity, at: place))
    return [.asking(FetchPage(entity: place.entity))]
  }
}
