import Model

/// Something on the screen with a state, keys and a grid of its own.
///
/// The panes of the arrangement stand side by side as long as the program runs; others lie over them
/// while they are open. A pane is a value: it reads and changes what panes share in ``State``, and
/// stores itself there. Panes do not know each other; a new one is a folder of its own and a line in
/// the list of panes.
protocol Pane: Sendable {
  /// Where its keys are looked up, the most specific first.
  var contexts: [KeyContext] { get }

  /// Where it stands, or `nil` while it is not on the screen.
  func position(in state: State) -> PanePosition?
  /// The text over it, for a pane of `width` columns.
  func title(in state: State, width: Int) -> String
  /// Draws it.
  func grid(in state: State, size: GridSize) -> Grid
  /// The line at the foot of the screen while it has the keys; `nil` where that shows notices.
  func foot(in state: State, columns: Int) -> Grid?

  /// The entity that the cursor is on, where it is on one.
  func entityUnderCursor(in state: State) -> EntityID?
  /// The article that it shows beside the one that is read, where it shows one.
  var otherReading: Reading? { get }

  /// Letters that it puts on names of an article, by their positions in the text.
  func labels(on reading: Reading, in state: State) -> [(position: Int, text: String)]
  /// The rows of names that it shows, for letters to be put on them.
  func namesOnScreen(in state: State) -> [Int]
  /// Takes the letter of the name in a row: selects it, or goes on to its next mention.
  func take(hint row: Int, goesOn: Bool, in state: inout State) -> [Effect]?
  /// The letters that it puts on a name of the panel, where it puts some.
  func label(onName row: Int) -> String?

  /// Whether a key that is bound in its own context means `command` now; where it does not, the key
  /// means what it does elsewhere.
  func accepts(_ command: Command, in state: State) -> Bool
  /// Carries out a command while it has the keys; `nil` leaves the command to others.
  func run(_ call: CommandCall, in state: inout State) -> [Effect]?
  /// Takes a key that is bound to nothing; `nil` where it has no use for it.
  func type(_ key: Key, in state: inout State) -> [Effect]?
  /// Takes pasted text.
  func paste(_ text: String, in state: inout State) -> [Effect]

  /// Carries out a command while another pane has the keys; opens the pane where that is what the
  /// command does.
  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]?
  /// Opens the page of an entity; `nil` where the pane is no such page.
  static func open(_ entity: EntityID, in state: inout State) -> [Effect]?
  /// Shows an article that the pane holds already; `nil` where it does not.
  static func bring(_ article: ArticleID, in state: inout State) -> [Effect]?
  /// Lets go of what belongs to the article shown before, as another takes its place.
  static func articleLeft(in state: inout State) -> [Effect]
  /// Takes note that an article is shown; `isOther` where it is not the one shown before.
  static func articleShown(isOther: Bool, in state: inout State) -> [Effect]
  /// Takes note that another article is shown, or that the cursor stands at another mention of the
  /// selected name.
  static func stopped(in state: inout State) -> [Effect]
  /// Takes note that an entity was selected that the article which is read does not name.
  static func selected(_ entity: EntityID, in state: inout State) -> [Effect]
  /// Takes note that text is to be set in another way or width.
  static func textSettingChanged(in state: inout State) -> [Effect]
  /// Takes an article's layout that was asked for.
  static func laidOut(
    _ layout: ArticleLayout, of article: ArticleID, in state: inout State
  ) -> [Effect]
  /// Takes note that the library was changed by this program or another.
  static func libraryChanged(in state: inout State) -> [Effect]
  /// Takes note that the screen or the arrangement of panes has changed.
  static func resized(in state: inout State) -> [Effect]
  /// What going back has to restore of the pane; `nil` where it has nothing to restore.
  static func bookmark(in state: State) -> Bookmark.Value?
  /// Restores what a bookmark says, or what holds without one.
  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect]
}

extension Pane {
  func foot(in state: State, columns: Int) -> Grid? { nil }
  func entityUnderCursor(in state: State) -> EntityID? { nil }
  var otherReading: Reading? { nil }
  func labels(on reading: Reading, in state: State) -> [(position: Int, text: String)] { [] }
  func namesOnScreen(in state: State) -> [Int] { [] }
  func take(hint row: Int, goesOn: Bool, in state: inout State) -> [Effect]? { nil }
  func label(onName row: Int) -> String? { nil }
  func accepts(_ command: Command, in state: State) -> Bool { true }
  func type(_ key: Key, in state: inout State) -> [Effect]? { nil }
  func paste(_ text: String, in state: inout State) -> [Effect] { [] }
  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? { nil }
  static func open(_ entity: EntityID, in state: inout State) -> [Effect]? { nil }
  static func bring(_ article: ArticleID, in state: inout State) -> [Effect]? { nil }
  static func articleLeft(in state: inout State) -> [Effect] { [] }
  static func articleShown(isOther: Bool, in state: inout State) -> [Effect] { [] }
  static func laidOut(
    _ layout: ArticleLayout, of article: ArticleID, in state: inout State
  ) -> [Effect] { [] }
  static func selected(_ entity: EntityID, in state: inout State) -> [Effect] { [] }
  static func stopped(in state: inout State) -> [Effect] { [] }
  static func textSettingChanged(in state: inout State) -> [Effect] { [] }
  static func libraryChanged(in state: inout State) -> [Effect] { [] }
  static func resized(in state: inout State) -> [Effect] { [] }
  static func bookmark(in state: State) -> Bookmark.Value? { nil }
  static func restore(_ bookmark: Bookmark.Value?, in state: inout State) -> [Effect] { [] }
}

/// Where a pane stands.
enum PanePosition: Hashable, Sendable {
  /// In a slot of the arrangement.
  case slot(PaneSlot)
  /// In the other half of a slot.
  case half(PaneSlot)
  /// In the lowest rows of a slot, unless two panes stand side by side in it.
  case foot(PaneSlot, rows: Int)
  /// Over all panes of the arrangement.
  case screen
  /// In the line at the foot of the screen.
  case line
}

/// What going back has to restore of one pane.
struct Bookmark: Hashable, Sendable {
  /// What a pane notes of itself.
  typealias Value = any Hashable & Sendable

  /// The type of the pane.
  let pane: ObjectIdentifier
  /// What it noted.
  let value: Value

  static func == (left: Bookmark, right: Bookmark) -> Bool {
    left.pane == right.pane && AnyHashable(left.value) == AnyHashable(right.value)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pane)
    hasher.combine(AnyHashable(value))
  }
}

// MARK: - The panes of a state

extension State {
  /// The pane of a type, where there is one.
  subscript<P: Pane>(_: P.Type) -> P? {
    get {
      for pane in panes { if let pane = pane as? P { return pane } }
      return nil
    }
    set {
      let index = panes.firstIndex { $0 is P }
      switch (index, newValue) {
      case (let index?, let pane?): panes[index] = pane
      case (let index?, nil): panes.remove(at: index)
      case (nil, let pane?): panes.append(pane)
      case (nil, nil): return
      }
    }
  }

  /// Opens a pane over those that are there.
  mutating func push<P: Pane>(_ pane: P) {
    self[P.self] = nil
    panes.append(pane)
  }

  /// Closes all panes that lie over the arrangement.
  mutating func closeOverlays() {
    commandRun = nil
    let state = self
    panes.removeAll { $0.isOverlay(in: state) }
  }

  /// The pane that has the keys: the last one opened over the arrangement, else the focused one.
  var activePane: (any Pane)? {
    if let overlay = panes.last(where: { $0.isOverlay(in: self) }) { return overlay }
    if arrangement.isInFoot, let foot = foot(of: arrangement.focus) { return foot.pane }
    return panes.first { $0.position(in: self) == .slot(arrangement.focus) }
  }

  /// The pane that covers the arrangement, where one does.
  var coveringPane: (any Pane)? {
    panes.last { $0.position(in: self) == .screen }
  }

  /// The pane in whose line at the foot of the screen something is typed, where there is one.
  var linePane: (any Pane)? {
    panes.last { $0.position(in: self) == .line }
  }

  /// The pane at the foot of a slot, with the rows that it takes.
  func foot(of slot: PaneSlot) -> (pane: any Pane, rows: Int)? {
    var foot: (pane: any Pane, rows: Int)?
    for pane in panes {
      switch pane.position(in: self) {
      case .half(slot)?: return nil
      case .foot(slot, let rows)?: foot = (pane, rows)
      default: continue
      }
    }
    return foot
  }

  /// The rows of a slot that the pane at its foot takes.
  func footRows(of slot: PaneSlot) -> Int { foot(of: slot)?.rows ?? 0 }
}

extension Pane {
  /// Whether it lies over the arrangement.
  fileprivate func isOverlay(in state: State) -> Bool {
    switch position(in: state) {
    case .screen?, .line?: true
    default: false
    }
  }

  /// Whether a line is typed into it, so that keys reach no other pane.
  var isModal: Bool { !contexts.contains(.all) }
}
