import Model

/// The search as it is typed.
extension State {
  mutating func handle(_ key: Key, in prompt: SearchPrompt) -> [Effect] {
    var prompt = prompt
    let height = paneHeight
    let page = max(1, height / SearchPrompt.rowsPerHit)
    switch key.name {
    case "Esc":
      mode = .normal
      searchRequest += 1
      return prompt.origin.map { go(to: $0) } ?? []
    case "Enter":
      guard prompt.isWaiting else { return openLine(of: prompt) }
      prompt.opensFirstHit = true
    case "Up" where prompt.recalled > 0 || prompt.input.text.isEmpty:
      return recall(in: prompt, by: 1)
    case "Ctrl-P": return recall(in: prompt, by: 1)
    case "Ctrl-N": return recall(in: prompt, by: -1)
    case "Down", "Tab":
      prompt.recalled = 0
      prompt.move(by: 1, height: height)
    case "Up", "Shift-Tab": prompt.move(by: -1, height: height)
    case "PgDn": prompt.move(by: page, height: height)
    case "PgUp": prompt.move(by: -page, height: height)
    case "Ctrl-T":
      mode = .search(prompt)
      return toggleSpelling()
    case "Backspace" where prompt.input.text.isEmpty:
      mode = .normal
      return prompt.origin.map { go(to: $0) } ?? []
    default:
      let before = prompt.input.text
      guard prompt.input.edit(with: key) else { return [] }
      prompt.opensFirstHit = false
      if before != prompt.input.text { prompt.recalled = 0 }
      mode = .search(prompt)
      return before == prompt.input.text ? [] : search(for: prompt.input.text)
    }
    mode = .search(prompt)
    return []
  }

  /// Puts an earlier search into the line.
  private mutating func recall(in prompt: SearchPrompt, by step: Int) -> [Effect] {
    var prompt = prompt
    prompt.recalled = min(max(0, prompt.recalled + step), searchHistory.count)
    let index = searchHistory.count - prompt.recalled
    prompt.input = InputLine(searchHistory.indices.contains(index) ? searchHistory[index] : "")
    mode = .search(prompt)
    return search(for: prompt.input.text)
  }

  /// Asks for what `text` finds; nothing typed, or something malformed, finds nothing.
  mutating func search(for text: String) -> [Effect] {
    guard case .search(var prompt) = mode else { return [] }
    searchRequest += 1
    let query = SearchQuery(text, isLiteral: searchesLiterally)
    prompt.mistake = query.mistake
    let isAsked = !query.isEmpty && query.mistake.map(\.isUnfinished) ?? true
    if !isAsked { prompt.take(nil, height: paneHeight) }
    prompt.isWaiting = isAsked
    mode = .search(prompt)
    return isAsked ? [.search(query, request: searchRequest)] : []
  }

  /// Takes in the hits for what is typed.
  mutating func take(
    _ results: SearchResults, for query: SearchQuery, request: Int
  ) -> [Effect] {
    guard request == searchRequest, case .search(var prompt) = mode else { return [] }
    prompt.take(results, height: paneHeight)
    mode = .search(prompt)
    return prompt.opensFirstHit ? openLine(of: prompt) : []
  }

  /// Ctrl-T: finds words only as they are spelled, or in every spelling again.
  mutating func toggleSpelling() -> [Effect] {
    searchesLiterally.toggle()
    guard case .search(let prompt) = mode else {
      notice = Notice(
        text: searchesLiterally
          ? "Searches find words only as they are spelled"
          : "Searches find words in every spelling and script")
      return []
    }
    return search(for: prompt.input.text)
  }

  /// Enter: opens what is under the cursor, an entity's articles or a hit.
  private mutating func openLine(of prompt: SearchPrompt) -> [Effect] {
    let text = prompt.input.text
    if let mistake = prompt.mistake, !mistake.isUnfinished { return [] }
    mode = .normal
    searchRequest += 1
    guard let results = prompt.results, let line = prompt.selectedLine else {
      notice = Notice(
        text: text.isEmpty ? "Nothing was searched for" : "Nothing found for \(text)")
      return prompt.origin.map { go(to: $0) } ?? []
    }
    if searchHistory.last != text { searchHistory.append(text) }
    switch line {
    case .entity(let found, _): return listArticles(of: found.entity)
    case .articles: return []
    case .hit(let number): return openHit(number, of: results, for: text)
    }
  }

  /// Opens the article at a hit; n and N go on from there.
  private mutating func openHit(
    _ number: Int, of results: SearchResults, for text: String
  ) -> [Effect] {
    leavePlace()
    let tour = SearchTour(
      query: SearchQuery(text, isLiteral: searchesLiterally), results: results, hit: number)
    selection = .search(tour)
    notice = Notice(text: "\(tour.counter) \(tour.query.text)")
    // Not `focus`, which would mark the article that is left as read.
    panes.focus = .article
    return open(tour.article, at: .hit(tour.range))
  }
}
