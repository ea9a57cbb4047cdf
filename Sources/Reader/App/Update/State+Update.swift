import Model

extension State {
  /// Takes in what happened and returns what is to be done about it.
  mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return handle(key)
    case .pasted(let text): return paste(text)
    case .resized(let size): return resize(to: size)
    case .rows(let count, let first, let summaries): return take(summaries, from: first, of: count)
    case .opened(let reading, let target, let request):
      guard request == openRequest else { return [] }
      awaitedArticle = nil
      return show(reading, at: target)
    case .laidOut(let layout, let article):
      if reading?.content.summary.id == article, layout.setting == textSetting {
        let height = paneHeight
        reading?.take(layout, height: height)
      }
      return []
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
    case .notice(let notice):
      self.notice = notice
      return []
    }
  }

  private mutating func resize(to size: GridSize) -> [Effect] {
    self.size = size
    list.follow(height: listHeight)
    return fetchMissingRows() + layOutAnew()
  }

  /// Asks for the rows that the screen shows and the state lacks.
  func fetchMissingRows() -> [Effect] {
    list.missingRows(height: listHeight).map { [fetchRows($0)] } ?? []
  }

  /// Asks for the article's layout where it is to be set in another way than it is.
  func layOutAnew() -> [Effect] {
    guard let reading, reading.layout.setting != textSetting else { return [] }
    return [.layOut(reading.content.summary.id, textSetting)]
  }
}
