import Model

/// Which key means what, in each mode.
extension State {
  mutating func handle(_ key: Key) -> [Effect] {
    switch mode {
    case .normal: return handleCommandKey(key)
    case .search(let prompt): return handle(key, in: prompt)
    case .command(let prompt): return handle(key, in: prompt)
    case .hints(let hints): return handle(key, in: hints)
    case .strip: return handleInStrip(key)
    case .help(let page): return handle(key, in: page)
    case .filter(let prompt): return handle(key, in: prompt)
    case .mark(let use): return handle(key, for: use)
    case .savedSearches(let page): return handle(key, in: page)
    }
  }

  /// Pasted text goes into what is being typed; elsewhere it means nothing.
  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .search(var prompt):
      prompt.input.insert(text)
      mode = .search(prompt)
      return search(for: prompt.input.text)
    case .command(var prompt):
      prompt.input.insert(text)
      mode = .command(prompt)
      return []
    case .filter(var prompt):
      prompt.input.insert(text)
      return typeFilter(prompt)
    case .help(var page) where page.isFiltering:
      page.filter.insert(text)
      mode = .help(page)
      return []
    default: return []
    }
  }

  private mutating func handleCommandKey(_ key: Key) -> [Effect] {
    if let digit = key.digit, digit > 0 || count != nil {
      count = min((count ?? 0) * 10 + digit, 9_999_999)
      return []
    }
    let number = count
    count = nil
    notice = nil
    guard let command = judgingCommand(for: key) ?? CommandTable.bindings[key.name] else {
      notice = Notice(text: "\(key.name) does nothing here; ? shows the keys")
      return []
    }
    return run(command, count: number)
  }

  /// Carries out a command.
  mutating func run(_ command: Command, count: Int? = nil) -> [Effect] {
    if let effects = runOnPage(command, count: count) { return effects }
    switch command {
    case .lineDown: return move(by: count ?? 1)
    case .lineUp: return move(by: -(count ?? 1))
    case .scrollDown: return scroll(by: count ?? 1)
    case .scrollUp: return scroll(by: -(count ?? 1))
    case .pageDown: return page(by: Double(count ?? 1))
    case .pageUp: return page(by: -Double(count ?? 1))
    case .halfPageDown: return page(by: 0.5 * Double(count ?? 1))
    case .halfPageUp: return page(by: -0.5 * Double(count ?? 1))
    case .first: return moveTo(row: (count ?? 1) - 1)
    case .last: return moveTo(row: count.map { $0 - 1 } ?? .max)
    case .percent: return move(toPercent: count ?? 0)
    case .nextPane: return focusPane(after: 1)
    case .previousPane: return focusPane(after: -1)
    case .leftPane: return focusSide(-1)
    case .rightPane: return focusSide(1)
    case .related: return toggleStrip()
    case .sideBySide: return toggleBeside()
    case .same, .different, .unsure, .review, .hideHere, .hideEverywhere, .merge, .split, .rename,
      .kind:
      return judge(command)
    case .togglePanel, .zen, .narrower, .wider: return arrange(command)
    case .open: return open()
    case .nextName: return moveToName(by: count ?? 1)
    case .previousName: return moveToName(by: -(count ?? 1))
    case .selectName: return selectNameUnderCursor()
    case .hints: return showHints()
    case .entityPage: return openPage()
    case .next: return goOn(by: count ?? 1)
    case .previous: return goOn(by: -(count ?? 1))
    case .clear: return clear()
    case .back: return travel(.back)
    case .forward: return travel(.forward)
    case .search:
      mode = .search(SearchPrompt(origin: location))
      return [.prepareSearch]
    case .spelling: return toggleSpelling()
    case .filter: return typeFilter()
    case .save, .savedSearches, .readAll, .star, .undo, .redo, .setMark, .goToMark:
      return runKeeping(command)
    case .nextArticle: return moveInList(to: list.selected + (count ?? 1))
    case .previousArticle: return moveInList(to: list.selected - (count ?? 1))
    case .toggleRead: return toggleRead()
    case .copy, .browse, .edit, .pipe: return handOut(command)
    case .tashkeel, .digits, .direction: return set(command)
    case .bidi:
      notice = Notice(
        text: "Say how, as in :bidi visual, or :bidi visual keep; :bidi auto finds out")
      return []
    case .commandLine:
      mode = .command(CommandPrompt(kind: .program))
      return []
    case .help:
      mode = .help(HelpPage())
      return []
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .close: return close()
    case .quit: return leave()
    }
  }

  /// Goes back one view: from the names or the article to the list, from the list out.
  private mutating func close() -> [Effect] {
    if panes.isZen {
      panes.isZen = false
      return layOutAnew()
    }
    if panes.pair != nil, panes.focus == .article { return toggleBeside() }
    switch panes.focus {
    case .list: return leave()
    case .article:
      panes.focus = .list
      if panes.isPanelUnfolded { panes.isPanelUnfolded = false }
    case .names:
      panes.focus = .article
      panes.isPanelUnfolded = false
    }
    return layOutAnew()
  }

  private mutating func leave() -> [Effect] {
    guard let reading else { return [.quit] }
    return [.savePlace(reading.place, reading.content.summary.id), .quit]
  }
}

extension Key {
  /// The number that the key types, where it is a digit of any script.
  fileprivate var digit: Int? { typed.flatMap { Character($0).wholeNumberValue } }
}
