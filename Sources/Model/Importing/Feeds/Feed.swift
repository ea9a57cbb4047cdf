/// A feed as one answer of its server states it.
public struct Feed: Hashable, Sendable {
  /// What it is called.
  public var title: String?
  /// The address of the site that it belongs to.
  public var link: String?
  /// What the feed calls itself, where it does.
  public var id: String?
  /// A language tag of BCP 47, where one is stated.
  public var language: String?
  /// Who writes it.
  public var author: String?
  /// When it was last changed, in seconds since 1 January 1970 UTC.
  public var updated: Int64?
  /// How many minutes the publisher asks to wait between two requests.
  public var minutesToLive: Int?
  /// Its items, in the feed's own order.
  public var items: [FeedItem] = []
}

/// An item of a feed.
public struct FeedItem: Hashable, Sendable {
  /// How much of the article the item holds.
  public enum Extent: String, Hashable, Sendable, Codable {
    /// What the feed calls the content.
    case content
    /// What the feed calls a summary or a description.
    case summary
  }

  /// What the feed calls the item: its GUID.
  public var id: String?
  /// Whether the feed says that ``id`` is the address of the article.
  public var isPermalink = false
  /// Title, author, date of publication, address, and the text of the content or the summary.
  public var text = StructuredText()
  /// How much of the article ``text`` is.
  public var extent = Extent.summary
  /// The summary, where the item has a content too.
  public var summary: [TextBlock] = []
  /// When it was last changed, in seconds since 1 January 1970 UTC.
  public var updated: Int64?
  /// The addresses of pictures, sounds and films that come with it.
  public var enclosures: [String] = []
}

/// Why an answer of a server is no feed.
public enum FeedFailure: Error, Hashable, Sendable {
  /// Nothing is in it.
  case empty
  /// It is a web page: its title, and the feeds that it names.
  case page(title: String?, feeds: [DiscoveredFeed])
  /// It is something else.
  case unknown
}

extension FeedFailure: CustomStringConvertible {
  /// The rest of a sentence that starts with the address.
  public var description: String {
    switch self {
    case .empty:
      "answered with nothing; try again later, or open it in a browser"
    case .page(_, let feeds) where !feeds.isEmpty:
      "is a web page, not a feed; it names the feed \(CleanText.displayed(feeds[0].address))"
    case .page(let title?, _):
      "is a web page, not a feed: \u{201C}\(CleanText.displayed(title))\u{201D}; open it in a browser "
        + "to see whether it wants a login, or subscribe to another address"
    case .page:
      "is a web page, not a feed; open it in a browser to see whether it wants a login, or subscribe "
        + "to another address"
    case .unknown:
      "is neither RSS nor Atom nor JSON Feed; check the address in a browser"
    }
  }
}

extension Feed {
  /// Reads the answer of a server.
  ///
  /// `address` is where the answer came from, `contentType` its header, and `now` the time of fetching,
  /// in seconds since 1 January 1970 UTC.
  ///
  /// Complexity: O(*n*).
  public init(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil, now: Int64
  ) throws(FeedFailure) {
    let scalars = FeedText(bytes, contentType: contentType).scalars
    guard let first = scalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    else { throw .empty }
    if first == "{" {
      guard let feed = JSONFeedReading(scalars, address: address, now: now)?.feed else {
        throw .unknown
      }
      self = feed
      return
    }
    let repaired = FeedRepair(scalars).text
    guard let root = MarkupDocument(xml: repaired)?.root else { throw .unknown }
    guard let reading = FeedReading(root, address: address, now: now) else {
      throw Self.failure(root, repaired, address)
    }
    self = reading.feed
  }

  /// What a document is that is no feed.
  private static func failure(
    _ root: MarkupNode, _ text: [UInt8], _ address: String?
  ) -> FeedFailure {
    guard root.name.lowercased() == "html" || text.starts(with: Array("<".utf8)) else {
      return .unknown
    }
    let page = FeedDiscovery(html: text, address: address)
    return page.isPage ? .page(title: page.title, feeds: page.feeds) : .unknown
  }
}
