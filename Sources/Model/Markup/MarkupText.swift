/// The text of a tree of HTML, as blocks.
struct MarkupText {
  /// The blocks in reading order.
  private(set) var blocks: [TextBlock] = []
  private let base: String?
  private var scalars: [Unicode.Scalar] = []
  private var links: [TextLink] = []
  private var openLinks: [(start: Int, address: String)] = []
  /// What the elements around make of text, the innermost last.
  private var kinds: [TextBlock.Kind] = []
  private var lists: [(isNumbered: Bool, count: Int)] = []

  /// The blocks of a fragment of HTML, its links resolved against `base`.
  static func blocks(html: String, base: String?) -> [TextBlock] {
    let bytes = Array("<html><body>\(html)</body></html>".utf8)
    return MarkupDocument(html: bytes)?.root.map { blocks(of: $0, base: base) } ?? []
  }

  /// The blocks of a subtree without the nodes in `skipped`, its links resolved against `base`.
  static func blocks(
    of node: MarkupNode, base: String?, skipping skipped: Set<MarkupNode> = []
  ) -> [TextBlock] {
    var text = MarkupText(base: base)
    node.walk {
      !skipped.contains($0) && text.enter($0)
    } leave: {
      text.leave($0)
    }
    text.finish()
    return text.blocks
  }

  private init(base: String?) {
    self.base = base
  }

  private static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "head", "iframe", "svg",
    "math", "select", "textarea", "audio", "video", "canvas", "frameset", "title",
  ]
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset",
    "figure", "footer", "header", "hr", "main", "menu", "nav", "ol", "p", "section", "summary",
    "table", "tbody", "tfoot", "thead", "ul", "body",
  ]

  private mutating func enter(_ node: MarkupNode) -> Bool {
    if node.isText {
      append(node.text)
      return false
    }
    guard node.isElement else { return false }
    let name = node.name.lowercased()
    if Self.dropped.contains(name) { return false }
    if name == "br" {
      scalars.append("\n")
    } else if name == "td" || name == "th" {
      if !scalars.isEmpty { scalars.append("\t") }
    } else if let kind = kind(of: name) {
      finish()
      kinds.append(kind)
    } else if Self.blockNames.contains(name) {
      finish()
      if name == "ul" || name == "ol" { lists.append((name == "ol", 0)) }
    } else if name == "a" {
      let address = node.attribute("href").flatMap { PageAddress.resolved($0, against: base) }
      openLinks.append((scalars.count, address ?? ""))
    }
    return true
  }

  private mutating func leave(_ node: MarkupNode) {
    let name = node.name.lowercased()
    if name == "a", let link = openLinks.popLast() {
      if !link.address.isEmpty, link.start < scalars.count {
        links.append(TextLink(range: link.start..<scalars.count, address: link.address))
      }
    } else if Self.kindNames.contains(name) {
      finish()
      kinds.removeLast()
    } else if Self.blockNames.contains(name) {
      finish()
      if name == "ul" || name == "ol" { lists.removeLast() }
    }
  }

  private static let kindNames: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "tr", "figcaption", "caption", "pre",
  ]

  private mutating func kind(of name: String) -> TextBlock.Kind? {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return .heading(Int(name.suffix(1)) ?? 1)
    case "li":
      var number: Int?
      if let last = lists.indices.last, lists[last].isNumbered {
        lists[last].count += 1
        number = lists[last].count
      }
      return .item(depth: max(1, lists.count), number: number)
    case "blockquote": return .quote
    case "tr": return .row
    case "figcaption", "caption": return .caption
    case "pre": return .preformatted
    default: return nil
    }
  }

  private mutating func append(_ text: String) {
    if case .preformatted = kinds.last {
      scalars += text.unicodeScalars
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\n", "\t", "\r", "\u{0C}":
        if let last = scalars.last, last != " ", last != "\n", last != "\t" { scalars.append(" ") }
      default: scalars.append(scalar)
      }
    }
  }

  /// Ends the block that is being read.
  private mutating func finish() {
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    if start < scalars.count {
      let text = String(String.UnicodeScalarView(scalars[start...]))
      let end = scalars.count
      let kept = links.compactMap { link in
        let range = link.range.clamped(to: start..<end)
        return range.isEmpty
          ? nil
          : TextLink(
            range: range.lowerBound - start..<range.upperBound - start, address: link.address)
      }
      blocks.append(TextBlock(kind: kinds.last ?? .paragraph, text: text, links: kept))
    }
    scalars.removeAll(keepingCapacity: true)
    links.removeAll()
    for index in openLinks.indices { openLinks[index].start = 0 }
  }
}
