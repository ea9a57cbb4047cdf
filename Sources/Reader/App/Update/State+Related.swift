import Model

/// The strip of articles that tell the same story.
extension State {
  /// The rows of the text's pane that show text.
  var textHeight: Int { max(1, paneHeight - stripHeight) }

  /// The rows of the text's pane that show the strip.
  var stripHeight: Int {
    guard let related, !showsPair else { return 0 }
    return related.height(isUnfolded: isStripUnfolded, of: paneHeight)
  }

  /// Asks for the strip where an article has come on screen that has none.
  func fetchRelated() -> [Effect] {
    guard let article = reading?.content.summary.id, related?.article != article else { return [] }
    return [.fetchRelated(article)]
  }

  /// Takes in the articles that tell the same story as the one shown.
  mutating func takeRelated(_ rows: [RelatedStrip.Row], of article: ArticleID) -> [Effect] {
    guard reading?.content.summary.id == article else { return [] }
    related = RelatedStrip(article: article, rows: rows)
    let height = textHeight
    reading?.keepPlace(height: height)
    return []
  }

  /// Unfolds the strip and gives it the keys, or folds it.
  mutating func toggleStrip() -> [Effect] {
    guard let related, !related.rows.isEmpty else {
      notice = Notice(text: "No other article tells this story")
      return []
    }
    guard !showsPair else {
      notice = Notice(text: "c lets the other article go; then R shows what tells the same story")
      return []
    }
    isStripUnfolded.toggle()
    if isStripUnfolded, stripHeight == 0 {
      isStripUnfolded = false
      notice = Notice(text: "The screen has too few rows for the articles that tell the same story")
      return []
    }
    mode = isStripUnfolded ? .strip : .normal
    if panes.focus == .list { panes.focus = .article }
    let height = textHeight
    reading?.keepPlace(height: height)
    return markRead() + layOutAnew()
  }

  /// A key while the strip has them.
  mutating func handleInStrip(_ key: Key) -> [Effect] {
    let command = CommandTable.bindings[key.name]
    switch command {
    case .lineDown?, .next?: related?.move(by: 1)
    case .lineUp?, .previous?: related?.move(by: -1)
    case .first?: related?.move(by: -RelatedStrip.limit)
    case .last?: related?.move(by: RelatedStrip.limit)
    case .open?: return openStripRow()
    case .related?: return toggleStrip()
    case .close?, .clear?, .nextPane?, .previousPane?: mode = .normal
    default:
      mode = .normal
      return handle(key)
    }
    return []
  }

  private mutating func openStripRow() -> [Effect] {
    mode = .normal
    guard let related, related.rows.indices.contains(related.selected) else { return [] }
    leavePlace()
    return open(related.rows[related.selected].summary.id, at: .lastPlace)
  }
}
