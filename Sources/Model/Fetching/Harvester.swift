import Foundation
import GRDB

/// Takes what servers answer into a library: a feed's items, with the pages behind them where the feed
/// has summaries only, and single pages.
public struct Harvester: Sendable {
  private let library: Library
  private let tagger: any Tagger
  private let resolver: any Resolver
  private let fetcher: any Fetcher

  /// A text of fewer words is a summary, whatever the feed calls it.
  private static let fewestWords = 120
  /// A page that a list of links leads to is an article from so many words on.
  private static let fewestWordsOfArticle = 40
  /// How many pages are fetched for one answer of a feed.
  private static let mostPages = 40
  /// After how many requests in a row without an answer a host is not asked any more.
  private static let mostFailures = 3

  /// Creates a harvester; the fetcher gets the pages behind summaries.
  public init(
    library: Library, tagger: any Tagger, resolver: any Resolver, fetcher: any Fetcher
  ) {
    self.library = library
    self.tagger = tagger
    self.resolver = resolver
    self.fetcher = fetcher
  }

  /// Reads an answer and stores what is new in it.
  public func read(
    _ source: Source, _ response: FetchResponse
  ) async throws(FetchFailure) -> FetchRun.Harvest {
    let feed = try feed(in: response, of: source)
    do {
      return try await take(feed, of: source)
    } catch is CancellationError {
      throw FetchFailure("was stopped")
    } catch {
      throw FetchFailure("was not stored: \(error)")
    }
  }

  /// Joins the names of what was stored.
  public func finish() throws {
    try EntityStore(library: library, resolver: resolver).resolve()
  }

  // MARK: - Reading

  private func feed(in response: FetchResponse, of source: Source) throws(FetchFailure) -> Feed {
    let bytes = [UInt8](response.body)
    switch source.kind {
    case .page:
      return try page(bytes, at: response.address)
    case .links:
      let feed = Feed(
        linksOf: bytes, contentType: response.headers["content-type"], address: response.address)
      guard let feed, !feed.items.isEmpty else {
        throw FetchFailure("is a web page without links to articles of its site; check the address")
      }
      return feed
    case .feed, .run, .path:
      do {
        return try Feed(response)
      } catch {
        if case .page = error, source.kind == .run { return try page(bytes, at: response.address) }
        throw FetchFailure("\(error)")
      }
    }
  }

  /// A page as a feed of one item.
  private func page(_ bytes: [UInt8], at address: String) throws(FetchFailure) -> Feed {
    guard let text = PageArticle(bytes: bytes, address: address)?.content, !text.blocks.isEmpty
    else {
      throw FetchFailure("is a web page without an article; open it in a browser")
    }
    var feed = Feed()
    var item = FeedItem()
    item.text = text
    item.text.url = text.url ?? address
    item.id = address
    item.extent = .content
    feed.title = text.source
    feed.items = [item]
    return feed
  }

  // MARK: - Storing

  private struct Taken: Sendable {
    var item: FeedItem
    var keys: [String]
    var digest: ItemDigest
    /// What the library has of it already.
    var known: SourceStore.Item?
    /// Whether it is noted and not taken: it is none of the articles that are wanted.
    var isLeftOut = false
    var link: String?

    /// Takes the text of the page behind it, where that is longer.
    mutating func take(_ page: StructuredText, of source: Source) {
      var full = item
      full.text.blocks = page.blocks
      full.text.author = item.text.author ?? page.author
      full.text.published = item.text.published ?? page.published
      full.text.title =
        source.kind == .links ? page.title ?? item.text.title : item.text.title ?? page.title
      full.extent = .content
      let own = ItemDigest(full)
      if own.length > digest.length { (item, digest) = (full, own) }
    }
  }

  private func take(_ feed: Feed, of source: Source) async throws -> FetchRun.Harvest {
    let target = source.target
    var repeated = try library.read { try SourceStore(db: $0).repeated(in: target) }
    let before = repeated
    let identities = ItemIdentity.identities(of: feed, repeated: &repeated)
    var harvest = FetchRun.Harvest(
      timeToLive: feed.minutesToLive.map { TimeInterval($0 * 60) })
    let stored = try library.read { db in
      let store = SourceStore(db: db)
      return try identities.map { try store.item($0.keys, of: target) }
    }
    var taken: [Taken] = []
    let now = Date()
    // The oldest first, which feeds have last.
    for (place, identity) in identities.enumerated().reversed() {
      let item = feed.items[place]
      let digest = ItemDigest(item)
      let known = stored[place]
      // Of a list of links only new ones are read.
      if let known,
        source.kind == .links || !known.isPresent
          || ItemUpdate(from: known.digest, to: digest) == .nothing
      {
        harvest.unchanged += 1
        continue
      }
      taken.append(
        Taken(
          item: item, keys: identity.keys, digest: digest, known: known,
          isLeftOut: known == nil && source.settings.isTooOld(item, at: now), link: identity.link))
    }
    try await takePages(into: &taken, of: source)
    taken.removeAll { taken in
      guard let known = taken.known, ItemUpdate(from: known.digest, to: taken.digest) != .text
      else { return false }
      harvest.unchanged += 1
      return true
    }
    if repeated != before {
      try library.write { [repeated] in
        try SourceStore(db: $0).write(repeated: repeated, in: target)
      }
    }
    try store(taken, in: feed, of: source, &harvest)
    return harvest
  }

  private func wantsPage(_ item: FeedItem, _ digest: ItemDigest, of source: Source) -> Bool {
    if source.kind == .links { return true }
    switch source.settings.fullText ?? .auto {
    case .never: return false
    case .always: return item.text.url != nil
    case .auto:
      return item.text.url != nil && digest.length < Self.fewestWords
    }
  }

  /// Puts the texts of the pages behind items in the place of their summaries, where they are longer.
  ///
  /// The pages of one host are asked for over one connection. A host that does not answer, or asks for a
  /// pause, is asked for no more of them.
  private func takePages(into taken: inout [Taken], of source: Source) async throws {
    var places: [String: [Int]] = [:]
    var hosts: [String] = []
    let wanting = taken.indices.filter {
      !taken[$0].isLeftOut && wantsPage(taken[$0].item, taken[$0].digest, of: source)
    }
    for place in wanting.prefix(Self.mostPages) {
      guard let host = taken[place].item.text.url.flatMap({ WebAddress($0)?.host }) else {
        continue
      }
      if places[host] == nil { hosts.append(host) }
      places[host, default: []].append(place)
    }
    var reached: Set<Int> = []
    for host in hosts {
      let own = places[host] ?? []
      let requests = own.compactMap { place in
        taken[place].item.text.url.map { FetchRequest($0, settings: source.settings) }
      }
      var failures = 0
      await fetcher.fetch(requests) { number, answer in
        guard case .success(let response) = answer else {
          failures += 1
          return failures < Self.mostFailures
        }
        failures = 0
        guard response.status != 429, response.status != 503 else { return false }
        if (200..<300).contains(response.status),
          let page = PageArticle(bytes: [UInt8](response.body), address: response.address)?.content
        {
          reached.insert(own[number])
          taken[own[number]].take(page, of: source)
        }
        return true
      }
      try Task.checkCancellation()
    }
    guard source.kind == .links else { return }
    for place in wanting where reached.contains(place) {
      taken[place].isLeftOut = taken[place].digest.length < Self.fewestWordsOfArticle
    }
    // What was not reached is asked for with the next fetch.
    let missed = Set(wanting).subtracting(reached)
    taken = taken.indices.filter { !missed.contains($0) }.map { taken[$0] }
  }

  private func store(
    _ taken: [Taken], in feed: Feed, of source: Source, _ harvest: inout FetchRun.Harvest
  ) throws {
    guard !taken.isEmpty else { return }
    let target = source.target
    let (first, spans) = try library.read {
      try (SourceStore(db: $0).nextLine(of: target), JudgedSpans($0))
    }
    var line = first
    var packed: [(item: Taken, line: Int, article: PackedArticle)] = []
    var leftOut: [(item: Taken, line: Int)] = []
    for item in taken {
      let place = item.known?.line ?? line
      if item.known == nil { line += 1 }
      guard !item.isLeftOut else {
        leftOut.append((item, place))
        continue
      }
      let origin = ArticleOrigin(path: target, line: place)
      let text = feed.article(item.item)
      guard let article = text.article(origin: origin, modified: Date()) else { continue }
      packed.append(
        (
          item, place,
          PackedArticle(
            ExtractedArticle(article, tagger: tagger, resolver: resolver, spans: spans),
            isHasty: tagger.isQuick)
        ))
    }
    if let filter = source.settings.filter {
      let new = packed.filter { $0.item.known == nil }
      let wanted = try NewArticles(articles: new.map(\.article), resolver: resolver)
        .positions(of: SearchQuery(filter))
      for (position, one) in new.enumerated() where !wanted.contains(position) {
        leftOut.append((one.item, one.line))
      }
      let unwanted = Set(leftOut.map(\.line))
      packed.removeAll { unwanted.contains($0.line) }
    }
    let counts = try library.write { [packed, leftOut] db in
      let articles = ArticleStore(db: db, keepsCopies: false)
      let sources = SourceStore(db: db)
      let file = try articles.file(at: target)
      var counts = (new: 0, updated: 0, same: 0)
      for (item, line) in leftOut {
        try sources.write(.init(line: line, digest: item.digest), keys: item.keys, of: target)
        counts.same += 1
      }
      for (item, line, article) in packed {
        try sources.write(.init(line: line, digest: item.digest), keys: item.keys, of: target)
        if item.known == nil, let link = item.link,
          let same = try sources.article(linked: link, besides: target)
        {
          // Another source has it already: one article with two origins.
          try articles.addPlace(file: file, line: line, article: same)
          counts.same += 1
          continue
        }
        switch try articles.store(article, file: file, line: line, isSame: item.known != nil) {
        case .added, .displaced: counts.new += 1
        case .replaced, .updated, .moved: counts.updated += 1
        case .unchanged, .elsewhere: counts.same += 1
        }
      }
      try articles.noteChange(difference: counts.new)
      return counts
    }
    harvest.new += counts.new
    harvest.updated += counts.updated
    harvest.unchanged += counts.same
  }
}

extension Feed {
  /// Reads what a server answered.
  public init(_ response: FetchResponse) throws(FeedFailure) {
    try self.init(
      [UInt8](response.body), contentType: response.headers["content-type"],
      address: response.address, now: Int64(Date().timeIntervalSince1970))
  }
}

extension SourceSettings {
  /// Whether an item is older than what is kept.
  fileprivate func isTooOld(_ item: FeedItem, at now: Date) -> Bool {
    guard case .days(let days)? = keep, let published = item.text.published else { return false }
    return published < SourceSettings.Keep.oldest(inDays: days, at: now)
  }
}
