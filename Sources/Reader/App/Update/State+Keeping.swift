import Model

/// What the reader keeps beside the articles: read or not, stars; and taking changes of it back.
extension State {
  /// Carries out the commands that change or use what the reader keeps.
  mutating func runKeeping(_ command: Command) -> [Effect] {
    switch command {
    case .star: return toggleStar()
    case .readAll: return [.markAllRead(list.filter?.query)]
    case .undo, .redo:
      // What is to be undone may not be done yet.
      guard changesUnderWay == 0 else {
        waitingUndos.append(command)
        return []
      }
      return command == .undo ? undo() : redo()
    case .setMark, .goToMark:
      guard command == .goToMark || reading != nil else {
        notice = Notice(text: "No article is open")
        return []
      }
      mode = .mark(command == .setMark ? .set : .go)
      return []
    case .save:
      notice = Notice(text: "Say a name, as in :save iraq")
      return []
    default: return [.fetchSavedSearches(choosing: nil)]
    }
  }

  private mutating func undo() -> [Effect] {
    guard let change = undoStack.takeLatest() else {
      notice = Notice(text: "There is nothing to undo")
      return []
    }
    return [.change(change, .undo)]
  }

  private mutating func redo() -> [Effect] {
    guard let change = undoStack.takeUndone() else {
      notice = Notice(text: "Nothing was undone")
      return []
    }
    return [.change(change, .redo)]
  }

  /// Notes that a change was made or could not be, and goes on with what waited for it.
  mutating func finishChange() -> [Effect] {
    changesUnderWay = max(0, changesUnderWay - 1)
    guard changesUnderWay == 0, !waitingUndos.isEmpty else { return [] }
    return runKeeping(waitingUndos.removeFirst())
  }

  /// Runs a command with the words typed after it on the command line; `nil` where it takes none.
  mutating func run(_ command: Command, with words: String) -> [Effect]? {
    switch command {
    case .filter: return filter(by: words)
    case .save: return save(as: words)
    case .savedSearches: return [.fetchSavedSearches(choosing: words)]
    case .rename, .kind: return judge(command, words)
    default: return nil
    }
  }

  /// The article that a command means: under the list's cursor, or the one shown.
  private var meantArticle: ArticleSummary? {
    panes.focus == .list
      ? list.selectedArticle ?? reading?.content.summary
      : reading?.content.summary
  }

  mutating func toggleRead() -> [Effect] {
    guard let article = meantArticle else { return [] }
    return [.change(.read(!article.isRead, [article.id]), .command)]
  }

  private func toggleStar() -> [Effect] {
    guard let article = meantArticle else { return [] }
    return [.change(.star(!article.isStarred, [article.id]), .command)]
  }

  /// Takes in a change that was made, with the one that undoes it.
  mutating func take(
    _ change: UserChange, inverse: UserChange, _ cause: ChangeCause
  ) -> [Effect] {
    guard !inverse.isEmpty else {
      notice = Notice(text: "Nothing had to be changed")
      return finishChange()
    }
    undoStack.note(inverse, of: cause)
    let what = change.report(of: inverse)
    switch cause {
    case .command: notice = Notice(text: what)
    case .undo: notice = Notice(text: "Undone: \(what)")
    case .redo: notice = Notice(text: "Done again: \(what)")
    }
    return reflect(change) + finishChange()
  }

  /// Shows a change on the screen: one article's at once, that of many by asking for the rows again.
  private mutating func reflect(_ change: UserChange) -> [Effect] {
    let articles: [ArticleID]
    let set: (inout ArticleSummary) -> Void
    switch change {
    case .read(let isRead, let changed):
      articles = changed
      set = { $0.isRead = isRead }
    case .star(let isStarred, let changed):
      articles = changed
      set = { $0.isStarred = isStarred }
    case .mark, .savedSearch: return []
    case .judgements: return takeChange()
    }
    if let shown = reading?.content.summary.id, articles.contains(shown) {
      if var summary = reading?.content.summary {
        set(&summary)
        reading?.content.summary = summary
      }
    }
    guard articles.count == 1, let article = articles.first else { return refetchRows() }
    if let row = list.rows.first(where: { $0.value.id == article })?.key,
      var summary = list.rows[row]
    {
      set(&summary)
      list.rows[row] = summary
    }
    return []
  }
}

extension UserChange {
  /// A few words that say what was changed; `inverse` holds the articles that were.
  fileprivate func report(of inverse: UserChange) -> String {
    switch (self, inverse) {
    case (.read(let isRead, _), .read(_, let articles)):
      return Self.count(articles) + (isRead ? "marked read" : "marked unread")
    case (.star(let isStarred, _), .star(_, let articles)):
      return Self.count(articles) + (isStarred ? "starred" : "no longer starred")
    case (.mark(let letter, let mark), _):
      return mark == nil ? "mark \(letter) is gone" : "mark \(letter) is set"
    case (.savedSearch(let name, let query), _):
      return query.map { "saved as \(name): \($0)" } ?? "\(name) is no longer saved"
    case (.judgements(let change), _):
      return change.adding.first.map(\.report) ?? "what was said of names is taken back"
    default: return ""
    }
  }

  private static func count(_ articles: [ArticleID]) -> String {
    articles.count == 1 ? "" : "\(articles.count.grouped) articles "
  }
}
