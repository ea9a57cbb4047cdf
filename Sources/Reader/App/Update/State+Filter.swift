import Model

/// Filtering the list, and what it shows of the articles that are left.
extension State {
  /// Asks for rows of the list as it is filtered.
  func fetchRows(_ rows: Range<Int>) -> Effect {
    guard let filter = list.filter else { return .fetchRows(rows) }
    return .fetchList(ListRequest(query: filter.query, rows: rows))
  }

  /// Filters the list, or shows all of it again, with the cursor on the article shown where it is
  /// in it; where it is not, `opening` says where to open the first that is.
  mutating func filterList(_ filter: ListFilter?, opening: OpenTarget?) -> [Effect] {
    replaceFilter(filter)
    return [
      .fetchList(
        ListRequest(
          query: filter?.query, rows: firstRows, anchor: reading?.content.summary.id,
          opening: opening, isRenewed: true))
    ]
  }

  /// Lists the articles that mention an entity and opens the first at its first mention.
  mutating func listArticles(of entity: Entity) -> [Effect] {
    leavePlace()
    let name = entity.displayName(preferring: nameScript)
    replaceFilter(ListFilter(query: SearchQuery(articlesOf: entity, named: name)))
    selection = .entity(entity.id)
    panes.focus = .list
    return [
      .fetchList(
        ListRequest(
          query: list.filter?.query, rows: firstRows, opening: .mention(of: entity.id),
          isRenewed: true))
    ] + layOutAnew()
  }

  private var firstRows: Range<Int> { 0..<listHeight + ListState.margin }

  private mutating func replaceFilter(_ filter: ListFilter?) {
    list.filter = filter
    list.rows = [:]
    list.selected = 0
    list.top = 0
    reading?.row = nil
  }

  /// Takes in rows of the list, where they are of the list as it is filtered now.
  mutating func take(_ answer: ListAnswer) -> [Effect] {
    guard answer.request.query == list.filter?.query else { return [] }
    list.count = answer.count
    list.total = answer.total
    if let row = answer.anchorRow, answer.request.anchor == reading?.content.summary.id {
      reading?.row = row
      list.select(row)
      list.top = row - listHeight / 2
    }
    list.take(answer.summaries, from: answer.first)
    list.select(list.selected)
    list.follow(height: listHeight)
    guard let target = answer.request.opening, answer.anchorRow == nil else {
      return fetchMissingRows()
    }
    guard list.count > 0 else {
      notice = Notice(text: "The filter leaves no article in; Esc lists all")
      return []
    }
    return fetchMissingRows() + openSelectedRow(at: target)
  }

  /// Puts the list back as it was at a place; asks for its rows where it was filtered otherwise.
  mutating func restoreList(of target: Location) -> [Effect] {
    let wasOther = list.filter != target.filter
    if wasOther {
      list.filter = target.filter
      list.rows = [:]
      list.count = target.listCount
      let isShown = reading?.content.summary.id == target.article
      reading?.row = isShown ? target.row : nil
    }
    list.select(target.listRow)
    list.top = min(target.listTop, max(0, list.count - listHeight))
    guard wasOther else { return [] }
    let first = max(0, list.top - ListState.margin)
    return [fetchRows(first..<list.top + listHeight + ListState.margin)]
  }

  /// Esc: lets go of what is selected, then of the list's filter.
  mutating func clear() -> [Effect] {
    guard selection == nil, list.filter != nil else {
      selection = nil
      return []
    }
    return clearFilter()
  }

  /// Lists all articles again.
  mutating func clearFilter() -> [Effect] {
    guard list.filter != nil else {
      notice = Notice(text: "The list has no filter")
      return []
    }
    leavePlace()
    notice = Notice(text: "All articles are listed; Ctrl-O goes back to the filter")
    return filterList(nil, opening: nil)
  }

  /// Says that the article shown is not in the list, and adds it to what is said already.
  mutating func sayThatArticleIsHidden() {
    let said = notice.map { $0.text + "; " } ?? ""
    notice = Notice(text: said + "the list's filter hides this article")
  }
}

// MARK: - Typing the filter

extension State {
  /// &: opens the line in which the filter is typed.
  mutating func typeFilter() -> [Effect] {
    mode = .filter(
      FilterPrompt(
        input: InputLine(list.filter?.query.text ?? ""), originalFilter: list.filter,
        origin: location))
    return [.prepareSearch]
  }

  mutating func handle(_ key: Key, in prompt: FilterPrompt) -> [Effect] {
    var prompt = prompt
    switch key.name {
    case "Esc": return leave(prompt)
    case "Backspace" where prompt.input.text.isEmpty: return leave(prompt)
    case "Enter":
      guard prompt.mistake == nil else { return [] }
      mode = .normal
      return apply(SearchQuery(prompt.input.text, isLiteral: searchesLiterally), from: prompt)
    default:
      let before = prompt.input.text
      guard prompt.input.edit(with: key) else { return [] }
      guard before != prompt.input.text else {
        mode = .filter(prompt)
        return []
      }
      return typeFilter(prompt)
    }
  }

  /// Filters the list by what is typed so far.
  mutating func typeFilter(_ prompt: FilterPrompt) -> [Effect] {
    var prompt = prompt
    let query = SearchQuery(prompt.input.text, isLiteral: searchesLiterally)
    prompt.mistake = query.mistake
    mode = .filter(prompt)
    guard query.mistake.map(\.isUnfinished) ?? true else { return [] }
    return filterList(query.hidesNothing ? nil : ListFilter(query: query), opening: nil)
  }

  private mutating func apply(_ query: SearchQuery, from prompt: FilterPrompt) -> [Effect] {
    if let origin = prompt.origin { history.leave(origin) }
    panes.focus = .list
    let filter = query.hidesNothing ? nil : ListFilter(query: query)
    return filterList(filter, opening: .lastPlace) + layOutAnew()
  }

  /// Leaves the line; the list is as it was before.
  private mutating func leave(_ prompt: FilterPrompt) -> [Effect] {
    mode = .normal
    if let origin = prompt.origin { return go(to: origin) }
    return filterList(prompt.originalFilter, opening: nil)
  }

  /// `:filter` with what stands after it.
  mutating func filter(by words: String) -> [Effect] {
    if words == "off" { return clearFilter() }
    let known = ["unread": "is:unread", "read": "is:read", "starred": "is:starred"]
    let languages = ["ar": "lang:ar", "en": "lang:en"]
    return filter(by: known[words] ?? languages[words] ?? words, name: nil)
  }

  /// Filters the list by a query, which may be a saved search's.
  mutating func filter(by text: String, name: String?) -> [Effect] {
    let query = SearchQuery(text, isLiteral: searchesLiterally)
    if let mistake = query.mistake {
      notice = Notice(text: mistake.description, tone: .alert)
      return []
    }
    leavePlace()
    panes.focus = .list
    let filter = query.hidesNothing ? nil : ListFilter(query: query, name: name)
    return filterList(filter, opening: .lastPlace) + layOutAnew()
  }
}
