import Foundation

/// What an item of a feed is known by in its source.
public struct ItemIdentity: Hashable, Sendable {
  /// The keys that lead to the article, the surest first; the date is never one.
  public var keys: [String]
  /// The link in its normal form, by which articles of different sources are one.
  public var link: String?

  /// The identities of the items of a feed, in their order.
  ///
  /// A GUID or link that items with different titles share identifies none of them. `repeated`
  /// remembers those of a source from one answer to the next, because an answer may hold only one of
  /// the items that share it.
  public static func identities(of feed: Feed, repeated: inout Set<String>) -> [ItemIdentity] {
    var titles: [String: String] = [:]
    for item in feed.items {
      let title = item.text.title ?? words(of: item)
      for key in [guid(item), link(item)].compactMap(\.self) {
        // One item twice is no repetition; two links under one GUID are.
        let told = key.hasPrefix("guid:") ? link(item) ?? title : title
        if titles.updateValue(told, forKey: key).map({ $0 != told }) ?? false {
          repeated.insert(key)
        }
      }
    }
    let site = feed.link.map { "link:" + normalizedLink($0) }
    return feed.items.map { item in
      var keys = [guid(item), link(item)].compactMap(\.self)
        .filter { !repeated.contains($0) && $0 != site }
      if keys.isEmpty { keys = [words(of: item)] }
      return ItemIdentity(keys: keys, link: item.text.url.map(normalizedLink))
    }
  }

  private static func guid(_ item: FeedItem) -> String? {
    item.id.map { "guid:" + (PageAddress.isAbsolute($0) ? normalizedLink($0) : $0) }
  }

  private static func link(_ item: FeedItem) -> String? {
    item.text.url.map { "link:" + normalizedLink($0) }
  }

  /// The title and the first words of an item.
  private static func words(of item: FeedItem) -> String {
    let title = ItemDigest.words(of: item.text.title ?? "").joined(separator: " ")
    let text = item.text.blocks.lazy.flatMap { ItemDigest.words(of: $0.text) }.prefix(firstWords)
    return "words:\(title)\n\(text.joined(separator: " "))"
  }

  /// How many words of the text are a part of the key.
  private static let firstWords = 8

  /// An address without what does not change where it leads: scheme, `www.`, port of the scheme,
  /// trailing slash, and the parameters that count visitors.
  public static func normalizedLink(_ address: String) -> String {
    guard var parts = URLComponents(string: address), let host = parts.host?.lowercased() else {
      return address
    }
    if let items = parts.percentEncodedQueryItems {
      let kept = items.filter { !isTracking($0.name.lowercased()) }
      parts.percentEncodedQueryItems = kept.isEmpty ? nil : kept
    }
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let port = parts.port.flatMap { $0 == 80 || $0 == 443 ? nil : ":\($0)" } ?? ""
    let path =
      parts.percentEncodedPath.hasSuffix("/")
      ? String(parts.percentEncodedPath.dropLast()) : parts.percentEncodedPath
    let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
    let fragment = parts.percentEncodedFragment.map { "#" + $0 } ?? ""
    return name + port + path + query + fragment
  }

  private static func isTracking(_ name: String) -> Bool {
    name.hasPrefix("utm_")
      || ["fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign"].contains(name)
  }
}
