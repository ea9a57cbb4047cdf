import Model

/// Places that letters mark.
extension State {
  /// Takes the letter of a mark.
  mutating func handle(_ key: Key, for use: MarkUse) -> [Effect] {
    mode = .normal
    guard key.name != "Esc" else { return [] }
    if use == .go, key.name == "'" { return goToLastPlace() }
    guard let scalar = key.typed, scalar.properties.isAlphabetic else {
      notice = Notice(text: "A mark is a letter, not \(key.name)", tone: .alert)
      return []
    }
    let letter = String(scalar)
    guard use == .set else { return [.findMark(letter)] }
    guard let reading else { return [] }
    let mark = PlaceMark(article: reading.content.summary.id, position: reading.cursor)
    return [.change(.mark(letter, mark), .command)]
  }

  /// Goes to where the last jump started; before any, to where the reader left the last time.
  private mutating func goToLastPlace() -> [Effect] {
    guard let target = history.latest else { return [.findMark("'")] }
    leavePlace()
    return go(to: target)
  }

  /// Takes in where a mark is.
  mutating func go(to mark: PlaceMark?, letter: String) -> [Effect] {
    guard let mark else {
      notice = Notice(
        text: letter == "'" ? "This is where you started" : "Nothing is marked \(letter)")
      return []
    }
    leavePlace()
    panes.focus = .article
    notice = Notice(text: letter == "'" ? "Where you were the last time" : "Mark \(letter)")
    return open(mark.article, at: .hit(TextRange(mark.position, mark.position)))
      + layOutAnew()
  }
}
