import Foundation

/// A feed in a list of subscriptions.
public struct Subscription: Hashable, Sendable {
  /// The feed's address.
  public var address: String
  /// What the list calls it.
  public var title: String?
  /// The address of its site.
  public var link: String?
  /// The folders that it lies in, the outermost first.
  public var folders: [String] = []

  /// Creates a subscription.
  public init(address: String, title: String? = nil, link: String? = nil, folders: [String] = []) {
    self.address = address
    self.title = title
    self.link = link
    self.folders = folders
  }
}

/// A list of subscriptions as feed readers exchange it: OPML.
public struct SubscriptionList: Hashable, Sendable {
  /// The subscriptions in the order of the list, each feed once.
  public private(set) var subscriptions: [Subscription] = []
  /// Addresses that are not of http or https, which were left out.
  public private(set) var refused: [String] = []
  private var known: Set<String> = []

  /// How deep folders are kept; what lies deeper is put into the last.
  private static let deepest = 32

  /// Creates a list of the subscriptions that differ.
  public init(_ subscriptions: [Subscription]) {
    for subscription in subscriptions { add(subscription) }
  }

  /// Reads OPML, recovering what can be from a broken file; `nil` where it is none.
  ///
  /// Complexity: O(*n*).
  public init?(opml bytes: [UInt8]) {
    let text = FeedRepair(FeedText(bytes).scalars).text
    guard let root = MarkupDocument(xml: text)?.root, root.name.lowercased() == "opml" else {
      return nil
    }
    var folders: [String?] = []
    root.walk { node in
      guard node.isElement else { return false }
      if node.name.lowercased() == "outline" { enter(node, &folders) }
      return true
    } leave: { node in
      if node.isElement, node.name.lowercased() == "outline" { folders.removeLast() }
    }
  }

  private mutating func enter(_ outline: MarkupNode, _ folders: inout [String?]) {
    let title = Self.text(outline, "text") ?? Self.text(outline, "title")
    guard let stated = Self.text(outline, "xmlurl") else {
      folders.append(title)
      return
    }
    folders.append(nil)
    guard let address = PageAddress.resolved(stated, against: nil) else {
      refused.append(stated)
      return
    }
    var path = folders.compactMap(\.self)
    if path.isEmpty, let category = Self.text(outline, "category") {
      // OPML 2.0: categories separated by commas, each a path like "/Boston/Weather".
      path = category.prefix { $0 != "," }.split(separator: "/").map(String.init)
    }
    add(
      Subscription(
        address: address, title: title,
        link: Self.text(outline, "htmlurl").flatMap { PageAddress.resolved($0, against: nil) },
        folders: Array(path.prefix(Self.deepest))))
  }

  /// The value of an attribute in one line, whatever the case of its name.
  private static func text(_ outline: MarkupNode, _ name: String) -> String? {
    for written in [name, name.replacingOccurrences(of: "url", with: "Url"), name.uppercased()] {
      if let value = outline.attribute(written).flatMap(FeedTitle.plain) {
        return CleanText.displayed(value)
      }
    }
    return nil
  }

  private mutating func add(_ subscription: Subscription) {
    guard known.insert(ItemIdentity.normalizedLink(subscription.address)).inserted else { return }
    subscriptions.append(subscription)
  }

  /// The list as OPML 2.0, its folders nested.
  public var opml: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<opml version="2.0">"#,
      "  <head>", "    <title>Subscriptions</title>", "  </head>", "  <body>",
    ]
    write(subscriptions[...].map { ($0, $0.folders[...]) }, depth: 2, into: &lines)
    lines += ["  </body>", "</opml>", ""]
    return lines.joined(separator: "\n")
  }

  private func write(
    _ entries: [(subscription: Subscription, folders: ArraySlice<String>)], depth: Int,
    into lines: inout [String]
  ) {
    let indent = String(repeating: "  ", count: depth)
    var order: [String] = []
    var inside: [String: [(subscription: Subscription, folders: ArraySlice<String>)]] = [:]
    for entry in entries {
      guard let folder = entry.folders.first, depth < Self.deepest else {
        let title = Self.escaped(entry.subscription.title ?? entry.subscription.address)
        let link = entry.subscription.link.map { " htmlUrl=\"\(Self.escaped($0))\"" } ?? ""
        let address = Self.escaped(entry.subscription.address)
        lines.append(
          "\(indent)<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\""
            + " xmlUrl=\"\(address)\"\(link)/>")
        continue
      }
      if inside[folder] == nil { order.append(folder) }
      inside[folder, default: []].append((entry.subscription, entry.folders.dropFirst()))
    }
    for folder in order {
      lines.append("\(indent)<outline text=\"\(Self.escaped(folder))\">")
      write(inside[folder] ?? [], depth: depth + 1, into: &lines)
      lines.append("\(indent)</outline>")
    }
  }

  private static func escaped(_ text: String) -> String {
    CleanText.displayed(text)
      .replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }
}
