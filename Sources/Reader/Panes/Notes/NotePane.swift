import Model

/// The line in which a note is written.
struct NotePane: LinePane, FootPane {
  /// What the note is on.
  let target: NoteTarget
  /// What is typed.
  var input = InputLine()
  /// What the article or name is called.
  private var title: String
  /// Whether the line has what was noted before; keys may come sooner.
  private var isLoaded = false
  /// Whether the line was accepted before that.
  private var isAccepted = false

  /// What stands for a line end while a note of several lines is one.
  private static let lineEnd = "\u{21B5}"

  /// A line for a note on something of which a title is known.
  private init(on target: NoteTarget, title: String) {
    (self.target, self.title) = (target, title)
  }

  var contexts: [KeyContext] { [.line] }

  func foot(in state: State, columns: Int) -> Grid? { .line(Note.sign, input, columns: columns) }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: GridSize(rows: min(1, size.rows), columns: size.columns))
    guard size.rows > 0 else { return grid }
    let keys = state.hints(
      [(.accept, "keeps it, an empty one is removed"), (.cancel, "leaves it as it was")],
      in: contexts)
    var remark = keys.joined(separator: ", ")
    if case .paths = state.opening { remark += "; gone with the program, as files are not kept" }
    let start = "A note on "
    grid.write(start, row: 0, column: 1, width: size.columns - 2, style: Style(ink: .muted))
    let room = size.columns - start.count - 2
    let taken = grid.write(
      title.displayable, row: 0, column: 1 + start.count, width: max(0, min(room, 40)),
      style: Style(ink: .accent), direction: nil, options: state.layoutOptions)
    grid.write(
      remark, row: 0, column: start.count + taken + 4, width: max(0, room - taken - 3),
      style: Style(ink: .muted))
    return grid
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .cancel: return cancel(in: &state)
    case .accept: return accept(in: &state)
    default: return edit(call.command, in: &state)
    }
  }

  func paste(_ text: String, in state: inout State) -> [Effect] {
    state[NotePane.self]?.input.insert(Self.line(text))
    return []
  }

  func edited(in state: inout State) -> [Effect] { [] }

  func cancel(in state: inout State) -> [Effect] {
    state[NotePane.self] = nil
    return []
  }

  private func accept(in state: inout State) -> [Effect] {
    guard isLoaded else {
      state[NotePane.self]?.isAccepted = true
      return []
    }
    state[NotePane.self] = nil
    return [
      .asking(WriteNote(target: target, text: input.text.replacing(Self.lineEnd, with: "\n")))
    ]
  }

  /// Takes in what was noted before: what was typed meanwhile goes on behind it.
  fileprivate mutating func take(_ answer: FindNote.Answer) {
    title = answer.title
    input = InputLine(Self.line(answer.text) + input.text)
    isLoaded = true
  }

  /// A text of several lines as one.
  private static func line(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\n", with: lineEnd)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .note || call.command == .noteEdit else { return nil }
    let target: NoteTarget
    if state.coveringPane != nil || state.arrangement.focus == .names {
      guard let entity = state.activePane?.entityUnderCursor(in: state) else {
        if state.coveringPane != nil { return state.sayThatArticlesAreCovered(call) }
        state.sayThatNoNameIsThere()
        return []
      }
      target = .entity(entity)
    } else {
      guard let article = state.meantArticle else { return [] }
      target = .article(article.id)
    }
    if let words = call.words { return [.asking(WriteNote(target: target, text: words))] }
    let isInEditor = call.command == .noteEdit
    if !isInEditor { state.push(NotePane(on: target, title: "")) }
    return [.asking(FindNote(target: target, isForEditor: isInEditor, script: state.nameScript))]
  }

  /// Goes on where the line was accepted before it had what was noted.
  fileprivate static func acceptLate(in state: inout State) -> [Effect] {
    guard let pane = state[NotePane.self], pane.isAccepted else { return [] }
    return pane.accept(in: &state)
  }
}

/// Finds what is noted of an article or entity, for the line or the editor.
private struct FindNote: Question {
  /// What the note is on.
  var target: NoteTarget
  /// Whether it is to be written in the editor.
  var isForEditor: Bool
  /// The script of names.
  var script: Script

  /// What was found.
  struct Answer: Sendable {
    /// What the article or entity is called.
    var title: String
    /// What is noted of it.
    var text: String
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    let title: String?
    switch target {
    case .article(let id): title = try desk.library.summaries(of: [id]).first?.title
    case .entity(let id):
      title = try desk.library.entity(id)?.displayName(preferring: script)
    }
    return Answer(title: title ?? "", text: try target.draft(in: desk.library).text)
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    if isForEditor {
      let program = state.settings.programs.editor
      return [.write(NoteToEdit(target: target, text: answer.text, program: program))]
    }
    guard state[NotePane.self]?.target == target else { return [] }
    state[NotePane.self]?.take(answer)
    return NotePane.acceptLate(in: &state)
  }
}
