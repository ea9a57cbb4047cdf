/// The parts of the screen in which panes stand side by side, from left to right.
enum PaneSlot: Int, CaseIterable, Sendable {
  case list
  case text
  case names
}

/// Which slots are on screen, and how wide.
struct PaneArrangement: Hashable, Sendable {
  /// From this many columns on, all three panes are shown.
  static let allPanesFrom = 100
  /// From this many columns on, list and article stand side by side.
  static let twoPanesFrom = 60
  /// The most columns that the list takes by itself.
  private static let widestList = 56
  /// The most columns that the names take by themselves.
  private static let widestPanel = 40

  /// The slot that has the keys.
  var focus = PaneSlot.list {
    didSet { isInFoot = false }
  }
  /// Whether the pane at the foot of that slot has the keys.
  var isInFoot = false
  /// Whether the names are shown where there is room for all panes.
  var isPanelWanted = true
  /// Whether the names are unfolded where there is not.
  var isPanelUnfolded = false
  /// Only the article is shown.
  var isZen = false
  /// The halves of the article's pane where two stand in it; the list makes room for them.
  var pair: ArticlePair?
  /// The width of the list that the reader set; `nil` leaves it to the screen.
  var listWidth: Int?
  /// The width of the names that the reader set; `nil` leaves it to the screen.
  var panelWidth: Int?
  /// The columns that the article can use; what is left over goes to the list.
  var measure: Int?
  /// How many columns the reader added to the list.
  var listExtra = 0
  /// How many columns the reader added to the names.
  var panelExtra = 0

  /// The width of each pane on screen, from left to right, for a screen of `columns`.
  ///
  /// Between two panes stands a separator of one column.
  func widths(columns: Int) -> [(slot: PaneSlot, columns: Int)] {
    // The pane that has the keys is always on screen.
    if columns < Self.twoPanesFrom { return [(focus == .list || !isZen ? focus : side, columns)] }
    if isZen, focus != .list { return [(side, columns)] }
    if pair != nil, focus != .list { return widthsOfPair(columns: columns) }
    if columns < Self.allPanesFrom {
      if focus == .names || (isPanelUnfolded && focus != .list) {
        let width = clamp((panelWidth ?? columns * 3 / 8) + panelExtra, in: columns)
        return [(.text, columns - width - 1), (.names, width)]
      }
      let width = clamp((listWidth ?? columns * 3 / 8) + listExtra, in: columns)
      return [(.list, width), (.text, columns - width - 1)]
    }
    let showsNames = isPanelWanted || focus == .names
    let names =
      showsNames
      ? clamp((panelWidth ?? min(columns / 4, Self.widestPanel)) + panelExtra, in: columns) : 0
    let rest = columns - names - (showsNames ? 2 : 1)
    let usual = min(columns / 4, 44)
    let spare = measure.map { max(0, rest - usual - $0) } ?? 0
    let own = listWidth ?? max(usual, min(Self.widestList, usual + spare))
    let list = clamp(own + listExtra, in: columns)
    return [(.list, list), (.text, rest - list)] + (showsNames ? [(.names, names)] : [])
  }

  /// Whether the article stands alone on a screen of `columns`.
  func showsOnePane(columns: Int) -> Bool {
    widths(columns: columns).count == 1 && !showsPair(columns: columns)
  }

  /// Whether both articles of a pair are on screen, where there is one.
  func showsPair(columns: Int) -> Bool {
    pair != nil && columns >= Self.twoPanesFrom && focus == .text
      || pair != nil && columns >= Self.allPanesFrom && focus == .names && !isZen
  }

  /// Two articles, and the names where there is room for them or they have the keys.
  private func widthsOfPair(columns: Int) -> [(slot: PaneSlot, columns: Int)] {
    let isWide = columns >= Self.allPanesFrom
    guard focus == .names || (isWide ? isPanelWanted : isPanelUnfolded) else {
      return [(.text, columns)]
    }
    let share = isWide ? min(columns / 4, Self.widestPanel) : columns * 3 / 8
    let names = clamp((panelWidth ?? share) + panelExtra, in: columns)
    return [(.text, columns - names - 1), (.names, names)]
  }

  /// The article, or the names where they have the keys.
  private var side: PaneSlot { focus == .names ? .names : .text }

  /// Keeps a side pane between 16 columns and two fifths of the screen.
  func clamp(_ width: Int, in columns: Int) -> Int {
    min(max(16, width), columns * 2 / 5)
  }
}

/// Two articles side by side in the room of one: the one that is read and another beside it.
struct ArticlePair: Hashable, Sendable {
  /// One half of the room.
  enum Side: Hashable, Sendable {
    case left
    case right

    /// The other half.
    var opposite: Side { self == .left ? .right : .left }
  }

  /// The half of the article beside the one that is read.
  var beside: Side

  /// The columns of either half in a room of `columns`; one between them separates the two.
  static func halves(of columns: Int) -> (left: Int, right: Int) {
    let left = max(1, columns / 2)
    return (left, max(1, columns - left - 1))
  }

  /// The columns of the article that is read, and of the one beside it.
  func widths(in columns: Int) -> (own: Int, beside: Int) {
    let (left, right) = Self.halves(of: columns)
    return beside == .left ? (right, left) : (left, right)
  }
}
