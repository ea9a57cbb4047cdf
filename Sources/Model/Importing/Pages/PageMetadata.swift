import Foundation

/// What a page states about its article outside the article's text.
struct PageMetadata {
  var title: String?
  var author: String?
  var published: Int64?
  var source: String?
  var language: String?
  var url: String?
  /// The address against which the page's links are resolved.
  var base: String?
  /// What the page's data says of the article in a sentence or two.
  var summary: String?

  /// The article's text as the page's data has it.
  var statedBody: StatedBody?

  private var metas: [String: String] = [:]
  private var documentTitle: String?
  private var headings: [String] = []
  private var times: [String] = []
  private var data: [[String: Any]] = []

  /// Collects the statements of a page that was found at `address`.
  init(root: MarkupNode, address: String?) {
    language = root.attribute("lang")
    root.walk { node in
      node.isElement && collect(node)
    } leave: { _ in
    }
    let stated = base.flatMap { PageAddress.resolved($0, against: address) }
    url = url.flatMap { PageAddress.resolved($0, against: stated ?? address) } ?? address
    if url == nil { url = metas["og:url"].flatMap { PageAddress.resolved($0, against: nil) } }
    base = stated ?? address ?? url
    decide()
  }

  private mutating func collect(_ node: MarkupNode) -> Bool {
    switch node.name.lowercased() {
    case "meta":
      let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
      if let name = name?.lowercased(), metas[name] == nil,
        let content = Self.line(node.attribute("content"))
      {
        metas[name] = content
      }
    case "link":
      if node.attribute("rel")?.lowercased() == "canonical" { url = url ?? node.attribute("href") }
    case "base": base = base ?? node.attribute("href")
    case "title": documentTitle = documentTitle ?? Self.line(node.text)
    case "h1": if headings.count < 3, let text = Self.line(node.text) { headings.append(text) }
    case "time":
      if times.count < 3, let time = Self.line(node.attribute("datetime") ?? node.text) {
        times.append(time)
      }
    case "script":
      if node.attribute("type")?.lowercased() == "application/ld+json" { addData(node.text) }
      return false
    case "style", "svg": return false
    default:
      if let property = node.attribute("itemprop")?.lowercased(),
        property == "datepublished", let time = Self.line(node.attribute("content") ?? node.text)
      {
        times.insert(time, at: 0)
      }
    }
    return true
  }

  /// How many bytes of JSON a page's data may have.
  private static let longestData = 2 << 20

  /// Keeps the objects of a block of JSON-LD that describe an article.
  private mutating func addData(_ text: String) {
    let bytes = text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    guard bytes.count <= Self.longestData,
      let value = try? JSONSerialization.jsonObject(with: Data(bytes))
    else { return }
    var open: [Any] = [value]
    while let value = open.popLast(), data.count < 20 {
      if let list = value as? [Any] { open += list.reversed() }
      guard let object = value as? [String: Any] else { continue }
      if let graph = object["@graph"] { open.append(graph) }
      let kinds = (object["@type"] as? [String]) ?? [object["@type"] as? String ?? ""]
      if kinds.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
      }) {
        data.append(object)
      }
    }
  }

  private mutating func decide() {
    let object = data.first ?? [:]
    source = metas["og:site_name"] ?? Self.name(object["publisher"]) ?? metas["application-name"]
    title = metas["og:title"] ?? Self.line(object["headline"] as? String) ?? headings.first
    title = (title ?? documentTitle).map(withoutSite)
    author = Self.name(object["author"]) ?? metas["author"] ?? metas["article:author"]
    if let name = author, PageAddress.isAbsolute(name) { author = nil }
    let dates =
      [
        object["datePublished"] as? String, metas["article:published_time"],
        metas["og:article:published_time"], metas["datepublished"], metas["date"], metas["pubdate"],
        metas["publish-date"], metas["dc.date"], metas["dc.date.issued"], metas["parsely-pub-date"],
      ] + times
    published = dates.lazy.compactMap { $0.flatMap(Self.instant) }.first
    statedBody = data.lazy.compactMap { $0["articleBody"] as? String }.first.flatMap(
      StatedBody.init)
    summary = metas["og:description"] ?? metas["description"]
    language = language ?? metas["og:locale"] ?? metas["language"]
    language = language.map { $0.replacing("_", with: "-") }
  }

  /// A title without the name of the site after it, where a heading shows that it is one.
  private func withoutSite(_ title: String) -> String {
    if let heading = headings.first(where: { $0.count >= 10 && title.hasPrefix($0) }) {
      return heading
    }
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      guard let range = title.range(of: separator, options: .backwards) else { continue }
      let front = title[..<range.lowerBound]
      let back = title[range.upperBound...]
      if back.lowercased() == source?.lowercased() || title == documentTitle && front.count > 20 {
        return String(front)
      }
    }
    return title
  }

  private static func name(_ value: Any?) -> String? {
    switch value {
    case let text as String: line(text)
    case let object as [String: Any]: line(object["name"] as? String)
    case let list as [Any]:
      line(
        list.prefix(10).compactMap { item in
          (item as? String) ?? (item as? [String: Any])?["name"] as? String
        }.joined(separator: ", "))
    default: nil
    }
  }

  /// The longest statement that is kept, in scalars.
  private static let longest = 1000

  /// A text as one line; `nil` where there is none.
  private static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.unicodeScalars.prefix(longest).split(whereSeparator: \.properties.isWhitespace)
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
  }

  private static func instant(_ text: String) -> Int64? {
    let tokens = LineToken.tokens(of: Array(text.unicodeScalars.prefix(200))[...])
    return DateFinder(tokens).first?.day.timestamp
  }
}
