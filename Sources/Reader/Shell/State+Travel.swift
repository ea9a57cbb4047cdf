import Model

/// Jumps, and going back and forward.
extension State {
  /// Which way to go through the places that jumps left.
  enum Way {
    case back
    case forward
  }

  /// Notes the present place for going back.
  mutating func leavePlace() {
    if let location { history.leave(location) }
  }

  mutating func travel(_ way: Way) -> [Effect] {
    guard let location else { return [] }
    let target = way == .back ? history.back(from: location) : history.forward(from: location)
    guard let target else {
      notice = Notice(
        text: way == .back ? "This is where you started" : "Nothing further forward")
      return []
    }
    return go(to: target)
  }

  /// Restores a place exactly.
  mutating func go(to target: Location) -> [Effect] {
    closeOverlays()
    arrangement.focus = target.focus
    arrangement.isPanelUnfolded = target.isPanelUnfolded
    var effects = restoreList(of: target)
    selection = target.selection
    effects += open(target.article, at: .place(target.place))
    for type in paneTypes {
      let noted = target.bookmarks.first { $0.pane == ObjectIdentifier(type) }
      effects += type.restore(noted?.value, in: &self)
    }
    return effects
  }

  /// Goes from a pane that lies over the arrangement, or from elsewhere, into an article.
  mutating func jump(into article: ArticleID, at target: OpenTarget) -> [Effect] {
    leavePlace()
    closeOverlays()
    // Not `focus`, which would mark the article that is left as read.
    arrangement.focus = .text
    return open(article, at: target)
  }

  // MARK: - Names

  /// Goes to the next mention of an entity after a position: in this article, else in the
  /// following ones.
  mutating func jump(to entity: EntityID, after position: Int) -> [Effect] {
    guard let reading else { return [] }
    let ranges = reading.content.ranges(of: entity)
    guard let index = ranges.firstIndex(where: { $0.lowerBound > position }) else {
      return [.asking(FindNext(entity: entity, article: reading.content.summary.id))]
    }
    leavePlace()
    select(entity, at: ranges[index].lowerBound)
    notice = Notice(text: "\(index + 1)/\(ranges.count) \(displayName(entity))")
    return []
  }

  /// Selects an entity: its mentions light up, and the cursor goes to one of them.
  mutating func select(_ entity: EntityID, at position: Int) {
    selection = .entity(entity)
    showInText(position)
    for type in paneTypes { _ = type.articleShown(isOther: false, in: &self) }
  }

  /// Puts the cursor on a position of the text and brings it on screen.
  mutating func showInText(_ position: Int) {
    let height = textHeight
    reading?.show(position, height: height)
  }

  /// The entity that the cursor is on, be it in the text or in another pane.
  var entityUnderCursor: EntityID? {
    if let entity = activePane?.entityUnderCursor(in: self) { return entity }
    if case .entity(let entity)? = selection { return entity }
    return nil
  }

  /// The name of an entity of an article shown, in the reader's script.
  func displayName(_ entity: EntityID) -> String {
    let known = articlesShown.lazy.compactMap { $0.content.entity(entity) }.first
    return known?.displayName(preferring: nameScript) ?? ""
  }

  /// The article shown, and those that stand beside it.
  var articlesShown: [Reading] {
    (reading.map { [$0] } ?? []) + panes.compactMap { $0.otherReading }
  }
}

/// Finds the next article that mentions an entity.
struct FindNext: Question {
  /// The entity.
  var entity: EntityID
  /// The article to start after.
  var article: ArticleID

  /// The article found, and whether the search went on from the first article again.
  struct Answer: Sendable {
    var next: (place: ArticlePlace, wrapped: Bool)?
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    Answer(
      next: try desk.library.nextArticle(mentioning: entity, after: article, order: desk.order))
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard let reading = state.reading else { return [] }
    let name = state.displayName(entity)
    guard let (next, wrapped) = answer.next else {
      guard let first = reading.content.ranges(of: entity).first else { return [] }
      state.leavePlace()
      state.select(entity, at: first.lowerBound)
      state.notice = Notice(
        text: "No other article names \(name): back at its first mention here")
      return []
    }
    state.leavePlace()
    state.selection = .entity(entity)
    state.notice = Notice(
      text: wrapped ? "\(name): on from the first article again" : "\(name): next article")
    return state.open(next.id, at: .mention(of: entity))
  }
}

extension State {
  /// Opens the page of an entity, wherever the cursor is.
  mutating func openPage(of entity: EntityID) -> [Effect] {
    for type in paneTypes {
      if let effects = type.open(entity, in: &self) { return effects }
    }
    return []
  }
}
