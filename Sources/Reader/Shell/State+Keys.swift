import Model

/// What a key does: it is looked up in the contexts of the pane that has the keys, and the command
/// found is offered to that pane, then to the others, then to the shell.
extension State {
  /// Takes a key.
  mutating func handle(_ key: Key) -> [Effect] {
    guard let pane = activePane else { return [] }
    let typed = typedKeys + [key]
    let match = keymap.match(typed, in: pane.contexts)
    let isCommand = !pane.isModal
    if isCommand, match.calls.isEmpty, !match.isPrefix, typed.count == 1,
      let digit = key.digit, digit > 0 || count != nil
    {
      count = min((count ?? 0) * 10 + digit, 9_999_999)
      return []
    }
    if match.isPrefix {
      typedKeys = typed
      return []
    }
    typedKeys = []
    let number = count
    if isCommand { (count, notice) = (nil, nil) }
    let accepted = match.calls.first { calls in
      calls.allSatisfy { pane.accepts($0.command, in: self) }
    }
    guard let accepted else {
      if let effects = type(typed, into: pane) { return effects }
      if isCommand {
        let keys = typed.map(\.name).joined(separator: " ")
        notice = Notice(text: "\(keys) does nothing here\(hint(.help, " shows the keys"))")
      }
      return []
    }
    var effects: [Effect] = []
    for var call in accepted {
      call.count = call.count ?? number
      effects += run(call)
    }
    return effects
  }

  /// Types keys into a pane, those of a sequence that was not finished one by one.
  private mutating func type(_ keys: [Key], into pane: any Pane) -> [Effect]? {
    var effects: [Effect]?
    for key in keys {
      guard let more = (activePane ?? pane).type(key, in: &self) else { break }
      effects = (effects ?? []) + more
    }
    return effects
  }

  /// Carries out a command.
  mutating func run(_ call: CommandCall) -> [Effect] {
    // A number means a link of the article, wherever the keys go.
    let isNumbered = call.command == .open && call.count != nil && coveringPane == nil
    if let pane = activePane, !isNumbered {
      if let effects = pane.run(call, in: &self) { return effects }
      if pane.isModal { return [] }
      if call.command.isForArticles, coveringPane != nil { return sayThatArticlesAreCovered(call) }
    }
    for type in paneTypes {
      if let effects = type.serve(call, in: &self) { return effects }
    }
    return runInShell(call)
  }

  /// Says that a command is for articles, and how to get back to them.
  mutating func sayThatArticlesAreCovered(_ call: CommandCall) -> [Effect] {
    notice = Notice(
      text: "\(call.command.rawValue) is for articles\(hint(.close, " closes this page"))")
    return []
  }

  /// Carries out a command without anything that it might be given.
  mutating func run(_ command: Command) -> [Effect] { run(CommandCall(command)) }

  private mutating func runInShell(_ call: CommandCall) -> [Effect] {
    switch call.command {
    case .nextPane: return focusSlot(after: 1)
    case .previousPane: return focusSlot(after: -1)
    case .leftPane: return focusSide(-1)
    case .rightPane: return focusSide(1)
    case .togglePanel, .zen, .narrower, .wider: return arrange(call.command)
    case .clear:
      guard selection == nil, list.filter != nil else {
        selection = nil
        return []
      }
      return clearFilter()
    case .back: return travel(.back)
    case .forward: return travel(.forward)
    case .undo, .redo: return travelInTime(call.command)
    case .bidi: return setBidi(call.words)
    case .set: return set(call.words)
    case .measure: return set("measure \(call.argument)")
    case .source: return [.readConfiguration(path: call.words)]
    case .export: return export(to: call.words)
    case .fetch:
      notice = Notice(text: "Fetching the sources")
      return [.fetch(nil)]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .close: return close()
    case .quit: return leave()
    default: return []
    }
  }

  /// Goes back one view: from the names or the article to the list, from the list out.
  private mutating func close() -> [Effect] {
    if arrangement.isZen {
      arrangement.isZen = false
      return layOutAgain()
    }
    switch arrangement.focus {
    case .list: return leave()
    case .text:
      arrangement.focus = .list
      arrangement.isPanelUnfolded = false
    case .names:
      arrangement.focus = .text
      arrangement.isPanelUnfolded = false
    }
    return layOutAgain()
  }

  /// Leaves the program.
  mutating func leave() -> [Effect] {
    guard let reading else { return [.quit] }
    return [.asking(SavePlace(place: reading.place, article: reading.content.summary.id)), .quit]
  }

  // MARK: - Keys in sentences

  /// The first key that is bound to a command where the reader is now, by its name.
  func key(for command: Command, in contexts: [KeyContext]? = nil) -> String? {
    keymap.keys(for: command, in: contexts ?? activePane?.contexts ?? [.all]).first?.description
  }

  /// A half sentence that begins with the key of a command, such as "; ? shows the keys"; nothing
  /// where no key is bound.
  func hint(_ command: Command, _ rest: String, in contexts: [KeyContext]? = nil) -> String {
    key(for: command, in: contexts).map { "; \($0)\(rest)" } ?? ""
  }

  /// The keys of most use in a pane, each with what it does.
  func hints(in contexts: [KeyContext]) -> [String] {
    hints(contexts.first?.hints ?? [], in: contexts)
  }

  /// Keys with what they do; commands that no key is bound to are left out.
  func hints(
    _ hints: [(command: Command, text: String)], in contexts: [KeyContext]
  ) -> [String] {
    hints.compactMap { command, text in key(for: command, in: contexts).map { "\($0) \(text)" } }
  }
}

extension Key {
  /// The number that the key types, where it is a digit of any script.
  fileprivate var digit: Int? { typed.flatMap { Character($0).wholeNumberValue } }
}
