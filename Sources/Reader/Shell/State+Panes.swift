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
    case .narrower: arrangement.widen(by: -2, columns: size.columns)
    default: arrangement.widen(by: 2, columns: size.columns)
    }
    return layOutAgain()
  }
}

extension PaneArrangement {
  /// Makes the focused slot wider, or narrower, on a screen of `columns`.
  fileprivate mutating func widen(by difference: Int, columns: Int) {
    switch focus {
    case .list: listExtra += difference
    case .text: listExtra -= difference
    case .names: panelExtra += difference
    }
    let bound = columns / 2
    listExtra = min(max(-bound, listExtra), bound)
    panelExtra = min(max(-bound, panelExtra), bound)
  }
}

extension Int {
  /// The sum with another number, at most the largest number there is.
  func clampedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
