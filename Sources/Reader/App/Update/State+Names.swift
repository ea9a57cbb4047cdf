import Model

/// Names: selecting them, jumping between their mentions, and the letters on them.
extension State {
  /// Enter: opens the list's article, or goes to the next mention of the name under the cursor.
  mutating func open() -> [Effect] {
    switch panes.focus {
    case .list:
      guard let reading else { return openSelectedRow() }
      if reading.row == nil {
        // The list hides what is shown; what its cursor is on is wanted.
        panes.focus = .article
        return openSelectedRow()
      }
      return focus(.article)
    case .article:
      guard let reading, let index = reading.mentionUnderCursor else {
        notice = Notice(text: "No name on this line; w goes to the next name")
        return []
      }
      let mention = reading.content.mentions[index]
      return jump(to: mention.entity, after: mention.mention.range.lowerBound)
    case .names:
      guard let reading, let name = selectedName else { return [] }
      return jump(to: name.entity.id, after: reading.cursor)
    }
  }

  /// The name under the panel's cursor.
  var selectedName: ArticleEntity? {
    let all = panelNames
    return all.indices.contains(names.selected) ? all[names.selected] : nil
  }

  /// Goes to the next mention of an entity after a position: in this article, else in the
  /// following ones.
  mutating func jump(to entity: EntityID, after position: Int) -> [Effect] {
    guard var reading else { return [] }
    let ranges = reading.content.ranges(of: entity)
    if let index = ranges.firstIndex(where: { $0.lowerBound > position }) {
      leavePlace()
      selection = .entity(entity)
      reading.show(ranges[index].lowerBound, height: textHeight)
      self.reading = reading
      selectNameRow()
      notice = Notice(text: "\(index + 1)/\(ranges.count) \(displayName(entity))")
      return []
    }
    return [.findNext(entity, after: reading.content.summary.id)]
  }

  /// Takes in which article is the next to mention an entity.
  mutating func followEntity(
    _ entity: EntityID, to next: ArticlePlace?, wrapped: Bool
  ) -> [Effect] {
    guard let reading else { return [] }
    let name = displayName(entity)
    guard let next else {
      guard let first = reading.content.ranges(of: entity).first else { return [] }
      leavePlace()
      selection = .entity(entity)
      showInText(first.lowerBound)
      selectNameRow()
      notice = Notice(text: "No other article names \(name): back at its first mention here")
      return []
    }
    leavePlace()
    selection = .entity(entity)
    notice = Notice(
      text: wrapped ? "\(name): on from the first article again" : "\(name): next article")
    return open(next.id, at: .mention(of: entity))
  }

  /// Puts the cursor on a position of the text and brings it on screen.
  mutating func showInText(_ position: Int) {
    let height = textHeight
    reading?.show(position, height: height)
  }

  /// Notes the present place for going back.
  mutating func leavePlace() {
    if let location { history.leave(location) }
  }

  /// The name of an entity of the article shown, in the reader's script.
  func displayName(_ entity: EntityID) -> String {
    let known = reading?.content.entity(entity) ?? beside?.content.entity(entity)
    return known?.displayName(preferring: nameScript) ?? ""
  }

  /// Selects the name in a row of the panel: its mentions light up, the text moves to the first.
  mutating func selectName(atRow row: Int) -> [Effect] {
    guard let reading else { return [] }
    let all = panelNames
    guard all.indices.contains(row) else { return [] }
    let entity = all[row].entity.id
    if !isWalkingThroughNames { leavePlace() }
    selection = .entity(entity)
    let ranges = reading.content.ranges(of: entity)
    if let first = ranges.first {
      showInText(first.lowerBound)
      notice = Notice(text: "1/\(ranges.count) \(displayName(entity))")
    } else {
      showBeside(entity, stop: 0)
    }
    return []
  }

  /// Whether the name under the panel's cursor was reached by walking through the panel, so that
  /// one step back leads to where the walk began.
  private var isWalkingThroughNames: Bool {
    guard panes.focus == .names, case .entity(let entity)? = selection, let reading else {
      return false
    }
    return reading.content.ranges(of: entity).first?.lowerBound == reading.cursor
  }

  /// Moves the cursor to the next or previous name in the text.
  mutating func moveToName(by step: Int) -> [Effect] {
    guard var reading, !reading.content.mentions.isEmpty else {
      notice = Notice(text: "No names in this article")
      return []
    }
    let mentions = reading.content.mentions
    let here = reading.content.mentionIndex(at: reading.cursor)
    let after = reading.content.firstMention(from: reading.cursor)
    let start = here ?? (step > 0 ? after - 1 : after)
    let target = min(max(0, start + step), mentions.count - 1)
    reading.show(mentions[target].mention.range.lowerBound, height: textHeight)
    self.reading = reading
    return panes.focus == .article ? [] : focus(.article)
  }

  mutating func selectNameUnderCursor() -> [Effect] {
    if panes.focus == .names { return selectName(atRow: names.selected) }
    guard let reading, let index = reading.mentionUnderCursor else {
      notice = Notice(text: "No name under the cursor; w goes to the next name")
      return []
    }
    return select(mention: index)
  }

  /// Puts the cursor on a mention and lights up all of its entity.
  private mutating func select(mention index: Int) -> [Effect] {
    guard let reading else { return [] }
    let mention = reading.content.mentions[index]
    selection = .entity(mention.entity)
    showInText(mention.mention.range.lowerBound)
    selectNameRow()
    let ranges = reading.content.ranges(of: mention.entity)
    let number = ranges.firstIndex(of: mention.mention.range) ?? 0
    notice = Notice(text: "\(number + 1)/\(ranges.count) \(displayName(mention.entity))")
    return []
  }

  /// n and N: the next hit of the search, or the next mention of the selected name.
  mutating func goOn(by step: Int) -> [Effect] {
    switch selection {
    case .search(var tour)?:
      let wrapped = tour.move(by: step)
      selection = .search(tour)
      notice = Notice(
        text: "\(tour.counter) \(tour.query.text)" + (wrapped ? ": from the other end" : ""))
      return open(tour.article, at: .hit(tour.range))
    case .entity(let entity)?:
      guard let reading else { return [] }
      let ranges = reading.content.ranges(of: entity)
      guard !ranges.isEmpty else {
        return [.findNext(entity, after: reading.content.summary.id)]
      }
      let before = ranges.partitioningIndex { $0.lowerBound >= reading.cursor }
      let isOn = before < ranges.count && ranges[before].lowerBound == reading.cursor
      let from = step > 0 && !isOn ? before - 1 : before
      let target = from + step
      let index = ((target % ranges.count) + ranges.count) % ranges.count
      showInText(ranges[index].lowerBound)
      notice = Notice(
        text: "\(index + 1)/\(ranges.count) \(displayName(entity))"
          + (index == target ? "" : ": from the other end"))
      return []
    case nil:
      return moveToName(by: step)
    }
  }
}
