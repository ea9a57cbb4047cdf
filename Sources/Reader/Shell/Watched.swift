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

/// Asks which entities the lists of the library name; nothing on the screen waits for it.
struct FindWatched: Question {
  static var isLatestOnly: Bool { true }
  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> [EntityID: [String]]? {
    try desk.library.watchedEntities()
  }

  func take(_ answer: [EntityID: [String]], in state: inout State) -> [Effect] {
    state.watchedEntities = answer
    return []
  }
}

extension Grid {
  /// Writes the mark of a watched name before the name in a row.
  mutating func writeWatchMark(row: Int) {
    write("\u{25C6}", row: row, column: 1, width: 1, style: Style(ink: .accent, isBold: true))
  }
}
