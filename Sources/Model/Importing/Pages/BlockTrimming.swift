/// What is cut from an article's blocks once the place of its text is known.
enum BlockTrimming {
  /// The blocks without the title, lines of links, what follows the last paragraph, and what stands
  /// before and after the text that the page's data states.
  static func trimmed(
    _ blocks: [TextBlock], title: String?, stated: StatedBody?
  ) -> [TextBlock] {
    var kept = blocks.filter { !isLinkLine($0) && !isEmpty($0) }
    if let title {
      let folded = folded(title)
      if let index = kept.prefix(4).firstIndex(where: { Self.folded($0.text) == folded }) {
        kept.removeFirst(index + 1)
      }
    }
    if let stated { kept = Array(stated.extent(of: kept)) }
    while let last = kept.last, isTail(last) { kept.removeLast() }
    return kept
  }

  /// Whether a block is nearly nothing but links.
  private static func isLinkLine(_ block: TextBlock) -> Bool {
    let linked = block.links.reduce(0) { $0 + $1.range.count }
    guard linked > 0 else { return false }
    let length = block.text.unicodeScalars.count
    switch block.kind {
    case .heading: return linked * 10 >= length * 9
    case .item, .row: return linked * 10 >= length * 8
    default: return linked * 10 >= length * 9 && length < 300
    }
  }

  private static func isEmpty(_ block: TextBlock) -> Bool {
    !block.text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// Whether a block at the end of an article belongs to what comes after it: a heading, or a few
  /// words that are no sentence.
  private static func isTail(_ block: TextBlock) -> Bool {
    switch block.kind {
    case .heading: true
    case .paragraph:
      block.text.unicodeScalars.count < 40
        && !(block.text.unicodeScalars.last.map(sentenceEnds.contains) ?? false)
    default: false
    }
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = [
    ".", "!", "?", "؟", "…", "\"", "”", "»", "۔", "。", ")", ":",
  ]

  private static func folded(_ text: String) -> [HashedWord] {
    HashedWord.words(of: text)
  }
}
