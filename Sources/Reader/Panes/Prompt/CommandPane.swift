import Model

/// The line in which a command is typed: for the program after `:`, for the shell after `|`.
struct CommandPane: LinePane, FootPane {
  /// Who is to run it.
  enum Kind: Sendable {
    case program
    case shell
  }

  /// Who is to run it.
  let kind: Kind
  /// What is typed.
  var input = InputLine()
  /// What completion goes through.
  private var completions = Completions()

  /// A line for a program with something typed already.
  init(kind: Kind, text: String = "") {
    self.kind = kind
    input = InputLine(text)
  }

  var contexts: [KeyContext] { [.command, .line] }

  func foot(in state: State, columns: Int) -> Grid? {
    .line(kind == .program ? ":" : "|", input, columns: columns)
  }

  /// The completions of what is typed, each with a line of help, the one in the line marked.
  func grid(in state: State, size: GridSize) -> Grid {
    let empty = Grid(size: GridSize(rows: 0, columns: size.columns))
    guard kind == .program, size.columns >= Self.menuFrom else { return empty }
    let isChosen = !completions.lines.isEmpty
    let all =
      isChosen ? completions.lines : input.text.isEmpty ? [] : Self.completions(of: input.text)
    let rows = min(all.count, Self.menuRows, max(0, size.rows - 1))
    guard rows > 0 else { return empty }
    let first = isChosen ? min(max(0, completions.shown - rows / 2), all.count - rows) : 0
    var grid = Grid(size: GridSize(rows: rows, columns: size.columns))
    for row in 0..<rows {
      let line = all[first + row]
      grid.write(line, row: row, column: 1, width: 26, style: Style(ink: .accent))
      grid.write(
        Self.help(for: line), row: row, column: 28, width: size.columns - 29,
        style: Style(ink: .muted))
      if isChosen, first + row == completions.shown { grid.select(row: row) }
    }
    return grid
  }

  /// How many completions are shown.
  private static let menuRows = 8
  /// From this many columns on they are shown.
  private static let menuFrom = 50

  /// One line of help for a line that is a completion.
  private static func help(for line: String) -> String {
    let words = line.split(separator: " ")
    guard let command = words.first.flatMap({ Command(rawValue: String($0)) }) else { return "" }
    if command == .set, words.count > 1,
      let setting = SettingTable.settings.first(where: { $0.name == words[1] })
    {
      return setting.help
    }
    return CommandTable.entry(for: command)?.help ?? ""
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .cancel: return cancel(in: &state)
    case .accept:
      state[CommandPane.self] = nil
      return kind == .program ? state.runLine(input.text) : pipe(in: &state)
    case .complete: return complete(by: 1, in: &state)
    case .completeBack: return complete(by: -1, in: &state)
    case .older: return recall(by: 1, in: &state)
    case .newer: return recall(by: -1, in: &state)
    default: return edit(call.command, in: &state)
    }
  }

  func cancel(in state: inout State) -> [Effect] {
    state[CommandPane.self] = nil
    return []
  }

  func edited(in state: inout State) -> [Effect] {
    state[CommandPane.self]?.completions = Completions()
    state.commandHistory.reset()
    return []
  }

  private func recall(by step: Int, in state: inout State) -> [Effect] {
    guard kind == .program else { return [] }
    let line = state.commandHistory.recall(by: step)
    state[CommandPane.self]?.input = line
    return []
  }

  /// Puts the next completion of what is typed into the line.
  private func complete(by step: Int, in state: inout State) -> [Effect] {
    guard kind == .program else { return [] }
    var pane = self
    if completions.lines.isEmpty {
      pane.completions = Completions(Self.completions(of: input.text), isBackward: step < 0)
    } else {
      pane.completions.move(by: step)
    }
    if let line = pane.completions.line { pane.input = InputLine(line) }
    state[CommandPane.self] = pane
    return []
  }

  /// The lines that complete a line: names of commands, then what some of them take.
  private static func completions(of line: String) -> [String] {
    guard let space = line.firstIndex(of: " ") else { return CommandTable.completions(of: line) }
    let name = line[..<space]
    let rest = String(line[line.index(after: space)...])
    let words: [String] =
      switch Command(rawValue: String(name)) {
      case .set: SettingTable.completions(of: rest)
      case .bidi: BidiMode.allCases.map(\.rawValue)
      case .kind, .name: EntityKind.allCases.map(\.rawValue)
      case .direction: ["rtl", "ltr", "auto", "rtl source", "ltr source", "auto source"]
      case .filter: ["unread", "starred", "noted", "read", "watched", "ar", "en", "off"]
      default: []
      }
    return words.filter { $0.hasPrefix(rest) }.map { "\(name) \($0)" }
  }

  /// Hands the article's text to the shell command typed.
  private func pipe(in state: inout State) -> [Effect] {
    guard let reading = state.reading, !input.text.isEmpty else { return [] }
    let text = reading.content.article.text.string + "\n"
    return state.run(ShellCommand(script: input.text, input: text))
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .commandLine: state.push(CommandPane(kind: .program, text: call.words ?? ""))
    case .pipe:
      guard state.reading != nil else {
        state.notice = Notice(text: "No article is open")
        return []
      }
      state.push(CommandPane(kind: .shell))
    default: return nil
    }
    state.commandHistory.reset()
    return []
  }
}
