import Model

/// What the reader keeps beside the articles, such as stars, and taking changes of it back.
extension State {
  /// Undoes or redoes a change.
  mutating func travelInTime(_ command: Command) -> [Effect] {
    // What is to be undone may not be done yet.
    guard undoStack.changesUnderWay == 0 else {
      undoStack.waiting.append(command)
      return []
    }
    let isUndo = command == .undo
    guard let change = isUndo ? undoStack.takeLatest() : undoStack.takeUndone() else {
      notice = Notice(text: isUndo ? "There is nothing to undo" : "Nothing was undone")
      return []
    }
    return [.change(change, isUndo ? .undo : .redo)]
  }

  /// Notes that a change was made or could not be, and goes on with what waited for it.
  mutating func finishChange() -> [Effect] {
    undoStack.changesUnderWay = max(0, undoStack.changesUnderWay - 1)
    guard undoStack.changesUnderWay == 0, !undoStack.waiting.isEmpty else { return [] }
    return travelInTime(undoStack.waiting.removeFirst())
  }

  /// Takes in a change that was made, with the one that undoes it.
  mutating func take(_ made: ChangeMade, _ cause: ChangeCause) -> [Effect] {
    guard !made.inverse.isEmpty else {
      notice = Notice(text: "Nothing had to be changed")
      return finishChange()
    }
    undoStack.note(made.inverse, of: cause)
    let what = made.change.report(of: made.inverse)
    switch cause {
    case .command: notice = Notice(text: what)
    case .undo: notice = Notice(text: "Undone: \(what)")
    case .redo: notice = Notice(text: "Done again: \(what)")
    }
    return reflect(made.change) + finishChange()
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
    // It stands over the text, on pages and among names.
    case .notes: return takeChange()
    case .mark: return []
    case .savedSearch: return tellPanesOfChange()
    case .judgements(let change):
      // Where names stand is found when the articles are read again.
      return takeChange() + (change.movesNames ? [.readNames(change)] : [])
    }
    if var summary = reading?.content.summary, articles.contains(summary.id) {
      set(&summary)
      reading?.content.summary = summary
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

/// A change of what the reader keeps, as it was made.
struct ChangeMade: Hashable, Sendable {
  /// The change.
  var change: UserChange
  /// What undoes it.
  var inverse: UserChange
}

/// Changes something that the reader keeps.
struct MakeChange: Question {
  /// What to change.
  var change: UserChange
  /// Why.
  var cause: ChangeCause

  var isChange: Bool { true }

  func answer(from desk: LibraryDesk) throws -> ChangeMade? {
    ChangeMade(change: change, inverse: try desk.library.apply(change))
  }

  func take(_ answer: ChangeMade, in state: inout State) -> [Effect] { state.take(answer, cause) }
}

extension Effect {
  /// Changes something that the reader keeps.
  static func change(_ change: UserChange, _ cause: ChangeCause) -> Effect {
    .asking(MakeChange(change: change, cause: cause))
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
    case (.notes(let notes), _):
      guard let note = notes.first else { return "" }
      let what = if case .name(let name) = note.subject { "note on \(name.text)" } else { "note" }
      return what + (note.text.isEmpty ? " removed" : " written")
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

extension JudgementChange {
  /// Whether it says where names stand.
  fileprivate var movesNames: Bool {
    (removing + adding).contains { if case .spans = $0 { true } else { false } }
  }
}

extension Judgement {
  /// A few words that say what was decided.
  var report: String {
    switch self {
    case .same(let left, let right): "\(left.text) and \(right.text) are the same"
    case .different(let left, let right): "\(left.text) and \(right.text) are different"
    case .unsure(let left, let right):
      "nobody can tell \(left.text) from \(right.text); not asked again"
    case .rename(let name, let shown): "\(name.text) is shown as \(shown)"
    case .kind(let name, let kind): "\(name.text) is of the kind \(kind.rawValue)"
    case .spans(let name, let parts):
      Self.report(of: parts, in: name) + (name.article == nil ? "" : " in this article")
    case .hide(let name):
      "\(name.text) is no name" + (name.article == nil ? "" : " in this article")
    }
  }

  private static func report(of parts: [String], in name: JudgedName) -> String {
    if parts == [name.text] { return "\(name.text) is a name of the kind \(name.kind.rawValue)" }
    return "\(name.text) is read as \(parts.joined(separator: " | "))"
  }
}
