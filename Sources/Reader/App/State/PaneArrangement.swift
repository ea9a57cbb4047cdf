/// Which panes are on screen, and how wide.
struct PaneArrangement: Hashable, Sendable {
  /// From this many columns on, all three panes are shown.
  static let allPanesFrom = 100
  /// From this many columns on, list and article stand side by side.
  static let twoPanesFrom = 60

  /// The pane that has the keys.
  var focus = Pane.list
  /// Whether the names are shown where there is room for all panes.
  var isPanelWanted = true
  /// Whether the names are unfolded where there is not.
  var isPanelUnfolded = false
  /// Only the article is shown.
  var isZen = false
  /// The halves of the article's pane where two stand in it; the list makes room for them.
  var pair: ArticlePair?
  /// How many columns the reader added to the list.
  var listExtra = 0
  /// How many columns the reader added to the names.
  var panelExtra = 0

  /// The width of each pane on screen, from left to right, for a screen of `columns`.
  ///
  /// Between two panes stands a separator of one column.
  func widths(columns: Int) -> [(pane: Pane, columns: Int)] {
    // The pane that has the keys is always on screen.
    if columns < Self.twoPanesFrom { return [(focus == .list || !isZen ? focus : side, columns)] }
    if isZen, focus != .list { return [(side, columns)] }
    if pair != nil, focus != .list { return widthsOfPair(columns: columns) }
    if columns < Self.allPanesFrom {
      let width = clamp((columns * 3) / 8 + listExtra, in: columns)
      if focus == .names || (isPanelUnfolded && focus != .list) {
        return [(.article, columns - width - 1), (.names, width)]
      }
      return [(.list, width), (.article, columns - width - 1)]
    }
    let list = clamp(min(columns / 4, 44) + listExtra, in: columns)
    guard isPanelWanted || focus == .names else {
      return [(.list, list), (.article, columns - list - 1)]
    }
    let names = clamp(min(columns / 4, 42) + panelExtra, in: columns)
    return [(.list, list), (.article, columns - list - names - 2), (.names, names)]
  }

  /// Whether both articles of a pair are on screen, where there is one.
  func showsPair(columns: Int) -> Bool {
    pair != nil && columns >= Self.twoPanesFrom && focus == .article
      || pair != nil && columns >= Self.allPanesFrom && focus == .names && !isZen
  }

  /// Two articles, and the names where there is room for them or they have the keys.
  private func widthsOfPair(columns: Int) -> [(pane: Pane, columns: Int)] {
    let isWide = columns >= Self.allPanesFrom
    guard focus == .names || (isWide ? isPanelWanted : isPanelUnfolded) else {
      return [(.article, columns)]
    }
    let share = isWide ? min(columns / 4, 42) : columns * 3 / 8
    let names = clamp(share + panelExtra, in: columns)
    return [(.article, columns - names - 1), (.names, names)]
  }

  /// The article, or the names where they have the keys.
  private var side: Pane { focus == .names ? .names : .article }

  /// Keeps a side pane between 16 columns and two fifths of the screen.
  private func clamp(_ width: Int, in columns: Int) -> Int {
    min(max(16, width), columns * 2 / 5)
  }
}
