import Model

/// The mouse: it does what keys do in the pane under it.
extension State {
  /// How many rows a notch of the wheel scrolls.
  private static let notch = 3

  /// Takes what the mouse did.
  mutating func take(_ mouse: MouseEvent) -> [Effect] {
    guard mouse.row >= 1, mouse.row < size.rows - 1 else { return [] }
    // A line that is typed, or that waits for a letter, keeps the keys.
    if linePane != nil { return [] }
    switch mouse.action {
    case .wheelUp: return scroll(.scrollUp, at: mouse.column)
    case .wheelDown: return scroll(.scrollDown, at: mouse.column)
    case .drag:
      guard let heldBorder else { return [] }
      arrangement.moveBorder(after: heldBorder, to: mouse.column, columns: size.columns)
      return layOutAgain()
    case .press(let isDouble):
      notice = nil
      heldBorder = coveringPane == nil ? border(at: mouse.column) : nil
      var effects: [Effect] = []
      var first = mouse.column
      if coveringPane == nil {
        guard let (slot, column) = slot(at: mouse.column) else { return [] }
        first -= column
        if slot != arrangement.focus { effects += focus(slot) }
      }
      effects += isDouble ? [] : goTo(row: mouse.row)
      if coveringPane == nil, arrangement.focus == .text, !arrangement.isInFoot {
        return effects + click(row: mouse.row - 1, column: first, isDouble: isDouble)
      }
      return effects + (isDouble ? run(.open) : [])
    }
  }

  /// The slot that shows a column of the screen, with its first column; `nil` between two.
  private func slot(at column: Int) -> (slot: PaneSlot, first: Int)? {
    var first = 0
    for (slot, width) in arrangement.widths(columns: size.columns) {
      if (first..<first + width).contains(column) { return (slot, first) }
      first += width + 1
    }
    return nil
  }

  /// The slot on whose right a border stands in a column of the screen.
  private func border(at column: Int) -> PaneSlot? {
    guard slot(at: column) == nil else { return nil }
    return slot(at: column - 1)?.slot
  }

  /// Scrolls the pane under the mouse and leaves the keys where they are.
  private mutating func scroll(_ command: Command, at column: Int) -> [Effect] {
    let call = CommandCall(command, count: Self.notch)
    guard coveringPane == nil else {
      let effects = activePane?.run(call, in: &self)
      return effects ?? []
    }
    guard let (slot, _) = slot(at: column) else { return [] }
    let (focus, isInFoot) = (arrangement.focus, arrangement.isInFoot)
    if slot != focus { arrangement.focus = slot }
    defer {
      if slot != focus {
        arrangement.focus = focus
        arrangement.isInFoot = isInFoot
      }
    }
    let pane = activePane
    let effects = pane?.run(call, in: &self)
    return effects ?? []
  }

  /// Moves the cursor of the pane that has the keys to a row of the screen, as line by line.
  ///
  /// Only the pane knows how many rows its lines take, so it is asked by drawing what it would show.
  /// Complexity: O(log *n*) drawings for *n* rows.
  private mutating func goTo(row: Int) -> [Effect] {
    guard let start = Screen.grid(self).cursor?.row, start != row else { return [] }
    let isDown = row > start
    let command = isDown ? Command.lineDown : .lineUp
    func rowReached(by count: Int) -> Int {
      var probe = self
      guard let pane = probe.activePane,
        pane.run(CommandCall(command, count: count), in: &probe) != nil,
        let now = Screen.grid(probe).cursor?.row
      else { return start }
      return now
    }
    let most = abs(row - start)
    let furthest = rowReached(by: most)
    let goal = isDown ? min(row, furthest) : max(row, furthest)
    guard goal != start else { return [] }
    var count = (1..<most + 1).partitioningIndex {
      isDown ? rowReached(by: $0) >= goal : rowReached(by: $0) <= goal
    }
    // An entry may take several rows, of which its cursor is on the first.
    if isDown, rowReached(by: count) > row { count -= 1 }
    guard count > 0, let pane = activePane else { return [] }
    let effects = pane.run(CommandCall(command, count: count), in: &self)
    return effects ?? []
  }

  /// Puts the cursor on the letter under the mouse; on a name, selects it, or opens its next mention.
  private mutating func click(row: Int, column: Int, isDouble: Bool) -> [Effect] {
    guard let reading else { return [] }
    let columns = articleColumns
    let text = ArticleText(state: self, reading: reading)
    guard let position = text.position(row: row, column: column, columns: columns) else {
      return []
    }
    self.reading?.cursor = position
    guard reading.content.mentionIndex(at: position) != nil else { return [] }
    return run(isDouble ? .open : .selectName)
  }
}
