import Model

/// The words of the article, on each of which the cursor can stand.
extension TextPane {
  /// Moves the cursor to the next words, or to the ones before.
  static func moveToWord(by times: Int, in state: inout State) -> [Effect] {
    guard var reading = state.reading else { return [] }
    let text = reading.content.article.text
    let last = reading.layout.lastPosition
    var position = reading.cursor
    for _ in 0..<min(times.magnitude, UInt(text.count)) {
      let next = times > 0 ? text.wordStart(after: position) : text.wordStart(before: position)
      guard let next, next >= reading.layout.firstPosition, next <= last else { break }
      position = next
    }
    reading.cursor = position
    reading.follow(height: state.textHeight)
    state.reading = reading
    return []
  }

  /// The name under the cursor, else the word; where it stands on none, the next word on its row.
  static func wordUnderCursor(of reading: Reading) -> String? {
    let text = reading.content.article.text
    if let index = reading.content.mentionIndex(at: reading.cursor) {
      return text[reading.content.mentions[index].mention.range]
    }
    let end = reading.layout.range(ofRow: reading.cursorRow)?.upperBound ?? text.count
    let position = (reading.cursor..<max(reading.cursor, end)).first { text.hasLetter(at: $0) }
    guard let position else { return nil }
    var (first, last) = (position, position)
    while text.hasLetter(at: first - 1) { first -= 1 }
    while text.hasLetter(at: last + 1) { last += 1 }
    return text[TextRange(first, last + 1)]
  }
}

extension ScalarText {
  /// Whether a letter stands at a position, or a mark on one.
  fileprivate func hasLetter(at position: Int) -> Bool {
    guard scalars.indices.contains(position) else { return false }
    let properties = scalars[position].properties
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// The start of the first word after a position.
  fileprivate func wordStart(after position: Int) -> Int? {
    (max(0, position + 1)..<max(position + 1, count)).first {
      hasLetter(at: $0) && !hasLetter(at: $0 - 1)
    }
  }

  /// The start of the last word before a position.
  fileprivate func wordStart(before position: Int) -> Int? {
    (0..<min(max(0, position), count)).last { hasLetter(at: $0) && !hasLetter(at: $0 - 1) }
  }
}
