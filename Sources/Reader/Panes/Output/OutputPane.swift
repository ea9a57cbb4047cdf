import Model

/// What a command printed that was given the article, or a part of it: on the whole screen, or under the
/// article.
struct OutputPane: Pane {
  /// The fewest rows between which article and output are shared.
  private static let sharedFrom = 12
  /// The most characters of what a command read that stand beside its name.
  private static let longestInput = 40

  var contexts: [KeyContext] { [.output, .all] }

  func position(in state: State) -> PanePosition? {
    guard let run = state.commandRun else { return nil }
    guard run.command.isForPart, state.arrangement.pair == nil, state.paneHeight >= Self.sharedFrom
    else { return .screen }
    let rows = 1 + max(run.lines.count, run.isRunning ? 1 : 0) + failureRows(of: run)
    return .foot(.text, rows: min(max(2, rows), state.paneHeight / 2))
  }

  private func failureRows(of run: CommandRun) -> Int { run.output?.failure == nil ? 0 : 1 }

  /// The rows that show output.
  private func height(in state: State) -> Int {
    let failure = state.commandRun.map { failureRows(of: $0) } ?? 0
    let rows =
      if case .foot(_, rows: let rows)? = position(in: state) {
        rows - 1
      } else {
        state.paneHeight
      }
    return max(1, rows - failure)
  }

  func title(in state: State, width: Int) -> String {
    guard let run = state.commandRun else { return "" }
    let height = height(in: state)
    guard run.lines.count > height else { return label(of: run) }
    let share = 100 * min(run.top + height, run.lines.count) / run.lines.count
    return "\(label(of: run))  \(share)%"
  }

  /// The command, behind what it read where that is a word or two.
  private func label(of run: CommandRun) -> String {
    let script = run.command.script.displayable
    let words = run.command.input.split(whereSeparator: \.isNewline).joined(separator: " ")
    return run.command.isForPart && words.count <= Self.longestInput
      ? "\(words.displayable) \u{B7} \(script)" : script
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let run = state.commandRun, size.rows > 0 else { return grid }
    var first = 0
    if case .foot? = position(in: state) {
      drawRule(over: run, state, in: &grid)
      first = 1
    }
    let margin = run.command.isForPart ? TextSetting.margin : 0
    let width = min(state.commandSetting(of: run).width, max(1, size.columns - 2 * margin))
    if let failure = run.output?.failure {
      grid.write(
        failure, row: first, column: margin, width: max(0, size.columns - 2 * margin),
        style: Style(ink: .alert, isBold: true))
      first += 1
    } else if run.lines.isEmpty {
      let ends = state.key(for: .clear, in: contexts).map { "; \($0) ends it" } ?? ""
      let text = run.isRunning ? "Running\u{2026}\(ends)" : "It printed nothing."
      grid.write(text, row: first, column: margin, width: width, style: Style(ink: .muted))
    }
    for (row, line) in run.lines.dropFirst(run.top).prefix(max(0, size.rows - first)).enumerated() {
      let spare = line.direction == .rightToLeft ? size.columns - width - margin : margin
      let start = max(0, spare) + line.indent(in: width)
      grid.put(line.cells, row: first + row, column: start, limit: width) { _ in .plain }
    }
    if hasKeys(in: state) { grid.cursor = Grid.Position(row: min(first, size.rows - 1), column: 0) }
    return grid
  }

  private func hasKeys(in state: State) -> Bool {
    if case .foot? = position(in: state) {
      state.arrangement.focus == .text && state.arrangement.isInFoot
    } else {
      true
    }
  }

  /// Draws the line between the article and what was printed.
  private func drawRule(over run: CommandRun, _ state: State, in grid: inout Grid) {
    let hasKeys = hasKeys(in: state)
    let style = Style(ink: hasKeys ? .accent : .muted, isBold: hasKeys)
    for column in 0..<grid.size.columns {
      grid[0, column] = GridCell(glyph: "\u{2500}", style: style)
    }
    let room = max(0, grid.size.columns - 4)
    grid.write(
      " \(title(in: state, width: room)) ", row: 0, column: 1, width: room, style: style)
  }

  func accepts(_ command: Command, in state: State) -> Bool {
    command != .lookUp || !state.settings.programs.dictionary.isEmpty
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard let run = state.commandRun else { return nil }
    let height = height(in: state)
    if let move = call.movement(height: height) {
      let row =
        if case .percent(let percent) = move {
          percent * run.lines.count / 100
        } else {
          move.row(from: run.top, of: run.lines.count)
        }
      state.commandRun?.top = min(row, max(0, run.lines.count - height))
      return []
    }
    let isUnderText = position(in: state) != .screen
    switch call.command {
    case .open where call.count == nil: return state.closeCommandRun()
    case .close, .clear: return state.closeCommandRun()
    case .copy:
      guard let text = run.output?.text.string else { return [] }
      state.notice = Notice(text: "Copied what was printed")
      return [.copy(text)]
    case .nextPane, .previousPane:
      if isUnderText { state.arrangement.isInFoot = false }
      return []
    default:
      if isUnderText { state.arrangement.isInFoot = false }
      return nil
    }
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard state.commandRun != nil else { return nil }
    switch call.command {
    case .clear: return state.closeCommandRun()
    case .related:
      // What covers the same story takes its room.
      let effects = state.closeCommandRun()
      return effects + state.run(call)
    default: return nil
    }
  }

  static func articleLeft(in state: inout State) -> [Effect] { state.closeCommandRun() }

  static func textSettingChanged(in state: inout State) -> [Effect] {
    guard let run = state.commandRun else { return [] }
    let setting = state.commandSetting(of: run)
    state.commandRun?.layOut(setting)
    return []
  }
}
