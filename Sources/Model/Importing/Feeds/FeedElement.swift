/// An element of a feed, with the vocabulary that its name is from.
struct FeedElement {
  /// The element in its tree.
  let node: MarkupNode
  /// The name in lower case, after the usual prefix of its vocabulary: `title`, `atom:link`,
  /// `dc:creator`; RSS has no prefix.
  let name: String

  /// Finds an element's vocabulary by the address of its namespace, or by the prefix where the address
  /// is wrong or missing.
  init(_ node: MarkupNode) {
    self.node = node
    var name = node.name.lowercased()
    var prefix = node.prefix?.lowercased()
    if let colon = name.firstIndex(of: ":") {
      prefix = String(name[..<colon])
      name = String(name[name.index(after: colon)...])
    }
    let vocabulary =
      node.namespace.flatMap { Self.vocabularies[Self.normalized($0)] }
      ?? prefix.map { Self.prefixes.contains($0) ? $0 : "other" } ?? ""
    let isPlain = vocabulary.isEmpty || vocabulary == "atom" && !Self.atomNames.contains(name)
    self.name = isPlain ? name : "\(vocabulary):\(name)"
  }

  /// The elements in an element.
  static func elements(of node: MarkupNode) -> [FeedElement] {
    node.elements.map(FeedElement.init)
  }

  /// The name without a prefix.
  var localName: Substring {
    name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
  }

  /// An address without what differs between the ways it is written.
  private static func normalized(_ address: String) -> String {
    var address = address.lowercased()[...]
    for start in ["http://", "https://", "www."] where address.hasPrefix(start) {
      address = address.dropFirst(start.count)
    }
    while let last = address.last, last == "/" || last == "#" { address = address.dropLast() }
    return String(address)
  }

  private static let vocabularies = [
    "purl.org/rss/1.0": "", "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "", "backend.userland.com/rss": "",
    "backend.userland.com/rss2": "", "backend.userland.com/rss091": "",
    "blogs.law.harvard.edu/tech/rss": "", "purl.org/net/rss1.1": "",
    "my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "w3.org/2005/atom": "atom", "purl.org/atom/ns": "atom",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc", "purl.org/dc/elements/1.0": "dc",
    "purl.org/rss/1.0/modules/dc": "dc", "purl.org/metadata/dublin_core": "dc",
    "purl.org/dc/terms": "dcterms", "purl.org/rss/1.0/modules/dcterms": "dcterms",
    "search.yahoo.com/mrss": "media", "search.yahoo.com/mrss.": "media",
    "video.search.yahoo.com/mrss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes", "example.com/dtds/podcast-1.0.dtd": "itunes",
    "w3.org/1999/xhtml": "xhtml", "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "purl.org/rss/1.0/modules/syndication": "sy",
  ]
  private static let prefixes = Set(vocabularies.values.filter { !$0.isEmpty })

  /// What Atom 0.3 and 1.0 define; where RSS is put into their namespace, the rest is RSS.
  private static let atomNames: Set<String> = [
    "feed", "entry", "title", "subtitle", "tagline", "link", "id", "author", "contributor", "name",
    "uri", "url", "email", "content", "summary", "published", "issued", "created", "updated",
    "modified", "rights", "copyright", "source", "generator", "category", "info", "logo", "icon",
  ]
}
