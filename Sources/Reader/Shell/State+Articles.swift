import Model

/// Opening articles and showing them.
extension State {
  /// Shows the article of the list's selected row.
  mutating func openSelectedRow(at target: OpenTarget = .lastPlace) -> [Effect] {
    guard list.count > 0 else { return [] }
    // The row may have moved since it was fetched; the article has not.
    let which = list.selectedArticle.map { OpenArticle.Which.article($0.id) } ?? .row(list.selected)
    return request(which, at: target) + rememberPlace()
  }

  /// Shows an article; panes that lie over the arrangement are closed.
  mutating func open(_ article: ArticleID, at target: OpenTarget) -> [Effect] {
    if let reading, reading.content.summary.id == article {
      overtake(OpenArticle.self)
      awaitedArticle = nil
      return show(reading, at: target)
    }
    for type in paneTypes {
      if let effects = type.bring(article, in: &self) {
        overtake(OpenArticle.self)
        awaitedArticle = nil
        return effects + (reading.map { show($0, at: target) } ?? [])
      }
    }
    return request(.article(article), at: target) + rememberPlace()
  }

  private mutating func request(_ which: OpenArticle.Which, at target: OpenTarget) -> [Effect] {
    let question = OpenArticle(
      which: which, target: target,
      setting: TextSetting(width: textWidth, options: layoutOptions), filter: list.filter?.query)
    awaitedArticle = question
    return [ask(question)]
  }

  /// Asks for the article shown again, or for the one that is awaited, because what is known of it
  /// has changed.
  mutating func reopen() -> [Effect] {
    if let awaitedArticle { return request(awaitedArticle.which, at: awaitedArticle.target) }
    guard let reading else { return [] }
    return request(.article(reading.content.summary.id), at: .place(reading.place))
  }

  /// Notes where the reader is in the article that is about to be left.
  ///
  /// It is kept after the next article is asked for, which the reader waits for; and not at all where
  /// the article was only looked at from its start.
  private mutating func rememberPlace() -> [Effect] {
    guard let reading else { return [] }
    let article = reading.content.summary.id
    guard places[article] != reading.place else { return [] }
    places[article] = reading.place
    if reading.savedPlace == nil, reading.isAtStart { return [] }
    self.reading?.savedPlace = reading.place
    return [.asking(SavePlace(place: reading.place, article: article))]
  }

  /// Puts an article into the reading pane.
  mutating func show(_ new: Reading, at target: OpenTarget) -> [Effect] {
    var reading = new
    let isOther = self.reading?.content.summary.id != new.content.summary.id
    var effects: [Effect] = []
    if isOther {
      self.reading = reading
      for type in paneTypes { effects += type.articleLeft(in: &self) }
      reading.go(
        to: places[new.content.summary.id] ?? new.savedPlace ?? .start, height: textHeight)
    }
    switch target {
    case .lastPlace: break
    case .place(let place): reading.go(to: place, height: textHeight)
    case .mention(let entity):
      if let range = reading.content.ranges(of: entity).first {
        reading.show(range.lowerBound, height: textHeight)
      }
    case .hit(let range):
      reading.show(range?.lowerBound ?? reading.layout.firstPosition, height: textHeight)
    }
    self.reading = reading
    if let row = reading.row {
      if isOther || row != list.selected {
        // Where articles came before it, those on the screen stay where they are.
        if !isOther { list.top = max(0, list.top + row - list.selected) }
        list.select(row)
        list.follow(listFrame)
      }
    } else if isOther {
      let said = notice.map { $0.text + "; " } ?? ""
      notice = Notice(text: said + "the list's filter hides this article")
    }
    for type in paneTypes { effects += type.articleShown(isOther: isOther, in: &self) }
    return effects + fetchMissingRows() + layOutAgain()
      + (arrangement.focus == .list ? [] : markRead())
  }

  /// Marks the article shown as read.
  mutating func markRead() -> [Effect] {
    guard let reading, !reading.content.summary.isRead else { return [] }
    let article = reading.content.summary.id
    self.reading?.content.summary.isRead = true
    if let row = reading.row, list.rows[row]?.id == article { list.rows[row]?.isRead = true }
    return [.asking(MarkAsRead(article: article))]
  }

  /// The article that will be shown: the one that is awaited, else the one shown.
  var goal: ArticleID? {
    if case .article(let article)? = awaitedArticle?.which { return article }
    return reading?.content.summary.id
  }

  /// The article that a command means: under the list's cursor, or the one shown.
  var meantArticle: ArticleSummary? {
    arrangement.focus == .list
      ? list.selectedArticle ?? reading?.content.summary
      : reading?.content.summary
  }
}

/// Fetches an article and lays it out.
struct OpenArticle: Question {
  /// Which article.
  enum Which: Hashable, Sendable {
    /// The one at a row of the list.
    case row(Int)
    /// The one of this number.
    case article(ArticleID)
  }

  static var isLatestOnly: Bool { true }

  /// Which article.
  var which: Which
  /// Where to go in it.
  var target: OpenTarget
  /// How its text is set.
  var setting: TextSetting
  /// What the list is filtered by that the article's row is wanted of.
  var filter: SearchQuery?

  func answer(from desk: LibraryDesk) throws -> Reading? {
    let article: ArticleID?
    switch which {
    case .row(let row): article = try desk.article(at: row, of: filter)
    case .article(let id): article = id
    }
    return try article.flatMap { try desk.reading($0, setting, filter) }
  }

  func take(_ answer: Reading, in state: inout State) -> [Effect] {
    state.awaitedArticle = nil
    return state.show(answer, at: target)
  }
}

/// Lays an article out in another setting.
struct LayOut: Question {
  /// The article.
  var article: ArticleID
  /// How its text is to be set.
  var setting: TextSetting

  func answer(from desk: LibraryDesk) throws -> ArticleLayout? {
    try desk.library.content(of: article).map {
      ArticleLayout($0.article, note: $0.summary.note, setting: setting)
    }
  }

  func take(_ answer: ArticleLayout, in state: inout State) -> [Effect] {
    let height = state.textHeight
    if state.reading?.content.summary.id == article, answer.setting == state.textSetting {
      state.reading?.take(answer, height: height)
      return []
    }
    return state.paneTypes.flatMap { $0.laidOut(answer, of: article, in: &state) }
  }
}

/// Notes that an article has been read.
struct MarkAsRead: Errand {
  /// The article.
  var article: ArticleID

  func run(at desk: LibraryDesk) throws {
    guard !desk.library.isReadOnly else { return }
    try desk.library.setRead(true, article: article)
  }
}

/// Notes where the reader is in an article.
struct SavePlace: Errand {
  /// Where.
  var place: Place
  /// The article.
  var article: ArticleID

  func run(at desk: LibraryDesk) throws {
    guard !desk.library.isReadOnly else { return }
    try desk.library.setPosition(place.top, article: article)
    try desk.library.setLastPlace(PlaceMark(article: article, position: place.cursor))
  }
}

/// Looks whether another program has changed the library.
struct LookForChanges: Question {
  func answer(from desk: LibraryDesk) throws -> Bool? {
    try desk.hasChanged() ? true : nil
  }

  func take(_ answer: Bool, in state: inout State) -> [Effect] { state.takeChange() }
}
