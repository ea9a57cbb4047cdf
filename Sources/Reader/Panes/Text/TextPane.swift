import Model

/// The article's text.
struct TextPane: Pane {
  var contexts: [KeyContext] { [.text, .all] }

  func position(in state: State) -> PanePosition? { .slot(.text) }

  func title(in state: State, width: Int) -> String {
    state.reading?.header(height: state.textHeight, width: width) ?? ""
  }

  func grid(in state: State, size: GridSize) -> Grid {
    guard let reading = state.reading else { return Grid(size: size) }
    return ArticleText(state: state, reading: reading).grid(size: size)
  }

  func entityUnderCursor(in state: State) -> EntityID? {
    guard let reading = state.reading, let index = reading.mentionUnderCursor else { return nil }
    return reading.content.mentions[index].entity
  }

  /// A key that looks words up does so only where there is a dictionary.
  func accepts(_ command: Command, in state: State) -> Bool {
    command != .lookUp || !state.settings.programs.dictionary.isEmpty
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let height = state.textHeight
    guard let move = call.movement(height: height) else {
      return call.command == .open ? jumpOn(in: &state) : nil
    }
    guard var reading = state.reading else { return [] }
    switch move {
    case .by(let rows): reading.moveCursor(by: rows, height: height)
    case .page(let rows): reading.page(by: rows, height: height)
    case .scroll(let rows): reading.scroll(by: rows, height: height)
    case .to(let row):
      reading.cursor = reading.layout.firstPosition
      reading.moveCursor(by: max(0, row), height: height)
    case .percent(let percent):
      let row = percent * max(0, reading.layout.rows.count - 1) / 100
      reading.cursor = reading.layout.position(ofRow: row)
      reading.follow(height: height)
    }
    state.reading = reading
    return []
  }

  /// Enter: goes to the next mention of the name under the cursor.
  private func jumpOn(in state: inout State) -> [Effect] {
    guard let reading = state.reading, let index = reading.mentionUnderCursor else {
      state.notice = Notice(
        text: "No name on this line\(state.hint(.nextName, " goes to the next name"))")
      return []
    }
    let mention = reading.content.mentions[index]
    return state.jump(to: mention.entity, after: mention.mention.range.lowerBound)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    let times = call.count ?? 1
    switch call.command {
    case .nextName: return moveToName(by: times, in: &state)
    case .previousName: return moveToName(by: -times, in: &state)
    case .nextWord: return moveToWord(by: times, in: &state)
    case .previousWord: return moveToWord(by: -times, in: &state)
    case .selectName: return selectNameUnderCursor(in: &state)
    case .next: return goOn(by: times, in: &state)
    case .previous: return goOn(by: -times, in: &state)
    case .copy, .browse, .edit, .pager, .lookUp, .translate:
      return handOut(call, in: &state)
    case .cite: return cite(paragraphs: call.count, in: &state)
    case .tashkeel, .digits: return set(call.command, in: &state)
    case .direction: return setDirection(call.words, in: &state)
    default: return nil
    }
  }
}

extension Reading {
  /// What stands over the text: the signs of star and note, the title once it has left the pane, and how far
  /// the reader is.
  func header(height: Int, width: Int) -> String {
    let count = layout.rows.count
    let share = count <= height ? "all" : "\(100 * min(top + height, count) / count)%"
    let signs = content.summary.marks
    let marks = signs.isEmpty ? "" : signs + " "
    let name = top > layout.firstTextRow ? content.summary.title.displayable : "Article"
    let room = max(8, width - marks.count - share.count - 2)
    let line = TextLayout.singleLine(ScalarText(name), width: room, direction: .leftToRight)
    let shown = ScalarText(name)[line.range]
    return "\(marks)\(shown)\(shown.count < name.count ? "\u{2026}" : "")  \(share)"
  }
}
