import Model

/// The articles listed: rows at hand, the cursor, and the filter.
extension State {
  /// Fetches some rows of the list as it is filtered.
  func fetchRows(_ rows: Range<Int>) -> Effect {
    .asking(FetchRows(request: ListRequest(query: list.filter?.query, order: order, rows: rows)))
  }

  /// Fetches the rows that the screen shows and the state lacks.
  func fetchMissingRows() -> [Effect] {
    list.missingRows(height: listHeight).map { [fetchRows($0)] } ?? []
  }

  /// Fetches the rows on screen again, because the list may have changed.
  mutating func refetchRows() -> [Effect] {
    list.rows = list.rows.filter { ($0.key - list.top).magnitude <= listHeight }
    return [fetchRows(list.rowsAround(height: listHeight))]
  }

  /// Moves the list's cursor and shows the article it comes to.
  mutating func moveInList(to row: Int) -> [Effect] {
    let before = list.selected
    list.select(row)
    list.follow(listFrame)
    let shown = reading?.row == list.selected
    return fetchMissingRows() + (before == list.selected && shown ? [] : openSelectedRow())
  }

  /// Filters the list, or shows all of it again, with the cursor on the article shown where it is
  /// in it; where it is not, `opening` says where to open the first that is.
  mutating func filterList(_ filter: ListFilter?, opening: OpenTarget?) -> [Effect] {
    let shown = reading?.content.summary.id
    return replaceFilter(filter, anchor: shown, opening: opening)
  }

  /// Lists the articles that mention an entity, with another or from a time where that is given, and
  /// opens the first at its first mention.
  ///
  /// - Parameter time: Conditions on dates, as a query has them.
  mutating func listArticles(
    of entity: Entity, with other: Entity? = nil, from time: String? = nil
  ) -> [Effect] {
    leavePlace()
    closeOverlays()
    let name = entity.displayName(preferring: nameScript)
    selection = .entity(entity.id)
    arrangement.focus = .list
    var query = SearchQuery(articlesOf: entity, named: name)
    if let other {
      let name = other.displayName(preferring: nameScript)
      query = SearchQuery(query, and: SearchQuery(articlesOf: other, named: name))
    }
    if let time { query = SearchQuery(query, and: SearchQuery(time)) }
    let filter = ListFilter(query: query)
    return replaceFilter(filter, anchor: nil, opening: .mention(of: entity.id)) + layOutAgain()
  }

  private mutating func replaceFilter(
    _ filter: ListFilter?, anchor: ArticleID?, opening: OpenTarget?
  ) -> [Effect] {
    list.filter = filter
    list.rows = [:]
    list.selected = 0
    list.top = 0
    reading?.row = nil
    return [
      .asking(
        FetchRows(
          request: ListRequest(
            query: filter?.query, order: order, rows: 0..<listHeight + ArticleListing.margin,
            anchor: anchor,
            opening: opening, isRenewed: true)))
    ]
  }

  /// Sorts the list by an order, or by the next one; the cursor stays on the article shown.
  mutating func sortList(by word: String?) -> [Effect] {
    let choices = Settings.ListOrder.allCases.filter { $0 != .auto }
    let present = choices.firstIndex { $0.order(of: opening) == order } ?? 0
    var chosen = choices[(present + 1) % choices.count]
    if let word {
      guard let named = choices.first(where: { $0.word == word }) else {
        notice = Notice(
          text: "The list is sorted by \(choices.map(\.word).joined(separator: ", ")), "
            + "not \(InvalidWord.quoted(word))", tone: .alert)
        return []
      }
      chosen = named
    }
    notice = Notice(text: chosen == .newest ? "The newest first" : "Sorted by \(chosen.word)")
    return sortList(in: chosen.order(of: opening))
  }

  /// Lists the articles in an order.
  mutating func sortList(in other: ArticleOrder) -> [Effect] {
    guard other != order else { return [] }
    leavePlace()
    order = other
    return replaceFilter(list.filter, anchor: reading?.content.summary.id, opening: nil)
  }

  /// Filters the list by a query, which may be a saved search's.
  mutating func filter(by text: String, name: String? = nil) -> [Effect] {
    let query = SearchQuery(text, isLiteral: searchesLiterally)
    if let mistake = query.mistake {
      notice = Notice(text: mistake.description, tone: .alert)
      return []
    }
    return self.filter(query.hidesNothing ? nil : ListFilter(query: query, name: name))
  }

  /// Filters the list and goes there, from whatever pane.
  mutating func filter(_ filter: ListFilter?) -> [Effect] {
    leavePlace()
    closeOverlays()
    arrangement.focus = .list
    return filterList(filter, opening: .lastPlace) + layOutAgain()
  }

  /// Lists all articles again.
  mutating func clearFilter() -> [Effect] {
    guard list.filter != nil else {
      notice = Notice(text: "The list has no filter")
      return []
    }
    leavePlace()
    notice = Notice(
      text: "All articles are listed\(hint(.back, " goes back to the filter"))")
    return filterList(nil, opening: nil)
  }

  /// Takes in rows of the list, where they are of the list as it is filtered now.
  mutating func take(_ answer: ListAnswer) -> [Effect] {
    guard answer.request.query == list.filter?.query, answer.request.order == order else {
      return []
    }
    let isFirst = list.count == 0 && answer.count > 0
    list.count = answer.count
    list.total = answer.total
    if let row = answer.anchorRow,
      reading == nil || answer.request.anchor == reading?.content.summary.id
    {
      reading?.row = row
      list.select(row)
      list.top = row - listHeight / 2
    }
    list.take(answer.summaries, from: answer.first)
    list.select(list.selected)
    list.follow(listFrame)
    let missing = fetchMissingRows()
    if isFirst, reading == nil, answer.request.opening == nil { return missing + openSelectedRow() }
    guard let target = answer.request.opening, answer.anchorRow == nil else { return missing }
    guard list.count > 0 else {
      notice = Notice(
        text: "The filter leaves no article in\(hint(.clear, " lists all", in: [.list, .all]))")
      return []
    }
    return missing + openSelectedRow(at: target)
  }

  /// Puts the list back as it was at a place; asks for its rows where it was filtered otherwise.
  mutating func restoreList(of target: Location) -> [Effect] {
    if order != target.order {
      // Its row then was another; where it is now is asked.
      return replaceFilter(target.filter, anchor: target.article, opening: nil)
    }
    let wasOther = list.filter != target.filter
    if wasOther {
      list.filter = target.filter
      list.rows = [:]
      list.count = target.listCount
      let isShown = reading?.content.summary.id == target.article
      reading?.row = isShown ? target.row : nil
    }
    list.select(target.listRow)
    list.top = min(target.listTop, max(0, list.count - 1))
    return wasOther ? [fetchRows(list.rowsAround(height: listHeight))] : []
  }
}

/// Fetches rows of the list as a filter leaves it.
struct FetchRows: Question {
  /// Which rows.
  var request: ListRequest

  func answer(from desk: LibraryDesk) throws -> ListAnswer? { try desk.rows(for: request) }

  func take(_ answer: ListAnswer, in state: inout State) -> [Effect] {
    // Files are loaded once they have been read; a library once its list is known.
    if case .library = state.opening { state.isLoaded = true }
    return state.take(answer)
  }
}

extension State {
  /// Fetches the first rows of the list, as the configuration wants it filtered.
  mutating func start() -> [Effect] {
    let filter = SearchQuery(settings.startFilter)
    if !filter.hidesNothing, filter.mistake == nil {
      list.filter = ListFilter(query: filter)
    }
    return [
      .asking(
        FetchRows(
          request: ListRequest(
            query: list.filter?.query, order: order, rows: 0..<listHeight + ArticleListing.margin,
            anchor: startArticle)))
    ]
  }
}
