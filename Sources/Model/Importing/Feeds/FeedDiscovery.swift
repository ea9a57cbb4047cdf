/// A feed that a web page names.
public struct DiscoveredFeed: Hashable, Sendable {
  /// Its address.
  public var address: String
  /// What the page calls it.
  public var title: String?
}

/// The feeds that a web page names in its head.
public struct FeedDiscovery {
  /// The page's title.
  public private(set) var title: String?
  /// The feeds, those of comments last, each once.
  public private(set) var feeds: [DiscoveredFeed] = []
  /// Whether the text is a web page.
  public private(set) var isPage = false

  /// Looks for feeds in a page.
  public init(_ bytes: [UInt8], contentType: String? = nil, address: String? = nil) {
    self.init(
      html: FeedRepair(FeedText(bytes, contentType: contentType).scalars).text, address: address)
  }

  /// Looks for feeds in a page in UTF-8.
  init(html: [UInt8], address: String?) {
    guard let root = MarkupDocument(html: html)?.root else { return }
    var base = address
    var links: [MarkupNode] = []
    root.walk { node in
      switch node.isElement ? node.name.lowercased() : "" {
      case "html", "head", "body", "p", "div": isPage = true
      case "title" where title == nil: title = Self.field(FeedTitle.plain(node.text))
      case "base":
        if let href = node.attribute("href") {
          base = PageAddress.resolved(href, against: address) ?? base
        }
      case "link": links.append(node)
      default: break
      }
      return true
    } leave: { _ in
    }
    var known: Set<String> = []
    for link in links where Self.namesFeed(link) {
      guard let href = Self.field(link.attribute("href")),
        let found = PageAddress.resolved(href, against: base), known.insert(found).inserted
      else { continue }
      let title = Self.field(link.attribute("title").flatMap(FeedTitle.plain))
      feeds.append(DiscoveredFeed(address: found, title: title))
    }
    feeds = feeds.filter { !Self.isOfComments($0) } + feeds.filter(Self.isOfComments)
  }

  /// A title or an address; `nil` where it is too long for one, as where nothing closes it.
  private static func field(_ value: String?) -> String? {
    value.flatMap(ArticleComposer.field)
  }

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/xml", "text/xml", "application/rss", "application/atom", "text/rss+xml",
    "application/x.atom+xml", "application/x-atom+xml",
  ]

  /// Whether a link leads to a feed: by its relation and its type.
  ///
  /// JSON without "feed" in its type is a feed only if its address says so; WordPress gives every page
  /// a link of that type to its interface.
  private static func namesFeed(_ link: MarkupNode) -> Bool {
    let relations = (link.attribute("rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    let type = (link.attribute("type") ?? "").lowercased().prefix { $0 != ";" }
      .trimmingPrefix { $0.isWhitespace }
    if relations.contains("feed") { return true }
    guard relations.contains("alternate"), !relations.contains("stylesheet") else { return false }
    if type == "application/json" {
      return link.attribute("href")?.lowercased().contains("feed") ?? false
    }
    return types.contains(String(type).filter { !$0.isWhitespace })
  }

  private static func isOfComments(_ feed: DiscoveredFeed) -> Bool {
    feed.address.contains("/comments/") || feed.title?.lowercased().contains("comments") ?? false
  }
}
