import Model

/// Waits for the letter of a mark.
struct MarkPane: FootPane {
  /// What a mark's letter is typed for.
  enum Use: Sendable {
    /// To mark the place.
    case set
    /// To go to the place.
    case go
  }

  /// What the letter is typed for.
  let use: Use

  /// The letter of the place where the reader was last.
  private static let lastPlace = "'"
  /// The letter of the place where the reader left the last time.
  private static let lastVisit = "\""

  var contexts: [KeyContext] { [.letter] }

  func foot(in state: State, columns: Int) -> Grid? {
    let what =
      use == .set ? "marks the place" : "goes to its mark, \(Self.lastPlace) to the last place"
    return .remark("a letter \(what)", columns: columns)
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    state[MarkPane.self] = nil
    return []
  }

  func type(_ key: Key, in state: inout State) -> [Effect]? {
    state[MarkPane.self] = nil
    let typed = key.typed.map(String.init)
    if use == .go, typed == Self.lastPlace { return goToLastPlace(in: &state) }
    if use == .go, typed == Self.lastVisit { return [.asking(FindMark(letter: nil))] }
    guard let scalar = key.typed, scalar.properties.isAlphabetic else {
      state.notice = Notice(text: "A mark is a letter, not \(key.name)", tone: .alert)
      return []
    }
    let letter = String(scalar)
    guard use == .set else { return [.asking(FindMark(letter: letter))] }
    guard let reading = state.reading else { return [] }
    let mark = PlaceMark(article: reading.content.summary.id, position: reading.cursor)
    return [.change(.mark(letter, mark), .command)]
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    switch call.command {
    case .setMark:
      guard state.reading != nil else {
        state.notice = Notice(text: "No article is open")
        return []
      }
      state.push(MarkPane(use: .set))
      return []
    case .goToMark:
      state.push(MarkPane(use: .go))
      return []
    default: return nil
    }
  }

  /// Goes to where the last jump started; before any, to where the reader left the last time.
  private func goToLastPlace(in state: inout State) -> [Effect] {
    guard let target = state.history.latest else {
      return [.asking(FindMark(letter: nil))]
    }
    state.leavePlace()
    return state.go(to: target)
  }
}

/// Finds the place that a letter marks.
private struct FindMark: Question {
  /// The letter; `nil` is the place where the reader was the last time.
  var letter: String?

  /// What was found.
  struct Answer: Sendable {
    /// The place; `nil` where nothing is marked.
    var mark: PlaceMark?
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    Answer(mark: try letter.map { try desk.library.mark($0) } ?? desk.library.lastPlace())
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard let mark = answer.mark else {
      state.notice = Notice(
        text: letter.map { "Nothing is marked \($0)" } ?? "This is where you started")
      return []
    }
    state.notice = Notice(text: letter.map { "Mark \($0)" } ?? "Where you were the last time")
    return state.jump(into: mark.article, at: .hit(TextRange(mark.position, mark.position)))
      + state.layOutAgain()
  }
}
