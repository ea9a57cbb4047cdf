import Model

/// Focus and arrangement of the panes.
extension State {
  /// Gives the keys to the next slot, or to the one before, in a circle.
  mutating func focusSlot(after step: Int) -> [Effect] {
    let slots = PaneSlot.allCases
    return focus(slots[(arrangement.focus.rawValue + step + slots.count) % slots.count])
  }

  /// Gives the keys to the slot on the left or right.
  mutating func focusSide(_ step: Int) -> [Effect] {
    PaneSlot(rawValue: arrangement.focus.rawValue + step).map { focus($0) } ?? []
  }

  /// Gives the keys to a slot, bringing it on screen where it is folded away.
  mutating func focus(_ slot: PaneSlot) -> [Effect] {
    arrangement.focus = slot
    if slot == .list { arrangement.isZen = false }
    if size.columns < PaneArrangement.allPanesFrom {
      arrangement.isPanelUnfolded =
        slot == .names || (slot == .text && arrangement.isPanelUnfolded)
    } else if slot == .names {
      arrangement.isPanelWanted = true
    }
    return (slot == .text ? markRead() : []) + layOutAgain()
  }

  /// Shows, hides, widens or narrows panes.
  mutating func arrange(_ command: Command) -> [Effect] {
    let isWide = size.columns >= PaneArrangement.allPanesFrom
    switch command {
    case .togglePanel:
      if size.columns < PaneArrangement.twoPanesFrom {
        return focus(arrangement.focus == .names ? .text : .names)
      }
      if isWide {
        arrangement.isPanelWanted.toggle()
      } else {
        arrangement.isPanelUnfolded.toggle()
        if arrangement.isPanelUnfolded, arrangement.focus == .list { arrangement.focus = .names }
      }
      let isShown = isWide ? arrangement.isPanelWanted : arrangement.isPanelUnfolded
      if !isShown, arrangement.focus == .names { arrangement.focus = .text }
    case .zen:
      arrangement.isZen.toggle()
      if arrangement.isZen { arrangement.focus = .text }
    case .narrower: arrangement.widen(arrangement.focus, by: -2, columns: size.columns)
    default: arrangement.widen(arrangement.focus, by: 2, columns: size.columns)
    }
    return layOutAgain()
  }
}

extension PaneArrangement {
  /// Makes a slot wider, or narrower, on a screen of `columns`, as far as panes may be; the text takes
  /// from the pane beside it.
  mutating func widen(_ slot: PaneSlot, by difference: Int, columns: Int) {
    let shown = widths(columns: columns)
    func change(of slot: PaneSlot, by difference: Int) -> Int {
      let width = shown.first { $0.slot == slot }?.columns
      return width.map { clamp($0 + difference, in: columns) - $0 } ?? 0
    }
    switch slot {
    case .list: listExtra += change(of: .list, by: difference)
    case .names: panelExtra += change(of: .names, by: difference)
    case .text where shown.contains { $0.slot == .list }:
      listExtra += change(of: .list, by: -difference)
    case .text: panelExtra += change(of: .names, by: -difference)
    }
  }

  /// Moves the border on the right of a slot to a column of the screen.
  mutating func moveBorder(after slot: PaneSlot, to column: Int, columns: Int) {
    let shown = widths(columns: columns)
    guard let index = shown.firstIndex(where: { $0.slot == slot }), index + 1 < shown.count else {
      return
    }
    let border = shown[...index].reduce(index) { $0 + $1.columns }
    if slot == .list {
      widen(.list, by: column - border, columns: columns)
    } else {
      widen(.names, by: border - column, columns: columns)
    }
  }
}

extension Int {
  /// The sum with another number, at most the largest number there is.
  func clampedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
