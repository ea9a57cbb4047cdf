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
  /// The lines that completion goes through, and which is shown.
  private var completions: [String] = []
  private var completion = 0

  /// A line for a program with something typed already.
  init(kind: Kind, text: String = "") {
    self.kind = kind
    input = InputLine(text)
  }

  var contexts: [KeyContext] { [.command, .line] }

  func foot(in state: State, columns: Int) -> Grid? {
    .line(kind == .program ? ":" : "|", input, columns: columns)
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
    state[CommandPane.self]?.completions = []
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
    if completions.isEmpty {
      pane.completions = Self.completions(of: input.text)
      pane.completion = step > 0 ? 0 : pane.completions.count - 1
    } else {
      pane.completion = (completion + step + completions.count) % completions.count
    }
    if pane.completions.indices.contains(pane.completion) {
      pane.input = InputLine(pane.completions[pane.completion])
    }
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
      case .filter: ["unread", "starred", "read", "watched", "ar", "en", "off"]
      default: []
      }
    return words.filter { $0.hasPrefix(rest) }.map { "\(name) \($0)" }
  }

  /// Hands the article's text to the shell command typed.
  private func pipe(in state: inout State) -> [Effect] {
    guard let reading = state.reading, !input.text.isEmpty else { return [] }
    let text = reading.content.article.text.string + "\n"
    return [.run(.shell(command: input.text, input: text))]
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
