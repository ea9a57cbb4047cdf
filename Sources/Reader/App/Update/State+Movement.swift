import Model

/// Movement within a pane, and from pane to pane.
extension State {
  /// Moves the cursor of the focused pane by rows.
  mutating func move(by distance: Int) -> [Effect] {
    switch panes.focus {
    case .list: return moveInList(to: list.selected.clampedSum(distance))
    case .article:
      let height = textHeight
      reading?.moveCursor(by: distance, height: height)
      return []
    case .names: return moveInNames(to: names.selected.clampedSum(distance))
    }
  }

  /// Moves the cursor of the focused pane to a row; a number past the end is the last row.
  mutating func moveTo(row: Int) -> [Effect] {
    switch panes.focus {
    case .list: return moveInList(to: row)
    case .article:
      guard var reading else { return [] }
      reading.cursor = reading.layout.firstPosition
      reading.moveCursor(by: max(0, row), height: textHeight)
      self.reading = reading
      return []
    case .names: return moveInNames(to: row)
    }
  }

  mutating func move(toPercent percent: Int) -> [Effect] {
    let share = Double(min(max(0, percent), 100)) / 100
    switch panes.focus {
    case .list: return moveInList(to: Int(share * Double(max(0, list.count - 1))))
    case .article:
      guard var reading else { return [] }
      let row = Int(share * Double(max(0, reading.layout.rows.count - 1)))
      reading.cursor = reading.layout.position(ofRow: row)
      reading.follow(height: textHeight)
      self.reading = reading
      return []
    case .names: return moveInNames(to: Int(share * Double(max(0, nameCount - 1))))
    }
  }

  /// Scrolls the focused pane; its cursor moves only where it would leave the screen.
  mutating func scroll(by distance: Int) -> [Effect] {
    switch panes.focus {
    case .list:
      list.top = min(
        max(0, list.top.clampedSum(distance)), max(0, list.count - listHeight))
      let kept = min(max(list.selected, list.top), list.top + listHeight - 1)
      return kept == list.selected ? fetchMissingRows() : moveInList(to: kept)
    case .article:
      let height = textHeight
      reading?.scroll(by: distance, height: height)
      return []
    case .names: return moveInNames(to: names.selected.clampedSum(distance))
    }
  }

  /// Moves the focused pane by pages.
  mutating func page(by pages: Double) -> [Effect] {
    func rows(_ height: Int) -> Int {
      let distance = pages * Double(max(1, height - (pages.magnitude < 1 ? 0 : 1)))
      return Int(distance.rounded(.awayFromZero))
    }
    switch panes.focus {
    case .list: return moveInList(to: list.selected.clampedSum(rows(listHeight)))
    case .article:
      let height = textHeight
      reading?.page(by: rows(height), height: height)
      return []
    case .names: return moveInNames(to: names.selected.clampedSum(rows(paneHeight)))
    }
  }

  /// Moves the list's cursor and shows the article it comes to.
  mutating func moveInList(to row: Int) -> [Effect] {
    let before = list.selected
    list.select(row)
    list.follow(height: listHeight)
    let shown = reading?.row == list.selected
    return fetchMissingRows() + (before == list.selected && shown ? [] : openSelectedRow())
  }

  private var nameCount: Int { panelNames.count }

  /// Moves the panel's cursor and lights up the name it comes to.
  private mutating func moveInNames(to row: Int) -> [Effect] {
    guard reading != nil, nameCount > 0 else { return [] }
    names.selected = min(max(0, row), nameCount - 1)
    names.follow(nameLines, height: paneHeight)
    return selectName(atRow: names.selected)
  }

  mutating func focusPane(after step: Int) -> [Effect] {
    if let effects = focusBeside(step) { return effects }
    let panes = Pane.allCases
    let next = (self.panes.focus.rawValue + step + panes.count) % panes.count
    return focus(panes[next])
  }

  mutating func focusSide(_ step: Int) -> [Effect] {
    if let effects = focusBeside(step) { return effects }
    guard let pane = Pane(rawValue: panes.focus.rawValue + step) else { return [] }
    return focus(pane)
  }

  /// Gives the keys to a pane, bringing it on screen where it is folded away.
  mutating func focus(_ pane: Pane) -> [Effect] {
    panes.focus = pane
    if pane == .list { panes.isZen = false }
    if size.columns < PaneArrangement.allPanesFrom {
      panes.isPanelUnfolded = pane == .names || (pane == .article && panes.isPanelUnfolded)
    } else if pane == .names {
      panes.isPanelWanted = true
    }
    return (pane == .article ? markRead() : []) + layOutAnew()
  }

  /// Shows, hides, widens or narrows panes.
  mutating func arrange(_ command: Command) -> [Effect] {
    let isWide = size.columns >= PaneArrangement.allPanesFrom
    switch command {
    case .togglePanel:
      if size.columns < PaneArrangement.twoPanesFrom {
        return focus(panes.focus == .names ? .article : .names)
      }
      if isWide {
        panes.isPanelWanted.toggle()
      } else {
        panes.isPanelUnfolded.toggle()
        if panes.isPanelUnfolded, panes.focus == .list { panes.focus = .names }
      }
      let isShown = isWide ? panes.isPanelWanted : panes.isPanelUnfolded
      if !isShown, panes.focus == .names { panes.focus = .article }
    case .zen:
      panes.isZen.toggle()
      if panes.isZen { panes.focus = .article }
    case .narrower: widen(by: -2)
    default: widen(by: 2)
    }
    return layOutAnew()
  }

  private mutating func widen(by columns: Int) {
    switch panes.focus {
    case .list: panes.listExtra += columns
    case .article: panes.listExtra -= columns
    case .names: panes.panelExtra += columns
    }
    let bound = size.columns / 2
    panes.listExtra = min(max(-bound, panes.listExtra), bound)
    panes.panelExtra = min(max(-bound, panes.panelExtra), bound)
  }
}

extension Int {
  /// The sum with another number, at most the largest number there is.
  fileprivate func clampedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
