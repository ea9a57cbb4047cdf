import Model

/// What comes in of the library: rows, articles, the progress of an import.
extension State {
  mutating func take(_ summaries: [ArticleSummary], from first: Int, of count: Int) -> [Effect] {
    guard list.filter == nil else { return [] }
    let isFirst = list.count == 0 && count > 0
    list.count = count
    list.take(summaries, from: first)
    list.select(list.selected)
    list.follow(height: listHeight)
    return fetchMissingRows() + (isFirst && reading == nil ? openSelectedRow() : [])
  }

  /// Shows the article of the list's selected row.
  mutating func openSelectedRow(at target: OpenTarget = .lastPlace) -> [Effect] {
    guard list.count > 0 else { return [] }
    // The row may have moved since it was fetched; the article has not.
    if let article = list.selectedArticle {
      return ask(.openArticle(article.id, target, newOpenRequest())) + rememberPlace()
    }
    return ask(.openRow(list.selected, target, newOpenRequest())) + rememberPlace()
  }

  /// Shows an article.
  mutating func open(_ article: ArticleID, at target: OpenTarget) -> [Effect] {
    if let reading, reading.content.summary.id == article {
      openRequest += 1
      awaitedArticle = nil
      return show(reading, at: target)
    }
    if beside?.content.summary.id == article {
      openRequest += 1
      awaitedArticle = nil
      return swapBeside() + (reading.map { show($0, at: target) } ?? [])
    }
    return ask(.openArticle(article, target, newOpenRequest())) + rememberPlace()
  }

  private mutating func ask(_ question: Effect) -> [Effect] {
    awaitedArticle = question
    return [question]
  }

  /// Asks for the article shown again, or for the one that is awaited, because what is known of it
  /// has changed.
  private mutating func reopen() -> [Effect] {
    switch awaitedArticle {
    case .openRow(let row, let target, _)?:
      return ask(.openRow(row, target, newOpenRequest()))
    case .openArticle(let article, let target, _)?:
      return ask(.openArticle(article, target, newOpenRequest()))
    default:
      guard let reading else { return [] }
      let article = reading.content.summary.id
      return ask(.openArticle(article, .place(reading.place), newOpenRequest()))
    }
  }

  mutating func newOpenRequest() -> OpenRequest {
    openRequest += 1
    return OpenRequest(
      number: openRequest, setting: TextSetting(width: textWidth, options: layoutOptions),
      filter: list.filter?.query)
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
    return [.savePlace(reading.place, article)]
  }

  /// Puts an article into the reading pane.
  mutating func show(_ new: Reading, at target: OpenTarget) -> [Effect] {
    var reading = new
    let isOther = self.reading?.content.summary.id != new.content.summary.id
    let article = new.content.summary.id
    if isOther {
      if related?.article != article { related = nil }
      closeBeside()
      names = NamesState()
      if let saved = places[article] ?? new.savedPlace {
        reading.go(to: saved, height: textHeight)
      } else {
        reading.go(to: .start, height: textHeight)
      }
    }
    switch target {
    case .lastPlace: break
    case .place(let place): reading.go(to: place, height: textHeight)
    case .mention(let entity):
      if let range = reading.content.ranges(of: entity).first {
        reading.show(range.lowerBound, height: textHeight)
      }
    case .hit(let range):
      reading.show(
        range?.lowerBound ?? reading.layout.firstPosition, height: textHeight)
    }
    self.reading = reading
    if let row = reading.row {
      if isOther || row != list.selected {
        list.select(row)
        list.follow(height: listHeight)
      }
    } else if isOther {
      sayThatArticleIsHidden()
    }
    selectNameRow()
    return fetchMissingRows() + layOutAnew() + (panes.focus == .list ? [] : markRead())
  }

  /// Marks the article shown as read.
  mutating func markRead() -> [Effect] {
    guard let reading, !reading.content.summary.isRead else { return [] }
    return setRead(true)
  }

  /// Marks the article shown.
  mutating func setRead(_ isRead: Bool) -> [Effect] {
    guard let article = reading?.content.summary.id else { return [] }
    reading?.content.summary.isRead = isRead
    if let row = reading?.row, list.rows[row]?.id == article { list.rows[row]?.isRead = isRead }
    return [.setRead(isRead, article)]
  }

  /// Puts the panel's cursor on the selected entity, where the article names it.
  mutating func selectNameRow() {
    let all = panelNames
    if case .entity(let entity)? = selection,
      let row = all.firstIndex(where: { $0.entity.id == entity })
    {
      names.selected = row
    }
    names.selected = min(names.selected, max(0, all.count - 1))
    names.follow(nameLines, height: paneHeight)
  }

  mutating func take(_ progress: ImportProgress) -> [Effect] {
    let isNew = progress.articles != self.progress?.articles
    self.progress = progress
    return isNew ? refetchRows() : []
  }

  mutating func finishImport(_ report: ImportReport) -> [Effect] {
    progress = nil
    isLoaded = true
    if report.isCancelled {
      notice = Notice(text: "Reading was stopped after \(list.count) articles", tone: .alert)
    } else if let failure = report.failures.first {
      let count = report.failures.count
      notice = Notice(
        text: (count > 1 ? "\(count) could not be read, such as " : "") + failure.description,
        tone: .alert)
    }
    return takeChange()
  }

  /// The library was changed, by this program or another.
  mutating func takeChange() -> [Effect] {
    refetchRows() + reopen() + (page.map { [.openPage($0.entity, anchor: $0.anchor)] } ?? [])
      + (reading.map { [.fetchRelated($0.content.summary.id)] } ?? [])
  }

  /// Asks for the rows on screen again, because the list may have changed.
  mutating func refetchRows() -> [Effect] {
    list.rows = list.rows.filter { ($0.key - list.top).magnitude <= listHeight }
    let first = max(0, list.top - ListState.margin)
    return [fetchRows(first..<list.top + listHeight + ListState.margin)]
  }
}
