/// The words by which pages mark what belongs to an article and what does not, in the classes and
/// identifiers of their elements.
enum PageParts {
  /// Whether an element is by its tag, role, visibility or name no part of an article.
  static func isForeign(_ element: PageOutline.Element, share: Double) -> Bool {
    let most = element.hasTitle ? 0.2 : 0.45
    if foreignTags.contains(element.name) { return share < most }
    if element.name == "header" { return element.prose < 300 && share < most }
    guard element.node.hasAttributes else { return false }
    if isHidden(element.node) { return share < most }
    guard !["html", "body", "main", "article"].contains(element.name) else { return false }
    if let role = element.node.attribute("role"), foreignRoles.contains(role.lowercased()) {
      return share < most
    }
    let words = names(of: element.node)
    if words.contains(where: comments.contains) { return share < 0.8 }
    if words.contains(where: foreign.contains) { return share < most }
    return zip(words, words.dropFirst()).contains {
      pairs.contains($0 + " " + $1) && share < most
    }
  }

  /// Whether an element says that it is the body of the article.
  static func isBody(_ node: MarkupNode) -> Bool {
    if let property = node.attribute("itemprop")?.lowercased() {
      if property.contains("articlebody") || property == "reviewbody" { return true }
    }
    let words = names(of: node)
    return zip(words, words.dropFirst()).contains { bodies.contains($0 + " " + $1) }
  }

  private static func isHidden(_ node: MarkupNode) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    guard let style = node.attribute("style") else { return false }
    let compact = style.lowercased().filter { $0 != " " }
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }

  /// The words of an element's class and identifier, in lower case, split at other signs and capitals.
  private static func names(of node: MarkupNode) -> [String] {
    var words: [String] = []
    for attribute in ["class", "id"] {
      guard let value = node.attribute(attribute) else { continue }
      var word = ""
      var wasLower = false
      for byte in value.utf8.prefix(longest) {
        let isUpper = (0x41...0x5A).contains(byte)
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        if !isLetter || isUpper && wasLower {
          if !word.isEmpty { words.append(word) }
          word = ""
        }
        if isLetter { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
        wasLower = isLetter && !isUpper
      }
      if !word.isEmpty { words.append(word) }
      words.append("")
    }
    return words
  }

  /// How much of a class or identifier is read, in bytes.
  private static let longest = 500

  private static let foreignTags: Set<String> = [
    "nav", "aside", "footer", "form", "menu", "button",
  ]
  private static let foreignRoles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "alert", "search", "menu",
    "menubar", "toolbar", "tablist",
  ]
  private static let comments: Set<String> = ["comment", "comments", "disqus", "respond"]
  private static let foreign: Set<String> = Set(
    """
    nav navigation navbar menu sidebar footer breadcrumb breadcrumbs crumbs share sharing sharebar
    sharethis addthis addtoany sharedaddy jp social related recommended recommendations recommend promo
    advert advertisement advertising ad ads adsbygoogle sponsor sponsored newsletter subscribe
    subscription signup cookie cookies consent gdpr popup modal overlay teaser teasers tags
    outbrain taboola pagination pager toolbar login paywall byline byl dateline authorbox bio rating
    sponsors trending carousel slider banner toc tooltip visuallyhidden attribution shares
    breaking ticker marquee caption credit newscaption popular trending latest recirc
    """.split(whereSeparator: \.isWhitespace).map(String.init))
  private static let pairs: Set<String> = [
    "read more", "most read", "most popular", "also read", "see also", "author bio", "author box",
    "about author", "read next", "up next", "more stories", "more news", "latest news",
    "screen reader",
    "sr only", "visually hidden", "post meta", "entry meta", "article meta", "post tags",
    "article tags",
    "entry footer", "article footer", "post footer", "print only", "author info", "post navigation",
    "you may", "mw editsection", "side bar", "widget area", "sidebar widget", "widget posts",
    "widget recent", "bread crumb", "social media", "follow us",
    "skip link",
    "article info", "post info", "meta data", "tag list", "tags list", "article date", "post date",
    "photo credit", "image credit", "in read", "info box", "more on", "editors picks",
  ]
  private static let bodies: Set<String> = [
    "article body", "article content", "article text", "entry content", "post content", "post body",
    "story body", "story content", "articlebody content", "body content", "news content",
    "news body",
    "story text", "post text", "body copy", "content body", "single content", "td post",
    "article details", "news details", "content article", "main text", "field body", "body text",
  ]
}
