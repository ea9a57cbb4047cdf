import Model

extension State {
  /// The entities that lists of the library name, as far as they are known.
  var watched: [EntityID: [String]] { watchedEntities ?? [:] }

  /// Asks which entities the lists name, unless that was asked before.
  mutating func findWatched(isRenewed: Bool = false) -> [Effect] {
    guard watchedEntities == nil || isRenewed else { return [] }
    watchedEntities = watched
    return [ask(FindWatched())]
  }
}

/// Asks which entities the lists of the library name, and which have notes; nothing on the screen waits for it.
struct FindWatched: Question {
  static var isLatestOnly: Bool { true }
  var isPatient: Bool { true }

  /// The entities found.
  struct Answer: Sendable {
    /// Those on lists, each with its lists.
    var watched: [EntityID: [String]]
    /// Those that have notes.
    var noted: Set<EntityID>
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    Answer(
      watched: try desk.library.watchedEntities(), noted: Set(try desk.library.notedEntities().keys)
    )
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    (state.watchedEntities, state.notedEntities) = (answer.watched, answer.noted)
    return []
  }
}

extension Grid {
  /// Writes the mark of a watched name before the name in a row.
  mutating func writeWatchMark(row: Int) {
    write("\u{25C6}", row: row, column: 1, width: 1, style: Style(ink: .accent, isBold: true))
  }

  /// Writes the sign of a note before a name in a row.
  mutating func writeNoteSign(row: Int, column: Int) {
    write(Note.sign, row: row, column: column, width: 1, style: Style(ink: .accent, isBold: true))
  }
}
