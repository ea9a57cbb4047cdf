/// What is kept of an item's text to see later whether it changed.
public struct ItemDigest: Hashable, Sendable, Codable {
  /// The hash of the title's words.
  public var title: UInt64
  /// The hash of the text's words, by which articles of different sources are one too.
  public var text: UInt64
  /// How many words the text has.
  public var length: Int
  /// How much of the article the text is.
  public var extent: FeedItem.Extent

  /// Sums up an item.
  ///
  /// Complexity: O(*n*).
  public init(_ item: FeedItem) {
    self.init(title: item.text.title, blocks: item.text.blocks, extent: item.extent)
  }

  /// Sums up a title and a text.
  public init(title: String?, blocks: [TextBlock], extent: FeedItem.Extent) {
    var hash = StableHash()
    length = 0
    for block in blocks {
      for word in Self.words(of: block.text) {
        hash.feed(word)
        length += 1
      }
    }
    text = hash.value
    self.title = StableHash.of(Self.words(of: title ?? "").joined(separator: " "))
    self.extent = extent
  }

  /// The words of a text as they are after cleaning.
  static func words(of text: String) -> [String] {
    CleanText(cleaning: Array(text.unicodeScalars)).scalars
      .split(whereSeparator: \.properties.isWhitespace)
      .map { String(String.UnicodeScalarView($0)) }
  }
}

/// What an item that is known changes in its article when it comes again.
public enum ItemUpdate: Hashable, Sendable {
  /// Nothing; other markup, pictures and dates are no change.
  case nothing
  /// The title, while the longer text that was taken before stays.
  case title
  /// Title and text.
  case text

  /// Compares what an article holds with what has come.
  ///
  /// A summary never replaces a content, and nothing never replaces a text.
  public init(from old: ItemDigest, to new: ItemDigest) {
    let isPoorer = new.extent == .summary && old.extent == .content || new.length == 0
    if old.text != new.text, !isPoorer {
      self = .text
    } else {
      self = old.title == new.title ? .nothing : .title
    }
  }
}
