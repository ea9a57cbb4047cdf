import Foundation

/// Reads a JSON Feed of version 1, whatever types its values have.
struct JSONFeedReading {
  /// What was read.
  private(set) var feed = Feed()
  private let base: String?
  private let now: Int64

  /// Reads a feed; `nil` where the text is no JSON or has no list of items.
  init?(_ scalars: [Unicode.Scalar], address: String?, now: Int64) {
    let data = Data(String(String.UnicodeScalarView(scalars)).utf8)
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      return nil
    }
    let root = Self.translated(object)
    guard let items = root["items"] as? [Any] else { return nil }
    base = Self.string(root["home_page_url"]) ?? address
    self.now = now
    feed.title = Self.string(root["title"]).flatMap(FeedTitle.plain)
    feed.link = Self.string(root["home_page_url"]).flatMap {
      PageAddress.resolved($0, against: address)
    }
    feed.id = Self.string(root["feed_url"])
    feed.language = Self.string(root["language"])
    feed.author = Self.authors(root)
    feed.items = items.compactMap { ($0 as? [String: Any]).map(item) }
  }

  /// RSS written as JSON, in the words of JSON Feed; anything else stays as it is.
  private static func translated(_ object: [String: Any]) -> [String: Any] {
    guard let channel = (object["rss"] as? [String: Any])?["channel"] as? [String: Any] else {
      return object
    }
    let items = channel["item"] as? [Any] ?? channel["item"].map { [$0] } ?? []
    let names = [
      "guid": "id", "link": "url", "title": "title", "description": "content_html",
      "pubDate": "date_published", "author": "author",
    ]
    var root = channel
    root["home_page_url"] = channel["link"]
    root["items"] = items.compactMap { item -> [String: Any]? in
      guard let item = item as? [String: Any] else { return nil }
      let pairs = names.compactMap { name in item[name.key].map { (name.value, $0) } }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    return root
  }

  private func item(_ object: [String: Any]) -> FeedItem {
    var item = FeedItem()
    item.id = Self.string(object["id"])
    let address = Self.string(object["url"]) ?? Self.string(object["external_url"])
    item.text.url =
      address.flatMap { PageAddress.resolved($0, against: base) }
      ?? item.id.flatMap { PageAddress.resolved($0, against: nil) }
    item.text.title = Self.string(object["title"]).flatMap(FeedTitle.unmarked)
    item.text.author = Self.authors(object) ?? feed.author
    item.text.source = feed.title
    item.text.language = Self.string(object["language"]) ?? feed.language
    let language = item.text.language
    item.updated = date(object["date_modified"], language: language)
    item.text.published = date(object["date_published"], language: language) ?? item.updated
    item.summary = Self.string(object["summary"]).map { FeedContent.paragraphs($0) } ?? []
    let html = Self.string(object["content_html"]).map { FeedContent.blocks($0, base: base) } ?? []
    let content =
      html.isEmpty
      ? Self.string(object["content_text"]).map { FeedContent.paragraphs($0) } ?? [] : html
    item.extent = content.isEmpty ? .summary : .content
    item.text.blocks = content.isEmpty ? item.summary : content
    if content.isEmpty { item.summary = [] }
    let attachments = object["attachments"] as? [Any] ?? []
    item.enclosures = attachments.compactMap { attachment in
      Self.string((attachment as? [String: Any])?["url"])
        .flatMap { PageAddress.resolved($0, against: base) }
    }
    return item
  }

  private func date(_ value: Any?, language: String?) -> Int64? {
    Self.string(value).flatMap { FeedDate($0, now: now, language: language)?.seconds }
  }

  /// The names of version 1.1's list of authors or of version 1's author.
  private static func authors(_ object: [String: Any]) -> String? {
    let authors = object["authors"] as? [Any] ?? object["author"].map { [$0] } ?? []
    let names = authors.compactMap { author in
      (string(author) ?? string((author as? [String: Any])?["name"])).flatMap(FeedTitle.plain)
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// A value that is text or a number, as text that is not empty.
  private static func string(_ value: Any?) -> String? {
    if let object = value as? [String: Any] { return object["#value"] as? String }
    let text = (value as? String) ?? (value as? NSNumber)?.stringValue
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }
}
