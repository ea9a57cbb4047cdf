/// The text of a tree of HTML, as blocks.
struct MarkupText {
  /// The blocks in reading order.
  private(set) var blocks: [TextBlock] = []
  private let base: String?
  /// The text of the block that is being read, in UTF-8, and how many scalars it has.
  private var bytes: [UInt8] = []
  private var count = 0
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
      node.withBytes { append($0) }
      return false
    }
    guard node.isElement else { return false }
    let name = node.name.lowercased()
    if Self.dropped.contains(name) { return false }
    if name == "br" {
      append(byte: 0x0A)
    } else if name == "td" || name == "th" {
      if !bytes.isEmpty { append(byte: 0x09) }
    } else if let kind = kind(of: name) {
      finish()
      kinds.append(kind)
    } else if Self.blockNames.contains(name) {
      finish()
      if name == "ul" || name == "ol" { lists.append((name == "ol", 0)) }
    } else if name == "a" {
      let address = node.attribute("href").flatMap { PageAddress.resolved($0, against: base) }
      openLinks.append((count, address ?? ""))
    }
    return true
  }

  private mutating func leave(_ node: MarkupNode) {
    let name = node.name.lowercased()
    if name == "a", let link = openLinks.popLast() {
      if !link.address.isEmpty, link.start < count {
        links.append(TextLink(range: link.start..<count, address: link.address))
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

  private mutating func append(byte: UInt8) {
    bytes.append(byte)
    count += 1
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if case .preformatted = kinds.last {
      bytes += text
      for byte in text where byte & 0xC0 != 0x80 { count += 1 }
      return
    }
    for byte in text {
      switch byte {
      case 0x20, 0x0A, 0x09, 0x0D, 0x0C:
        if let last = bytes.last, last != 0x20, last != 0x0A, last != 0x09 { append(byte: 0x20) }
      default:
        bytes.append(byte)
        if byte & 0xC0 != 0x80 { count += 1 }
      }
    }
  }

  /// Ends the block that is being read.
  private mutating func finish() {
    if !bytes.isEmpty { addBlock() }
    bytes.removeAll(keepingCapacity: true)
    count = 0
    links.removeAll()
    for index in openLinks.indices { openLinks[index].start = 0 }
  }

  /// Adds what was read as a block, without the white space around it.
  private mutating func addBlock() {
    var text = Substring(decoding: bytes, as: UTF8.self).unicodeScalars
    var start = 0
    var end = count
    while let last = text.last, last.properties.isWhitespace {
      text.removeLast()
      end -= 1
    }
    while let first = text.first, first.properties.isWhitespace {
      text.removeFirst()
      start += 1
    }
    guard start < end else { return }
    let kept = links.compactMap { link in
      let range = link.range.clamped(to: start..<end)
      return range.isEmpty
        ? nil
        : TextLink(
          range: range.lowerBound - start..<range.upperBound - start, address: link.address)
    }
    blocks.append(
      TextBlock(kind: kinds.last ?? .paragraph, text: String(Substring(text)), links: kept))
  }
}
