import Model

/// The page of an entity: opening it, moving on it, going from it into the text.
extension State {
  /// Opens the page of the name under the cursor.
  mutating func openPage() -> [Effect] {
    guard let entity = entityUnderCursor else {
      notice = Notice(text: "No name under the cursor; w goes to the next name")
      return []
    }
    return openPage(of: entity)
  }

  /// Opens the page of an entity.
  mutating func openPage(of entity: EntityID) -> [Effect] {
    leavePlace()
    page = EntityPageState(entity: entity)
    return [.openPage(entity, anchor: nil)]
  }

  /// The entity that the cursor is on, be it in the text, the panel or a page.
  var entityUnderCursor: EntityID? {
    if let page {
      if case .companion(let companion)? = page.selectedLine { return companion.entity.id }
      return page.entity
    }
    switch panes.focus {
    case .names: return selectedName?.entity.id
    case .list, .article:
      if let reading, let index = reading.mentionUnderCursor, panes.focus == .article {
        return reading.content.mentions[index].entity
      }
      if case .entity(let entity)? = selection { return entity }
      return nil
    }
  }

  /// Takes in what is known of an entity; one that is gone closes its page.
  mutating func takePage(_ content: EntityPageContent?, of entity: EntityID) -> [Effect] {
    guard page?.entity == entity else { return [] }
    guard let content else {
      page = nil
      notice = Notice(text: "No article names it any more")
      return []
    }
    let height = paneHeight
    page?.take(content, height: height)
    return fetchMissingMentions()
  }

  /// Asks for the mentions that the page shows and the state lacks.
  func fetchMissingMentions() -> [Effect] {
    guard let page, let rows = page.missingMentions(height: paneHeight) else { return [] }
    return [.fetchMentions(page.entity, rows)]
  }

  /// Carries out a command on the page; `nil` where it means there what it means everywhere.
  mutating func runOnPage(_ command: Command, count: Int?) -> [Effect]? {
    guard var page else { return nil }
    let height = paneHeight
    let step = max(1, height - 1)
    switch command {
    case .lineDown, .scrollDown: page.move(by: count ?? 1, height: height)
    case .lineUp, .scrollUp: page.move(by: -(count ?? 1), height: height)
    case .pageDown: page.go(to: page.selected + step * (count ?? 1), height: height)
    case .pageUp: page.go(to: page.selected - step * (count ?? 1), height: height)
    case .halfPageDown: page.go(to: page.selected + step / 2 * (count ?? 1), height: height)
    case .halfPageUp: page.go(to: page.selected - step / 2 * (count ?? 1), height: height)
    case .first: page.go(to: (count ?? 1) - 1, height: height)
    case .last: page.go(to: count.map { $0 - 1 } ?? page.lineCount - 1, height: height)
    case .percent: page.go(to: page.lineCount * min(count ?? 0, 100) / 100, height: height)
    case .next: page.moveToMention(by: count ?? 1, height: height)
    case .previous: page.moveToMention(by: -(count ?? 1), height: height)
    case .open: return openPageLine()
    case .close, .clear:
      self.page = nil
      return layOutAnew()
    case .entityPage:
      guard let entity = entityUnderCursor, entity != page.entity else { return [] }
      return openPage(of: entity)
    case .nextPane, .previousPane, .leftPane, .rightPane, .togglePanel, .zen, .narrower, .wider,
      .sideBySide, .hints, .nextName, .previousName, .selectName, .nextArticle, .previousArticle,
      .toggleRead, .browse, .edit, .pipe:
      notice = Notice(text: "\(command.rawValue) is for articles; q closes this page")
      return []
    default: return nil
    }
    self.page = page
    if let number = page.mentionNumber(at: page.selected), command == .next || command == .previous {
      notice = Notice(text: "\(number + 1)/\(page.mentionCount)")
    }
    return fetchMissingMentions()
  }

  /// Enter on a page: into the text at a mention or an article, or to another entity's page.
  private mutating func openPageLine() -> [Effect] {
    guard let page else { return [] }
    if let mention = page.selectedMention {
      return leavePage(for: mention.place.id, at: .hit(mention.mention.range))
    }
    switch page.selectedLine {
    case .companion(let companion)?: return openPage(of: companion.entity.id)
    case .article(let summary)?: return leavePage(for: summary.id, at: .mention(of: page.entity))
    default: return []
    }
  }

  /// Goes from the page into an article; going back comes to the page again.
  private mutating func leavePage(for article: ArticleID, at target: OpenTarget) -> [Effect] {
    guard let entity = page?.entity else { return [] }
    leavePlace()
    page = nil
    selection = .entity(entity)
    // Not `focus`, which would mark the article that is left as read.
    panes.focus = .article
    return open(article, at: target)
  }
}
