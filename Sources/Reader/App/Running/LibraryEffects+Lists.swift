import Model

/// The list as a filter leaves it, and what the reader keeps.
extension LibraryEffects {
  /// Carries out an effect on lists and on what the reader keeps.
  func carryOutKeeping(_ effect: Effect) throws -> Message? {
    switch effect {
    case .fetchList(let request): return .listed(try rows(for: request))
    case .prepareSearch:
      try library.prepareSearch()
      return nil
    case .change(let change, let cause):
      return .userChanged(change, inverse: try library.apply(change), cause)
    case .markAllRead(let query):
      let change = UserChange.read(true, try articles(query))
      return .userChanged(change, inverse: try library.apply(change), .command)
    case .findMark(let letter):
      return .foundMark(letter, letter == "'" ? try library.lastPlace() : try library.mark(letter))
    case .fetchSavedSearches(let name):
      return .savedSearches(try library.savedSearches(), chosen: name)
    default: return nil
    }
  }

  /// The article at a row of the list.
  func article(at row: Int, of query: SearchQuery?) throws -> ArticleID? {
    guard let query else {
      return try library.summaries(in: row..<row + 1, order: order).first?.id
    }
    return try list(query).articles(in: row..<row + 1).first
  }

  /// The row of an article in the list; `nil` where the filter hides it.
  func row(of article: ArticleID, in query: SearchQuery?) throws -> Int? {
    guard let query else { return try library.row(of: article, order: order) }
    return try list(query).row(of: article)
  }

  private func rows(for request: ListRequest) throws -> ListAnswer {
    let list = try request.query.map { try self.list($0, isRenewed: request.isRenewed) }
    let total = try library.articleCount()
    let count = list?.count ?? total
    var answer = ListAnswer(
      request: request, count: count, total: total, first: 0, summaries: [])
    if let anchor = request.anchor {
      answer.anchorRow = try list.map { $0.row(of: anchor) } ?? row(of: anchor, in: nil)
    }
    var wanted = request.rows
    if let row = answer.anchorRow {
      wanted = max(0, row - wanted.count / 2)..<row + wanted.count
    }
    wanted = wanted.clamped(to: 0..<max(0, count))
    answer.first = wanted.lowerBound
    answer.summaries =
      try list.map { try library.summaries(of: $0.articles(in: wanted)) }
      ?? library.summaries(in: wanted, order: order)
    return answer
  }

  private func articles(_ query: SearchQuery?) throws -> [ArticleID] {
    guard let query else { return try library.allArticles() }
    let list = try list(query)
    return list.articles(in: 0..<list.count)
  }

  /// What a filter leaves in: as it was when it was last asked for, if the articles are the same.
  private func list(_ query: SearchQuery, isRenewed: Bool = false) throws -> ArticleList {
    let generation = try library.generation()
    if !isRenewed, let known = lists.withLock({ $0.list(query, at: generation) }) { return known }
    let made = try library.list(query, order: order)
    lists.withLock { $0.keep(made, for: query) }
    return made
  }
}
