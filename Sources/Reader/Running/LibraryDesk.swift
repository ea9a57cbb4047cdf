import Model
import Synchronization

/// Answers the questions of panes from the library; what several questions need is kept here.
final class LibraryDesk: Sendable {
  /// The library asked.
  let library: Library
  private let listOrder: Mutex<ArticleOrder>
  /// The file that lists the sources.
  private let sources: SourceListFile
  /// The library's generation when it was last looked at.
  private let generation = Mutex<Int64?>(nil)
  /// The lists that filters left, kept so that going back finds them as they were.
  private let lists = Mutex(ListCache())
  /// The numbers of the newest questions of which only the newest counts.
  private let newest = Mutex<[ObjectIdentifier: Int]>([:])
  /// The resolver, once something of its was needed.
  private let knownResolver = Mutex<NewsResolver?>(nil)

  /// Makes a desk for a library whose list has an order.
  init(
    library: Library, order: ArticleOrder, sources: SourceListFile = SourceChoice.file
  ) {
    self.library = library
    listOrder = Mutex(order)
    self.sources = sources
  }

  /// The order in which the list was asked for last.
  var order: ArticleOrder { listOrder.withLock { $0 } }

  /// Notes a question before its turn comes: older ones that it overtakes are not begun.
  func announce(_ inquiry: Inquiry) {
    guard let number = inquiry.number else { return }
    newest.withLock { $0[inquiry.type] = number }
  }

  /// The answer to a question; an error becomes a notice.
  func answer(to inquiry: Inquiry) -> Message? {
    if let number = inquiry.number, number < newest.withLock({ $0[inquiry.type] ?? 0 }) {
      return nil
    }
    do {
      return try inquiry.reply(from: self).map { .answered($0) }
    } catch {
      return .failed(inquiry, Notice(text: String(describing: error), tone: .alert))
    }
  }

  /// Joins all names again where an import left that to do, then gets the library ready, so that the
  /// first search is as quick as the next; says what went wrong.
  func settle() -> Message? {
    do {
      if !library.isReadOnly { try library.refreshIndexes() }
      if let all = try? SourceChoice.all(in: sources) { try library.note(all) }
      if !library.isReadOnly, try library.isUnsettled() {
        try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
          .settle()
      }
      try library.prepare()
      try library.prepareSearch()
      return nil
    } catch {
      return .notice(Notice(text: String(describing: error), tone: .alert))
    }
  }

  /// Whether the library has changed since this was last asked.
  func hasChanged() throws -> Bool {
    let now = try library.generation()
    let before = generation.withLock { known in
      defer { known = now }
      return known
    }
    return before.map { $0 != now } ?? false
  }

  /// The resolver, whose tables are read when they are first needed.
  func resolver() throws -> NewsResolver {
    if let known = knownResolver.withLock({ $0 }) { return known }
    let made = try NewsResolver()
    knownResolver.withLock { $0 = made }
    return made
  }

  /// The sources on the list, with what is known of them; the library knows then what they are called.
  func sourceOverviews() throws -> [SourceOverview] {
    let all = try SourceChoice.all(in: sources)
    try library.note(all)
    return try library.overviews(of: all)
  }

  /// Takes a source off the list; says how many of its articles went with it.
  func unsubscribe(from target: String, withArticles: Bool) throws -> Int {
    for source in try SourceChoice.all(in: sources) where source.target == target {
      try sources.remove(source)
    }
    return try library.removeSource(
      target, withArticles: withArticles, resolver: try resolver())
  }

  // MARK: - Articles

  /// An article laid out, with the place where it was last left.
  func reading(
    _ id: ArticleID, _ setting: TextSetting, _ filter: SearchQuery?
  ) throws -> Reading? {
    guard let content = try library.content(of: id) else { return nil }
    let row = try row(of: id, in: filter)
    let layout = ArticleLayout(content.article, note: content.summary.note, setting: setting)
    var reading = Reading(content: content, row: row, layout: layout)
    reading.savedPlace = try library.position(of: id).map {
      $0 == 0 ? .start : Place(top: $0, cursor: $0)
    }
    return reading
  }

  /// The article at a row of the list.
  func article(at row: Int, of query: SearchQuery?) throws -> ArticleID? {
    guard let query else {
      return try library.summaries(in: row..<row + 1, order: order).first?.id
    }
    return try list(query).articles(in: row..<row + 1).first
  }

  /// The row of an article in the list; `nil` where the filter hides it.
  func row(of article: ArticleID, in query: SearchQuery?) throws -> Int? {
    guard let query else { return try library.row(of: article, order: order) }
    return try list(query).row(of: article)
  }

  /// Rows of the list as a filter leaves it.
  func rows(for request: ListRequest) throws -> ListAnswer {
    listOrder.withLock { $0 = request.order }
    let list = try request.query.map { try self.list($0, isRenewed: request.isRenewed) }
    let total = try library.articleCount()
    let count = list?.count ?? total
    var answer = ListAnswer(
      request: request, count: count, total: total, first: 0, summaries: [])
    if let anchor = request.anchor {
      answer.anchorRow = try list.map { $0.row(of: anchor) } ?? row(of: anchor, in: nil)
    }
    var wanted = request.rows
    if let row = answer.anchorRow {
      wanted = max(0, row - wanted.count / 2)..<row + wanted.count
    }
    wanted = wanted.clamped(to: 0..<max(0, count))
    answer.first = wanted.lowerBound
    answer.summaries =
      try list.map { try library.summaries(of: $0.articles(in: wanted)) }
      ?? library.summaries(in: wanted, order: order)
    return answer
  }

  /// The articles that a filter leaves in.
  func articles(_ query: SearchQuery?) throws -> [ArticleID] {
    guard let query else { return try library.allArticles() }
    let list = try list(query)
    return list.articles(in: 0..<list.count)
  }

  /// What a filter leaves in: as it was when it was last asked for, if the articles are the same.
  private func list(_ query: SearchQuery, isRenewed: Bool = false) throws -> ArticleList {
    let generation = try library.generation()
    let order = order
    if !isRenewed, let known = lists.withLock({ $0.list(query, order, at: generation) }) {
      return known
    }
    let made = try library.list(query, order: order)
    lists.withLock { $0.keep(made, for: query) }
    return made
  }
}
/// The lists that filters left lately, each as it was when it was asked for.
struct ListCache: Sendable {
  /// How many are kept.
  private static let limit = 8

  /// The lists, the one used last at the end.
  private var lists: [(query: SearchQuery, list: ArticleList)] = []

  /// A list that is known, if it is of a generation of the library and in an order.
  mutating func list(
    _ query: SearchQuery, _ order: ArticleOrder, at generation: Int64
  ) -> ArticleList? {
    guard let index = lists.firstIndex(where: { $0.query == query }) else { return nil }
    let known = lists.remove(at: index)
    guard known.list.generation == generation, known.list.order == order else { return nil }
    lists.append(known)
    return known.list
  }

  /// Keeps a list.
  mutating func keep(_ list: ArticleList, for query: SearchQuery) {
    lists.removeAll { $0.query == query }
    lists.append((query, list))
    if lists.count > Self.limit { lists.removeFirst() }
  }
}
