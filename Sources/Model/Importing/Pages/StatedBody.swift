/// The text that a page's data gives for its article: evidence of where the text stands on the page,
/// never the text itself, which is often cut, joined or without its headings there.
struct StatedBody {
  private let runs: Set<Run>

  /// Three words side by side, which are what is compared.
  private struct Run: Hashable {
    var first: HashedWord
    var second: HashedWord
    var third: HashedWord
  }

  /// The fewest words that are evidence, and the most that are read.
  private static let words = 60...50_000

  /// The evidence in a text; `nil` where it is too short to be any.
  init?(_ text: String) {
    let words = HashedWord.words(of: String(text.unicodeScalars.prefix(Self.words.upperBound * 8)))
    guard words.count >= Self.words.lowerBound else { return nil }
    runs = Set(Self.runs(of: words))
  }

  /// The blocks from the first to the last that the stated text holds; all of them where it holds
  /// too little of them to tell.
  func extent(of blocks: [TextBlock]) -> ArraySlice<TextBlock> {
    var all = 0
    var held = 0
    var extent: Range<Int>?
    for (index, block) in blocks.enumerated() {
      let runs = Self.runs(of: HashedWord.words(of: block.text))
      let found = runs.reduce(0) { $0 + (self.runs.contains($1) ? 1 : 0) }
      all += runs.count
      held += found
      if !runs.isEmpty, found * 2 >= runs.count {
        extent = (extent?.lowerBound ?? index)..<index + 1
      }
    }
    guard let extent, held * 10 >= all * 6 else { return blocks[...] }
    return blocks[extent]
  }

  private static func runs(of words: [HashedWord]) -> [Run] {
    zip(zip(words, words.dropFirst()), words.dropFirst(2)).map {
      Run(first: $0.0, second: $0.1, third: $1)
    }
  }
}
