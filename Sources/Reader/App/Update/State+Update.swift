import Model

extension State {
  /// Takes in what happened and returns what is to be done about it.
  mutating func update(_ message: Message) -> [Effect] {
    let stop = stop
    let article = reading?.content.summary.id
    let effects = takeIn(message)
    changesUnderWay += effects.count(where: \.isChange)
    if self.stop != stop { alignBeside() }
    return effects + (isNewArticle(article) ? fetchRelated() : [])
  }

  /// Whether another article than `before` is shown.
  private func isNewArticle(_ before: ArticleID?) -> Bool {
    reading?.content.summary.id != before
  }

  private mutating func takeIn(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return handle(key)
    case .pasted(let text): return paste(text)
    case .resized(let size): return resize(to: size)
    case .terminal(let drawsTashkeel): return take(drawsTashkeel: drawsTashkeel)
    case .rows(let count, let first, let summaries): return take(summaries, from: first, of: count)
    case .opened(let reading, let target, let request):
      guard request == openRequest else { return [] }
      awaitedArticle = nil
      return show(reading, at: target)
    case .laidOut(let layout, let article):
      let height = textHeight
      if reading?.content.summary.id == article, layout.setting == textSetting {
        reading?.take(layout, height: height)
      } else if beside?.content.summary.id == article, layout.setting == besideSetting {
        beside?.take(layout, height: height)
      }
      return []
    case .related(let rows, let article): return takeRelated(rows, of: article)
    case .proposal(let link): return takeProposal(link)
    case .page(let content, let entity): return takePage(content, of: entity)
    case .mentions(let concordance, let entity):
      if page?.entity == entity { page?.take(concordance) }
      return []
    case .openedBeside(let other, let article):
      return takeBeside(other, of: article)
    case .found(let entity, let next, let wrapped):
      return followEntity(entity, to: next, wrapped: wrapped)
    case .searched(let query, let results, let request):
      return take(results, for: query, request: request)
    case .searchedOn(let hits, let first, let request):
      return take(hits, from: first, request: request)
    case .listed(let answer): return take(answer)
    case .userChanged(let change, let inverse, let cause):
      return take(change, inverse: inverse, cause)
    case .foundMark(let letter, let mark): return go(to: mark, letter: letter)
    case .savedSearches(let searches, let chosen): return take(searches, chosen: chosen)
    case .changed: return takeChange()
    case .progress(let progress): return take(progress)
    case .imported(let report): return finishImport(report)
    case .changeFailed(let notice):
      self.notice = notice
      return finishChange()
    case .notice(let notice):
      self.notice = notice
      return []
    }
  }

  private mutating func resize(to size: GridSize) -> [Effect] {
    self.size = size
    list.follow(height: listHeight)
    let height = paneHeight
    page?.follow(height: height)
    return fetchMissingRows() + fetchMissingMentions() + layOutAnew()
  }

  /// Asks for the rows that the screen shows and the state lacks.
  func fetchMissingRows() -> [Effect] {
    list.missingRows(height: listHeight).map { [fetchRows($0)] } ?? []
  }

  /// Asks for the article's layout where it is to be set in another way than it is.
  func layOutAnew() -> [Effect] {
    var effects: [Effect] = []
    if let reading, reading.layout.setting != textSetting {
      effects.append(.layOut(reading.content.summary.id, textSetting))
    }
    if let beside, showsPair, beside.layout.setting != besideSetting {
      effects.append(.layOut(beside.content.summary.id, besideSetting))
    }
    return effects
  }
}
