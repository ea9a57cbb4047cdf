import Model

/// The list of keys, scrolled and searched.
struct HelpPane: LinePane {
  /// What the lines must hold.
  var input = InputLine()
  /// The first line on screen.
  private(set) var top = 0
  /// Whether the filter is being typed.
  private(set) var isFiltering = false
  /// Where the keys listed are looked up: those of the pane that was left first.
  let listed: [KeyContext]

  var contexts: [KeyContext] { isFiltering ? [.line] : [.help, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func title(in state: State, width: Int) -> String { "Keys" }

  func foot(in state: State, columns: Int) -> Grid? {
    isFiltering ? .line("/", input, columns: columns) : nil
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    isFiltering ? runWhileFiltering(call, in: &state) : scroll(call, in: &state)
  }

  private func runWhileFiltering(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .accept: state[HelpPane.self]?.isFiltering = false
    case .cancel: return cancel(in: &state)
    default: return edit(call.command, in: &state)
    }
    return []
  }

  private func scroll(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let height = state.paneHeight
    let count = lines(in: state, columns: state.size.columns).count
    if let move = call.movement(height: height) {
      let row =
        switch move {
        case .by(let rows), .page(let rows), .scroll(let rows): top.clampedSum(rows)
        case .to(let row): row
        case .percent(let percent): percent * count / 100
        }
      state[HelpPane.self]?.top = min(max(0, row), max(0, count - height))
      return []
    }
    switch call.command {
    case .close, .clear, .help: state[HelpPane.self] = nil
    case .search: state[HelpPane.self]?.isFiltering = true
    case .redraw, .suspend, .quit: return nil
    default: break
    }
    return []
  }

  func edited(in state: inout State) -> [Effect] {
    state[HelpPane.self]?.top = 0
    return []
  }

  func cancel(in state: inout State) -> [Effect] {
    state[HelpPane.self]?.isFiltering = false
    state[HelpPane.self]?.input = InputLine()
    return edited(in: &state)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .help else { return nil }
    var pane = HelpPane(listed: state.activePane?.contexts ?? [.all])
    if let words = call.words { pane.input = InputLine(words) }
    state.push(pane)
    return []
  }

  /// The keys of a command in the pane that was left, else where it has any.
  private func keys(for command: Command, in keymap: Keymap) -> String {
    let own = keymap.keys(for: command, in: listed)
    return (own.isEmpty ? keymap.keys(for: command) : own).map(\.description)
      .joined(separator: " ")
  }

  /// The keys of most use in the pane that was left, and those that it binds itself; `nil` where it
  /// has none, or while the list is searched.
  func here(in state: State) -> (title: String, entries: [HelpEntry])? {
    guard input.text.isEmpty, let context = listed.first, context != .all else { return nil }
    let hinted = context.hints.map(\.command)
    let own = CommandTable.entries.filter { $0.contexts[context] != nil }.map(\.command)
    var seen: Set<Command> = []
    let entries = (hinted + own).filter { seen.insert($0).inserted }.compactMap { command in
      CommandTable.entry(for: command).map {
        HelpEntry(keys: keys(for: command, in: state.keymap), command: command, help: $0.help)
      }
    }
    return entries.isEmpty
      ? nil
      : (
        "Here: \(context.help.prefix(1).lowercased())"
          + context.help.dropFirst(), entries
      )
  }

  /// The entries that hold the filter's text, by group, each with the keys that are bound to it.
  func groups(in state: State) -> [(group: CommandGroup, entries: [HelpEntry])] {
    // A capital means capitals, as in every search.
    let hasCapital = input.text.contains(where: \.isUppercase)
    func folded(_ text: String) -> String { hasCapital ? text : text.lowercased() }
    let wanted = folded(input.text)
    return CommandGroup.allCases.compactMap { group in
      let entries = CommandTable.entries.filter { $0.group == group }.map { entry in
        HelpEntry(
          keys: keys(for: entry.command, in: state.keymap),
          command: entry.command, help: entry.help)
      }.filter { entry in
        wanted.isEmpty
          || [entry.keys, entry.help, entry.command.rawValue].contains {
            folded($0).contains(wanted)
          }
      }
      return entries.isEmpty ? nil : (group, entries)
    }
  }
}

/// A command as the list of keys shows it.
struct HelpEntry {
  /// The keys that are bound to it.
  var keys: String
  /// The command.
  var command: Command
  /// What it does.
  var help: String
}
