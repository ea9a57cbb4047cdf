import Model

/// What the reader changed, as the changes that undo it.
struct UndoStack: Hashable, Sendable {
  /// How many changes can be undone.
  static let limit = 200

  /// How many changes were asked for and are not made yet.
  var changesUnderWay = 0
  /// Undoing and redoing that was asked for meanwhile, in order.
  var waiting: [Command] = []
  /// The inverses of what was done, the latest last.
  private var done: [UserChange] = []
  /// The inverses of what was undone, the latest last.
  private var undone: [UserChange] = []

  /// Notes a change by its inverse; what was undone before can't be done again then.
  mutating func note(_ inverse: UserChange, of cause: ChangeCause) {
    guard !inverse.isEmpty else { return }
    switch cause {
    case .command:
      undone = []
      done.append(inverse)
    case .undo: undone.append(inverse)
    case .redo: done.append(inverse)
    }
    if done.count > Self.limit { done.removeFirst() }
  }

  /// Takes the change that undoes the latest.
  mutating func takeLatest() -> UserChange? { done.popLast() }

  /// Takes the change that does again what was undone last.
  mutating func takeUndone() -> UserChange? { undone.popLast() }
}

/// Why something of the reader's was changed.
enum ChangeCause: Hashable, Sendable {
  /// A command wanted it.
  case command
  /// It takes a change back.
  case undo
  /// It makes a change that was taken back.
  case redo
}
