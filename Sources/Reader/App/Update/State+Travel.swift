import Model

/// Going back and forward.
extension State {
  /// Which way to go through the places that jumps left.
  enum Way {
    case back
    case forward
  }

  mutating func travel(_ way: Way) -> [Effect] {
    guard let location else { return [] }
    let target = way == .back ? history.back(from: location) : history.forward(from: location)
    guard let target else {
      notice = Notice(
        text: way == .back ? "This is where you started" : "Nothing further forward")
      return []
    }
    return go(to: target)
  }

  /// Restores a place exactly.
  mutating func go(to target: Location) -> [Effect] {
    panes.focus = target.focus
    panes.isPanelUnfolded = target.isPanelUnfolded
    let rows = restoreList(of: target)
    selection = target.selection
    var effects = open(target.article, at: .place(target.place))
    effects += goBeside(target.beside, of: target.article)
    page = target.page.map { EntityPageState(entity: $0.entity, at: $0) }
    if let page { effects.append(.openPage(page.entity, anchor: nil)) }
    names.selected = target.nameRow
    return rows + effects
  }
}
