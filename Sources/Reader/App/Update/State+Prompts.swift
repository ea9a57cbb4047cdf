import Foundation
import Model

/// The command line, the shell line and the list of keys.
extension State {
  mutating func handle(_ key: Key, in prompt: CommandPrompt) -> [Effect] {
    var prompt = prompt
    switch key.name {
    case "Esc":
      mode = .normal
      return []
    case "Enter":
      mode = .normal
      return prompt.kind == .program ? runLine(prompt.input.text) : pipe(to: prompt.input.text)
    case "Tab" where prompt.kind == .program: prompt.complete(by: 1)
    case "Shift-Tab" where prompt.kind == .program: prompt.complete(by: -1)
    case "Up", "Ctrl-P": recall(in: &prompt, by: 1)
    case "Down", "Ctrl-N": recall(in: &prompt, by: -1)
    case "Backspace" where prompt.input.text.isEmpty:
      mode = .normal
      return []
    default:
      guard prompt.input.edit(with: key) else { return [] }
      prompt.completions = []
      prompt.recalled = 0
    }
    mode = .command(prompt)
    return []
  }

  private func recall(in prompt: inout CommandPrompt, by step: Int) {
    guard prompt.kind == .program else { return }
    prompt.recalled = min(max(0, prompt.recalled + step), commandHistory.count)
    let index = commandHistory.count - prompt.recalled
    prompt.input = InputLine(commandHistory.indices.contains(index) ? commandHistory[index] : "")
  }

  /// Runs what was typed after the colon: a number, or a command's name and what it needs.
  private mutating func runLine(_ line: String) -> [Effect] {
    let words = line.split(separator: " ").map(String.init)
    guard let name = words.first else { return [] }
    if commandHistory.last != line { commandHistory.append(line) }
    if let row = Int(name) { return moveTo(row: max(1, row) - 1) }
    let matches = CommandTable.completions(of: name)
    guard let command = Command(rawValue: name) ?? only(matches) else {
      notice = Notice(
        text: matches.isEmpty
          ? "There is no command \(name); ? lists them"
          : "\(name) may be \(matches.joined(separator: ", "))",
        tone: .alert)
      return []
    }
    guard let argument = words.dropFirst().first else { return run(command) }
    if let effects = run(command, with: line.drop { $0 != " " }.trimmingCharacters(in: .whitespaces))
    {
      return effects
    }
    if command == .direction { return setDirection(words.dropFirst()) }
    if command == .bidi {
      guard let mode = BidiMode(rawValue: argument) else {
        let known = BidiMode.allCases.map(\.rawValue).joined(separator: ", ")
        notice = Notice(text: "There is no way \(argument) to send Arabic: \(known)", tone: .alert)
        return []
      }
      let keeps = words.dropFirst(2).first == "keep"
      let way = mode == .auto ? "way that this terminal needs" : "\(mode.rawValue) way"
      notice = Notice(text: "Arabic is sent the \(way)" + (keeps ? ", here from now on" : ""))
      return [.setBidiMode(mode, keeps: keeps)]
    }
    guard let count = Int(argument), count > 0 else {
      notice = Notice(text: "\(name) takes a number, not \(argument)", tone: .alert)
      return []
    }
    return run(command, count: count)
  }

  /// The command that an unambiguous beginning means.
  private func only(_ names: [String]) -> Command? {
    names.count == 1 ? names.first.flatMap(Command.init) : nil
  }

  mutating func handle(_ key: Key, in page: HelpPage) -> [Effect] {
    var page = page
    if page.isFiltering {
      switch key.name {
      case "Enter": page.isFiltering = false
      case "Esc":
        page.isFiltering = false
        page.filter = InputLine()
      default: _ = page.filter.edit(with: key)
      }
      page.top = 0
      mode = .help(page)
      return []
    }
    let lines = HelpView.lineCount(of: page, columns: size.columns)
    let height = paneHeight
    switch key.name {
    case "q", "Esc", "?":
      mode = .normal
      return []
    case "/": page.isFiltering = true
    case "j", "Down", "Ctrl-E": page.top += 1
    case "k", "Up", "Ctrl-Y": page.top -= 1
    case "Space", "PgDn", "Ctrl-F", "Ctrl-D": page.top += height - 1
    case "b", "PgUp", "Ctrl-B", "Ctrl-U": page.top -= height - 1
    case "g", "Home": page.top = 0
    case "G", "End": page.top = lines
    case "Ctrl-L": return [.redraw]
    default: break
    }
    page.top = min(max(0, page.top), max(0, lines - height))
    mode = .help(page)
    return []
  }
}
