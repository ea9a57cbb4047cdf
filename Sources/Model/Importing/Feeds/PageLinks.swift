/// The articles that a page lists: the links of its main part that lead to other pages of its site under
/// a headline.
struct PageLinks {
  /// The page's title.
  private(set) var title: String?
  /// The links in the order of the page, each once, under its heading or else its longest text.
  private(set) var links: [(address: String, title: String)] = []

  private let host: String
  private let own: String
  private var base: String?

  /// The most links that are taken of a page.
  private static let most = 200
  /// The fewest words of a headline; in a heading one is enough.
  private static let fewestWords = 4

  /// Reads a page in its bytes; `nil` where no element is in it or its address is none of the web.
  init?(_ bytes: [UInt8], contentType: String? = nil, address: String) {
    let html = FeedRepair(FeedText(bytes, contentType: contentType).scalars).text
    guard let root = MarkupDocument(html: html)?.root, let host = Self.host(of: address) else {
      return nil
    }
    self.host = host
    own = ItemIdentity.normalizedLink(address)
    base = address
    var main: MarkupNode?
    root.walk { node in
      switch node.isElement ? node.name.lowercased() : "" {
      case "title" where title == nil: title = FeedTitle.plain(node.text)
      case "base":
        base = node.attribute("href").flatMap { PageAddress.resolved($0, against: address) } ?? base
      case "main" where main == nil: main = node
      default:
        if main == nil, node.attribute("role")?.lowercased() == "main" { main = node }
      }
      return true
    } leave: { _ in
    }
    var found: [(address: String, title: String)] = []
    var places: [String: Int] = [:]
    var headed: Set<String> = []
    var headings = 0
    (main ?? root).walk { node in
      guard node.isElement else { return false }
      if Self.isForeign(node) { return false }
      if Self.isHeading(node) { headings += 1 }
      guard node.name.lowercased() == "a", let link = link(node, isInHeading: headings > 0)
      else { return true }
      let key = ItemIdentity.normalizedLink(link.address)
      let isHeaded = headings > 0 || link.isHeaded
      if let place = places[key] {
        if isHeaded == headed.contains(key) ? found[place].title.count < link.title.count : isHeaded
        {
          found[place].title = link.title
        }
      } else if found.count < Self.most {
        places[key] = found.count
        found.append((link.address, link.title))
      }
      if isHeaded { headed.insert(key) }
      return true
    } leave: { node in
      if Self.isHeading(node) { headings -= 1 }
    }
    links = found
  }

  /// Where an anchor leads and under which headline; `nil` where that is no article of the site.
  private func link(
    _ anchor: MarkupNode, isInHeading: Bool
  ) -> (address: String, title: String, isHeaded: Bool)? {
    guard let href = anchor.attribute("href"), !href.hasPrefix("#"),
      let address = PageAddress.resolved(href, against: base),
      let host = Self.host(of: address), isOfSite(host)
    else { return nil }
    let key = ItemIdentity.normalizedLink(address)
    // The start page of a site, and other sheets of this page, are no articles.
    let path = key.drop { $0 != "/" }
    guard !path.isEmpty, path != "/", Self.page(key) != Self.page(own) else { return nil }
    var heading: MarkupNode?
    anchor.walk { node in
      if heading == nil, Self.isHeading(node) { heading = node }
      return heading == nil
    } leave: { _ in
    }
    guard let title = FeedTitle.plain((heading ?? anchor).text) else { return nil }
    let words = title.split(whereSeparator: \.isWhitespace).filter {
      $0.contains(where: \.isLetter)
    }
    guard words.count >= (heading != nil || isInHeading ? 2 : Self.fewestWords) else { return nil }
    return (address, title, heading != nil)
  }

  private func isOfSite(_ other: String) -> Bool {
    other == host || other.hasSuffix("." + host) || host.hasSuffix("." + other)
  }

  /// An address without its query and fragment.
  private static func page(_ address: String) -> Substring {
    address.prefix { $0 != "?" && $0 != "#" }
  }

  /// The name of an address's server, without `www.`.
  private static func host(of address: String) -> String? {
    guard PageAddress.isAbsolute(address) else { return nil }
    let host = ItemIdentity.normalizedLink(address).prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return host.isEmpty ? nil : String(host)
  }

  private static func isHeading(_ node: MarkupNode) -> Bool {
    guard node.isElement else { return false }
    return ["h1", "h2", "h3", "h4", "h5", "h6"].contains(node.name.lowercased())
  }

  private static let foreignTags: Set<String> = [
    "nav", "aside", "footer", "form", "menu", "button", "script", "style", "template", "noscript",
  ]
  private static let foreignRoles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "search", "menu", "menubar",
  ]

  private static func isForeign(_ node: MarkupNode) -> Bool {
    foreignTags.contains(node.name.lowercased())
      || node.attribute("role").map { foreignRoles.contains($0.lowercased()) } ?? false
  }
}

extension Feed {
  /// The articles that a page lists as items without a text; `nil` where the bytes are no page.
  init?(linksOf bytes: [UInt8], contentType: String? = nil, address: String) {
    guard let page = PageLinks(bytes, contentType: contentType, address: address) else {
      return nil
    }
    title = page.title
    link = address
    items = page.links.map { link in
      var item = FeedItem()
      item.text.title = link.title
      item.text.url = link.address
      return item
    }
  }
}
