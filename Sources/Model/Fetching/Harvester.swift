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
  /// How many pages are fetched for one answer of a feed.
  private static let mostPages = 40

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
    case .page, .links:
      return try page(bytes, at: response.address)
    case .feed, .run, .path:
      do {
        return try Feed(
          bytes, contentType: response.headers["content-type"], address: response.address,
          now: Int64(Date().timeIntervalSince1970))
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
    var text: StructuredText
    var keys: [String]
    var digest: ItemDigest
    /// Its place where the library has it already.
    var line: Int?
    var link: String?
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
    var pages = 0
    // The oldest first, which feeds have last.
    for (place, identity) in identities.enumerated().reversed() {
      try Task.checkCancellation()
      var item = feed.items[place]
      var digest = ItemDigest(item)
      let known = stored[place]
      if let known, ItemUpdate(from: known.digest, to: digest) == .nothing {
        harvest.unchanged += 1
        continue
      }
      if pages < Self.mostPages, wantsPage(item, digest, of: source) {
        pages += 1
        await takePage(into: &item, &digest, of: source)
      }
      if let known, ItemUpdate(from: known.digest, to: digest) != .text {
        harvest.unchanged += 1
        continue
      }
      taken.append(
        Taken(
          text: feed.article(item), keys: identity.keys, digest: digest, line: known?.line,
          link: identity.link))
    }
    if repeated != before {
      try library.write { [repeated] in
        try SourceStore(db: $0).write(repeated: repeated, in: target)
      }
    }
    try store(taken, of: target, &harvest)
    return harvest
  }

  private func wantsPage(_ item: FeedItem, _ digest: ItemDigest, of source: Source) -> Bool {
    switch source.settings.fullText ?? .auto {
    case .never: return false
    case .always: return item.text.url != nil
    case .auto:
      return item.text.url != nil && digest.length < Self.fewestWords
    }
  }

  /// Puts the text of the page behind an item in the place of its summary, where it is longer.
  private func takePage(
    into item: inout FeedItem, _ digest: inout ItemDigest, of source: Source
  ) async {
    guard let url = item.text.url, WebAddress(url) != nil,
      let answer = await fetcher.fetch(FetchRequest(url, settings: source.settings)),
      case .success(let response) = answer, (200..<300).contains(response.status),
      let page = PageArticle(bytes: [UInt8](response.body), address: response.address)?.content
    else { return }
    var full = item
    full.text.blocks = page.blocks
    full.text.author = item.text.author ?? page.author
    full.text.published = item.text.published ?? page.published
    full.text.title = item.text.title ?? page.title
    full.extent = .content
    let own = ItemDigest(full)
    if own.length > digest.length { (item, digest) = (full, own) }
  }

  private func store(
    _ taken: [Taken], of target: String, _ harvest: inout FetchRun.Harvest
  ) throws {
    guard !taken.isEmpty else { return }
    let first = try library.read { try SourceStore(db: $0).nextLine(of: target) }
    var line = first
    let spans = try library.read { try JudgedSpans($0) }
    var packed: [(item: Taken, line: Int, article: PackedArticle)] = []
    for item in taken {
      let place = item.line ?? line
      if item.line == nil { line += 1 }
      let origin = ArticleOrigin(path: target, line: place)
      guard let article = item.text.article(origin: origin, modified: Date()) else { continue }
      packed.append(
        (
          item, place,
          PackedArticle(
            ExtractedArticle(article, tagger: tagger, resolver: resolver, spans: spans),
            isHasty: tagger.isQuick)
        ))
    }
    let counts = try library.write { [packed] db in
      let articles = ArticleStore(db: db, keepsCopies: false)
      let sources = SourceStore(db: db)
      let file = try articles.file(at: target)
      var counts = (new: 0, updated: 0, same: 0)
      for (item, line, article) in packed {
        try sources.write(.init(line: line, digest: item.digest), keys: item.keys, of: target)
        if item.line == nil, let link = item.link,
          let same = try sources.article(linked: link, besides: target)
        {
          // Another source has it already: one article with two origins.
          try articles.addPlace(file: file, line: line, article: same)
          counts.same += 1
          continue
        }
        switch try articles.store(article, file: file, line: line, isSame: item.line != nil) {
        case .added, .displaced: counts.new += 1
        case .replaced, .updated, .moved: counts.updated += 1
        case .unchanged: counts.same += 1
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
