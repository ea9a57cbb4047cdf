import Model

/// Letters on every name on screen.
extension State {
  mutating func showHints() -> [Effect] {
    let targets = hintTargets
    guard !targets.isEmpty else {
      notice = Notice(text: "No names on screen")
      return []
    }
    mode = .hints(Hints(targets))
    return []
  }

  /// The names on screen: first those in the text from the top, then those of the panel.
  private var hintTargets: [Hints.Target] {
    guard let reading else { return [] }
    let shown = panes.widths(columns: size.columns).map(\.pane)
    var targets: [Hints.Target] = []
    if shown.contains(.article) {
      for row in reading.top..<min(reading.layout.rows.count, reading.top + textHeight) {
        guard let range = reading.layout.range(ofRow: row) else { continue }
        var index = reading.content.firstMention(from: range.lowerBound)
        while index < reading.content.mentions.count,
          reading.content.mentions[index].mention.range.lowerBound < range.upperBound
        {
          if targets.last != .mention(index) { targets.append(.mention(index)) }
          index += 1
        }
      }
    }
    if shown.contains(.names) {
      for line in nameLines.dropFirst(names.top).prefix(paneHeight) {
        if case .name(_, let row) = line { targets.append(.name(row)) }
      }
    }
    return targets
  }

  mutating func handle(_ key: Key, in hints: Hints) -> [Effect] {
    mode = .normal
    guard let letter = key.typed.map(Character.init) else { return [] }
    var hints = hints
    hints.typed.append(letter)
    let (target, isPrefix) = hints.lookUp(hints.typed)
    guard let target else {
      if isPrefix { mode = .hints(hints) }
      return []
    }
    let goesOn = letter.isUppercase
    switch target {
    case .mention(let index): return follow(mention: index, goesOn: goesOn)
    case .name(let row):
      names.selected = row
      guard goesOn, let reading else { return selectName(atRow: row) }
      return jump(to: panelNames[row].entity.id, after: reading.cursor)
    }
  }

  private mutating func follow(mention index: Int, goesOn: Bool) -> [Effect] {
    guard let reading else { return [] }
    let mention = reading.content.mentions[index]
    if goesOn { return jump(to: mention.entity, after: mention.mention.range.lowerBound) }
    leavePlace()
    selection = .entity(mention.entity)
    showInText(mention.mention.range.lowerBound)
    return focus(.article) + selectNameUnderCursor()
  }
}
