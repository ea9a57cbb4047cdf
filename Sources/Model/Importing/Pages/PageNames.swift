/// The words by which pages mark what belongs to an article and what does not, in the tags, roles,
/// classes and identifiers of their elements.
enum PageNames {
  /// Words that mean something only one after the other: to each first word those that may follow.
  typealias Pairs = [String: Set<String>]

  /// Whether two words that stand side by side are one of `pairs`.
  static func holdsPair(_ words: [String], of pairs: Pairs) -> Bool {
    zip(words, words.dropFirst()).contains { pairs[$0]?.contains($1) ?? false }
  }

  private static func pairs(_ texts: [String]) -> Pairs {
    texts.reduce(into: [:]) { pairs, text in
      let words = text.split(separator: " ").map(String.init)
      if words.count == 2 { pairs[words[0], default: []].insert(words[1]) }
    }
  }

  /// Tags of what stands around an article.
  static let foreignTags: Set<String> = [
    "nav", "aside", "footer", "form", "menu", "button",
  ]
  /// Roles of what stands around an article.
  static let foreignRoles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "alert", "search", "menu",
    "menubar", "toolbar", "tablist",
  ]
  /// Words of what readers of the page wrote.
  static let comments: Set<String> = ["comment", "comments", "disqus", "respond"]
  /// Tags and words of what stands around articles or below them on every page, whatever its size.
  static let frames: Set<String> = [
    "nav", "navigation", "menu", "aside", "sidebar", "footer", "comment", "comments",
  ]
  /// Words of what is no part of an article where it is small.
  static let notes: Set<String> = ["author", "meta", "metadata"]
  /// Words of what is no part of an article.
  static let foreign: Set<String> = Set(
    """
    nav navigation navbar menu sidebar footer breadcrumb breadcrumbs crumbs share sharing sharebar
    sharethis addthis addtoany sharedaddy relatedposts social related recommended recommendations recommend
    promo
    advert advertisement advertising ad ads adsbygoogle sponsor sponsored newsletter subscribe
    subscription signup cookie cookies consent gdpr popup modal overlay teaser teasers tags
    outbrain taboola pagination pager toolbar login paywall byline byl dateline authorbox bio rating
    sponsors trending carousel slider banner toc tooltip visuallyhidden attribution shares
    breaking ticker marquee caption credit newscaption popular trending latest recirc
    """.split(whereSeparator: \.isWhitespace).map(String.init))
  /// Pairs of words of what is no part of an article.
  static let foreignPairs = pairs([
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
  ])
  /// Pairs of words of the element that holds the article.
  static let bodies = pairs([
    "article body", "article content", "article text", "entry content", "post content", "post body",
    "story body", "story content", "articlebody content", "body content", "news content",
    "news body",
    "story text", "post text", "body copy", "content body", "single content", "td post",
    "article details", "news details", "content article", "main text", "field body", "body text",
  ])
}
