/// Reads a feed from its tree: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0.
struct FeedReading {
  /// What was read.
  private(set) var feed = Feed()
  private let now: Int64
  /// The address that relative ones are resolved against.
  private var base: String?

  /// Reads the feed below a root; `nil` where it is no feed.
  init?(_ root: MarkupNode, address: String?, now: Int64) {
    guard let root = Self.start(root) else { return nil }
    self.now = now
    base = address
    let top = FeedElement.elements(of: root)
    let channel = top.first { $0.localName == "channel" }?.node
    let inside = channel.map(FeedElement.elements(of:)) ?? top
    readFeed(FeedFields(inside), element: channel ?? root, root: root)
    feed.items = Self.items(root).map(item)
  }

  /// The element that a feed starts with: the root, or one in the page that a feed was put into.
  private static func start(_ root: MarkupNode) -> MarkupNode? {
    if ["rss", "rdf", "feed", "channel"].contains(FeedElement(root).localName) { return root }
    var found: MarkupNode?
    root.walk { node in
      guard found == nil, node.isElement else { return false }
      if ["rss", "rdf:rdf", "atom:feed"].contains(FeedElement(node).name) { found = node }
      return found == nil
    } leave: { _ in
    }
    return found
  }

  /// The items, wherever they are: beside the channel, in it, in a list of its own, or in an element or
  /// an item that nothing closes.
  private static func items(_ root: MarkupNode) -> [FeedElement] {
    var items: [FeedElement] = []
    root.walk { node in
      guard node.isElement else { return false }
      let name = node.name.lowercased()
      guard name.hasSuffix("item") || name.hasSuffix("entry") else { return true }
      let element = FeedElement(node)
      if ["item", "atom:entry", "entry"].contains(element.name) { items.append(element) }
      return true
    } leave: { _ in
    }
    return items
  }

  private mutating func readFeed(_ fields: FeedFields, element: MarkupNode, root: MarkupNode) {
    base = resolvedBase(of: element)
    feed.title = fields.title(["title", "atom:title", "dc:title"])
    feed.link = link(fields)
    // RSS says nothing of relative addresses; what most mean is the site.
    if FeedElement(root).localName != "feed", let link = feed.link { base = link }
    feed.id = id(fields, base: base)
    feed.language =
      fields.text(["language", "dc:language"]) ?? element.attribute("lang")
      ?? root.attribute("lang")
    feed.author = authors(fields)
    feed.updated = date(
      fields,
      ["atom:updated", "atom:modified", "lastbuilddate", "dc:date", "dcterms:modified", "pubdate"],
      language: feed.language)
    feed.minutesToLive = minutesToLive(fields)
  }

  /// The time to live in minutes, or what the syndication module says about the same.
  private func minutesToLive(_ fields: FeedFields) -> Int? {
    if let minutes = fields.text(["ttl"]).flatMap({ Int($0) }), minutes > 0 { return minutes }
    let periods = [
      "hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600,
    ]
    guard let period = fields.text(["sy:updateperiod"]).flatMap({ periods[$0.lowercased()] }) else {
      return nil
    }
    let frequency = fields.text(["sy:updatefrequency"]).flatMap { Int($0) } ?? 1
    return period / max(1, frequency)
  }

  private func item(_ element: FeedElement) -> FeedItem {
    let fields = FeedFields(FeedElement.elements(of: element.node))
    let base = resolvedBase(of: element.node)
    var item = FeedItem()
    let origin = fields.first("atom:source").map { FeedFields(FeedElement.elements(of: $0.node)) }
    item.id = id(fields, base: base) ?? element.node.attribute("about")
    let link = link(fields, base: base)
    let permalink =
      fields.first("guid")?.node.attribute("isPermaLink")?.lowercased() != "false"
      ? item.id.flatMap {
        PageAddress.isAbsolute($0) ? PageAddress.resolved($0, against: nil) : nil
      }
      : nil
    item.isPermalink = fields.first("guid") != nil && permalink != nil
    item.text.url = link ?? permalink
    item.text.title = fields.title(["title", "atom:title", "media:title", "dc:title"])
    item.text.author = authors(fields) ?? origin.flatMap(authors) ?? feed.author
    item.text.source =
      origin?.title(["atom:title"]) ?? fields.title(["source"]) ?? feed.title
    item.text.language =
      fields.text(["dc:language", "language"]) ?? element.node.attribute("lang") ?? feed.language
    let language = item.text.language
    item.updated = date(
      fields, ["atom:updated", "atom:modified", "dcterms:modified"], language: language)
    item.text.published =
      date(
        fields,
        [
          "pubdate", "atom:published", "atom:issued", "dcterms:issued", "dc:date", "date",
          "atom:created", "dcterms:created",
        ], language: language) ?? item.updated
    item.enclosures = enclosures(fields, base: base)
    readText(fields, base: base, into: &item)
    return item
  }

  /// What a feed or item calls itself; a path leads from the base, so that it is the only one.
  private func id(_ fields: FeedFields, base: String?) -> String? {
    guard let id = fields.text(["guid", "atom:id", "id", "dc:identifier"]) else { return nil }
    return id.hasPrefix("/") ? PageAddress.resolved(id, against: base) ?? id : id
  }

  private func readText(_ fields: FeedFields, base: String?, into item: inout FeedItem) {
    let content = fields.blocks(
      [
        "content:encoded", "atom:content", "xhtml:body", "xhtml:div", "body", "fullitem", "content",
      ],
      base: base)
    let summary = fields.blocks(
      [
        "description", "atom:summary", "summary", "itunes:summary", "media:description",
        "dcterms:abstract", "dc:description", "abstract",
      ], base: base)
    if content.isEmpty {
      item.text.blocks = summary
      let other = fields.blocks(["atom:summary", "summary", "itunes:summary"], base: base)
      item.summary = other == summary ? [] : other
    } else {
      item.extent = .content
      item.text.blocks = content
      item.summary = summary == content ? [] : summary
    }
  }

  /// The address of the page: of Atom the alternate, of RSS the text.
  private func link(_ fields: FeedFields, base: String? = nil) -> String? {
    let base = base ?? self.base
    for element in fields.all("link") where !element.node.text.allSatisfy(\.isWhitespace) {
      if let address = PageAddress.resolved(element.node.text, against: base) { return address }
    }
    var found: [(rank: Int, address: String)] = []
    for element in fields.all("atom:link") + fields.all("link") {
      let relation = element.node.attribute("rel")?.lowercased() ?? "alternate"
      // RFC 4287 4.2.7.2: a relation may be written as its address in IANA's registry.
      guard relation == "alternate" || relation.hasSuffix("/relation/alternate"),
        let href = element.node.attribute("href"),
        let address = PageAddress.resolved(href, against: resolvedBase(of: element.node))
      else { continue }
      let type = element.node.attribute("type")?.lowercased() ?? "text/html"
      found.append((type.contains("html") ? 0 : 1, address))
    }
    return found.min { $0.rank < $1.rank }?.address
  }

  private func enclosures(_ fields: FeedFields, base: String?) -> [String] {
    var known: Set<String> = []
    let links = fields.all("atom:link").filter { $0.node.attribute("rel") == "enclosure" }
    let addresses =
      (fields.all("enclosure") + fields.all("media:content")).compactMap {
        $0.node.attribute("url")
      }
      + links.compactMap { $0.node.attribute("href") }
    return addresses.compactMap { PageAddress.resolved($0, against: base) }
      .filter { known.insert($0).inserted }
  }

  /// The names of the authors; the address of one who states no name.
  private func authors(_ fields: FeedFields) -> String? {
    for key in [
      "atom:author", "author", "dc:creator", "dc:author", "itunes:author", "managingeditor",
    ] {
      let names = fields.all(key).compactMap { element in
        let parts = FeedFields(FeedElement.elements(of: element.node))
        if parts.isEmpty { return FeedTitle.author(element.node.text) }
        return parts.title(["atom:name", "name", "rdf:description"])
          ?? parts.text(["atom:email", "email"])
          ?? FeedTitle.author(element.node.text)
      }
      if !names.isEmpty {
        var known: Set<String> = []
        return names.filter { known.insert($0).inserted }.joined(separator: ", ")
      }
    }
    return nil
  }

  private func date(_ fields: FeedFields, _ names: [String], language: String?) -> Int64? {
    for name in names {
      for element in fields.all(name) {
        let date = FeedDate(element.node.text, now: now, language: language)
        if let date { return date.seconds }
      }
    }
    return nil
  }

  /// The base of an element: what `xml:base` says at it and around it, resolved from the outermost in.
  private func resolvedBase(of node: MarkupNode) -> String? {
    var stated: [String] = []
    for element in sequence(first: node, next: \.parent) {
      if let base = element.attribute("base") { stated.append(base) }
    }
    return stated.reversed().reduce(base) { PageAddress.resolved($1, against: $0) ?? $0 }
  }
}

/// The elements of a feed or an item, by name.
struct FeedFields {
  private var elements: [String: [FeedElement]] = [:]

  /// Sorts elements by name; what Media RSS puts into groups stands beside the others.
  init(_ elements: [FeedElement]) {
    for element in elements { add(element, depth: 0) }
  }

  private mutating func add(_ element: FeedElement, depth: Int) {
    elements[element.name, default: []].append(element)
    if depth < 2, element.name == "media:group" || element.name == "media:content" {
      for inner in FeedElement.elements(of: element.node) { add(inner, depth: depth + 1) }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { elements.isEmpty }

  /// All elements of a name.
  func all(_ name: String) -> [FeedElement] { elements[name] ?? [] }

  /// The first element of a name.
  func first(_ name: String) -> FeedElement? { elements[name]?.first }

  /// The text in one line of the first element that holds some; earlier names come first.
  func text(_ names: [String]) -> String? {
    first(names) { FeedTitle.plain($0.node.text) }
  }

  /// The title of the first element that holds one; earlier names come first.
  func title(_ names: [String]) -> String? {
    first(names) { FeedContent($0).title }
  }

  /// The blocks of the first element that holds some; earlier names come first.
  func blocks(_ names: [String], base: String?) -> [TextBlock] {
    first(names) { element in
      let own = element.node.attribute("base").flatMap { PageAddress.resolved($0, against: base) }
      let blocks = FeedContent(element).blocks(base: own ?? base)
      return blocks.isEmpty ? nil : blocks
    } ?? []
  }

  private func first<Value>(_ names: [String], _ value: (FeedElement) -> Value?) -> Value? {
    for name in names {
      for element in all(name) {
        if let value = value(element) { return value }
      }
    }
    return nil
  }
}
