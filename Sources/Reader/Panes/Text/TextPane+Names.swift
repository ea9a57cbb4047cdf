import Model

/// Going through the names and hits of the text.
extension TextPane {
  /// Moves the cursor to the next or previous name in the text.
  static func moveToName(by step: Int, in state: inout State) -> [Effect] {
    guard var reading = state.reading, !reading.content.mentions.isEmpty else {
      state.notice = Notice(text: "No names in this article")
      return []
    }
    let mentions = reading.content.mentions
    let here = reading.content.mentionIndex(at: reading.cursor)
    let after = reading.content.firstMention(from: reading.cursor)
    let start = here ?? (step > 0 ? after - 1 : after)
    let target = min(max(0, start + step), mentions.count - 1)
    reading.show(mentions[target].mention.range.lowerBound, height: state.textHeight)
    state.reading = reading
    return state.arrangement.focus == .text ? [] : state.focus(.text)
  }

  /// Selects the name under the cursor: all its mentions light up.
  static func selectNameUnderCursor(in state: inout State) -> [Effect] {
    guard let reading = state.reading, let index = reading.mentionUnderCursor else {
      state.sayThatNoNameIsThere()
      return []
    }
    let mention = reading.content.mentions[index]
    state.select(mention.entity, at: mention.mention.range.lowerBound)
    let ranges = reading.content.ranges(of: mention.entity)
    let number = ranges.firstIndex(of: mention.mention.range) ?? 0
    let name = state.displayName(mention.entity)
    state.notice = Notice(text: "\(number + 1)/\(ranges.count) \(name)")
    return []
  }

  /// Goes to the next hit of the search, or the next mention of the selected name.
  static func goOn(by step: Int, in state: inout State) -> [Effect] {
    switch state.selection {
    case .search(var tour)?:
      let wrapped = tour.move(by: step)
      state.selection = .search(tour)
      state.notice = Notice(
        text: "\(tour.counter) \(tour.query.text)" + (wrapped ? ": from the other end" : ""))
      return state.open(tour.article, at: .hit(tour.range))
    case .entity(let entity)?:
      guard let reading = state.reading else { return [] }
      let ranges = reading.content.ranges(of: entity)
      guard !ranges.isEmpty else {
        return [.asking(FindNext(entity: entity, article: reading.content.summary.id))]
      }
      let before = ranges.partitioningIndex { $0.lowerBound >= reading.cursor }
      let isOn = before < ranges.count && ranges[before].lowerBound == reading.cursor
      let from = step > 0 && !isOn ? before - 1 : before
      let target = from + step
      let index = ((target % ranges.count) + ranges.count) % ranges.count
      state.showInText(ranges[index].lowerBound)
      state.notice = Notice(
        text: "\(index + 1)/\(ranges.count) \(state.displayName(entity))"
          + (index == target ? "" : ": from the other end"))
      return []
    case nil: return moveToName(by: step, in: &state)
    }
  }
}

extension State {
  /// Says that the cursor is on no name, and how to get to one.
  mutating func sayThatNoNameIsThere() {
    let hint = hint(.nextName, " goes to the next name", in: [.text, .all])
    notice = Notice(text: "No name under the cursor\(hint)")
  }
}
