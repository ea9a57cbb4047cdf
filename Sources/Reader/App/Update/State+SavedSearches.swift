import Model

/// Searches that are kept under a name.
extension State {
  /// Keeps the list's filter, or else the search whose hits are gone through, under a name.
  mutating func save(as name: String) -> [Effect] {
    let query: String
    switch (list.filter, selection) {
    case (let filter?, _): query = filter.query.text
    case (nil, .search(let tour)?): query = tour.query.text
    default:
      notice = Notice(text: "There is no filter and no search to save")
      return []
    }
    return [.change(.savedSearch(name, query: query), .command)]
  }

  /// Takes in the saved searches: filters the list by the one that is wanted, or lists them.
  mutating func take(_ searches: [SavedSearch], chosen: String?) -> [Effect] {
    if let chosen {
      guard let search = searches.first(where: { $0.name == chosen }) else {
        notice = Notice(text: "No search is saved as \(chosen); :saved lists them", tone: .alert)
        return []
      }
      return filter(by: search.query, name: search.name)
    }
    guard !searches.isEmpty else {
      notice = Notice(text: "No search is saved; :save NAME keeps the list's filter")
      return []
    }
    mode = .savedSearches(SavedSearchPage(searches: searches))
    return []
  }

  mutating func handle(_ key: Key, in page: SavedSearchPage) -> [Effect] {
    var page = page
    switch key.name {
    case "Esc", "q":
      mode = .normal
      return []
    case "Enter":
      mode = .normal
      let search = page.searches[page.selected]
      return filter(by: search.query, name: search.name)
    case "x":
      let search = page.searches.remove(at: page.selected)
      page.select(page.selected)
      mode = page.searches.isEmpty ? .normal : .savedSearches(page)
      return [.change(.savedSearch(search.name, query: nil), .command)]
    case "j", "Down", "Tab": page.select(page.selected + 1)
    case "k", "Up", "Shift-Tab": page.select(page.selected - 1)
    case "g", "Home": page.select(0)
    case "G", "End": page.select(page.searches.count - 1)
    default: break
    }
    mode = .savedSearches(page)
    return []
  }
}
