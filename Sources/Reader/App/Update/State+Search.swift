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
      guard prompt.isWaiting else { return openHit(of: prompt) }
      prompt.opensFirstHit = true
    case "Down", "Ctrl-N", "Tab": prompt.select(prompt.selected + 1, height: height)
    case "Up", "Ctrl-P", "Shift-Tab": prompt.select(prompt.selected - 1, height: height)
    case "PgDn": prompt.select(prompt.selected + page, height: height)
    case "PgUp": prompt.select(prompt.selected - page, height: height)
    case "Backspace" where prompt.input.text.isEmpty:
      mode = .normal
      return prompt.origin.map { go(to: $0) } ?? []
    default:
      let before = prompt.input.text
      guard prompt.input.edit(with: key) else { return [] }
      prompt.opensFirstHit = false
      mode = .search(prompt)
      return before == prompt.input.text ? [] : search(for: prompt.input.text)
    }
    mode = .search(prompt)
    return []
  }

  /// Asks for what `text` finds; nothing typed finds nothing.
  mutating func search(for text: String) -> [Effect] {
    guard case .search(var prompt) = mode else { return [] }
    searchRequest += 1
    let query = SearchQuery(text)
    prompt.isWaiting = !query.isEmpty
    if query.isEmpty {
      prompt.results = nil
      prompt.select(0, height: paneHeight)
    }
    mode = .search(prompt)
    return query.isEmpty ? [] : [.search(query, request: searchRequest)]
  }

  /// Takes in the hits for what is typed.
  mutating func take(
    _ results: SearchResults, for query: SearchQuery, request: Int
  ) -> [Effect] {
    guard request == searchRequest, case .search(var prompt) = mode else { return [] }
    prompt.results = results
    prompt.isWaiting = false
    prompt.top = 0
    prompt.select(0, height: paneHeight)
    mode = .search(prompt)
    return prompt.opensFirstHit ? openHit(of: prompt) : []
  }

  /// Opens the article at the hit under the cursor; n and N go on from there.
  private mutating func openHit(of prompt: SearchPrompt) -> [Effect] {
    mode = .normal
    searchRequest += 1
    guard let results = prompt.results, results.hits.indices.contains(prompt.selected) else {
      notice = Notice(
        text: prompt.input.text.isEmpty
          ? "Nothing was searched for" : "Nothing found for \(prompt.input.text)")
      return prompt.origin.map { go(to: $0) } ?? []
    }
    leavePlace()
    let tour = SearchTour(
      query: SearchQuery(prompt.input.text), results: results, hit: prompt.selected)
    selection = .search(tour)
    notice = Notice(text: "\(tour.counter) \(tour.query.text)")
    // Not `focus`, which would mark the article that is left as read.
    panes.focus = .article
    return open(tour.article, at: .hit(tour.range))
  }
}
