import Model
import Synchronization

/// Carries out the effects that ask the library.
final class LibraryEffects: Sendable {
  /// How many articles the answer to a key brings: more than a screen shows.
  static let firstHits = 40
  /// How many articles a search brings at most.
  static let hitLimit = 200

  /// The library asked.
  let library: Library
  /// The order of the list.
  let order: ArticleOrder
  /// The library's generation when it was last looked at.
  private let generation = Mutex<Int64?>(nil)
  /// The lists that filters left, kept so that going back finds them as they were.
  let lists = Mutex(ListCache())
  /// The number of the newest search asked for; older ones are not begun.
  private let newestSearch = Atomic<Int>(0)

  /// The newest article whose like are asked for; it is not begun for older ones.
  let newestArticle = Mutex<ArticleID?>(nil)

  /// The resolver, once something of its was needed.
  let knownResolver = Mutex<NewsResolver?>(nil)

  /// Makes what carries out effects on a library.
  init(library: Library, order: ArticleOrder) {
    self.library = library
    self.order = order
  }

  /// Notes what is asked for, before its turn comes: a search that is typed on is not begun.
  func announce(_ effect: Effect) {
    switch effect {
    case .search(_, let request): newestSearch.store(request, ordering: .relaxed)
    case .fetchRelated(let article): newestArticle.withLock { $0 = article }
    default: return
    }
  }

  /// Carries out an effect and returns its answer; an error becomes a notice.
  func answer(to effect: Effect) -> Message? {
    do {
      return try carryOut(effect)
    } catch {
      let notice = Notice(text: String(describing: error), tone: .alert)
      return effect.isChange ? .changeFailed(notice) : .notice(notice)
    }
  }

  /// Joins all names anew where some are joined provisionally, then gets the library ready, so that the
  /// first search is as quick as the next; says what went wrong.
  func settle() -> Message? {
    do {
      if try library.isProvisional() {
        try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
          .settle()
      }
      try library.prepare()
      return nil
    } catch {
      return .notice(Notice(text: String(describing: error), tone: .alert))
    }
  }

  private func carryOut(_ effect: Effect) throws -> Message? {
    switch effect {
    case .fetchRows(let range):
      let count = try library.articleCount()
      let wanted = range.clamped(to: 0..<max(0, count))
      return .rows(
        count: count, from: wanted.lowerBound,
        try library.summaries(in: wanted, order: order))
    case .openRow(let row, let target, let request):
      guard let article = try article(at: row, of: request.filter) else { return nil }
      return try open(article, target, request)
    case .openArticle(let article, let target, let request):
      return try open(article, target, request)
    case .layOut(let id, let setting):
      guard let content = try library.content(of: id) else { return nil }
      return .laidOut(ArticleLayout(content.article, setting: setting), article: id)
    case .findNext(let entity, let article):
      let next = try library.nextArticle(mentioning: entity, after: article, order: order)
      return .found(entity, next: next?.place, wrapped: next?.wrapped ?? false)
    case .search(let query, let request):
      guard request >= newestSearch.load(ordering: .relaxed) else { return nil }
      let results = try library.search(query, order: order, limit: Self.firstHits)
      return .searched(query, results, request: request)
    case .searchOn(let query, let first, let request):
      guard request >= newestSearch.load(ordering: .relaxed), first < Self.hitLimit else {
        return nil
      }
      let hits = try library.search(query, order: order, hits: first..<Self.hitLimit).hits
      return .searchedOn(hits, from: first, request: request)
    case .lookForChanges:
      let now = try library.generation()
      let before = generation.withLock { known in
        defer { known = now }
        return known
      }
      return before == nil || before == now ? nil : .changed
    case .setRead(let isRead, let article):
      try library.setRead(isRead, article: article)
      return nil
    case .savePlace(let place, let article):
      try library.setPosition(place.top, article: article)
      try library.setLastPlace(PlaceMark(article: article, position: place.cursor))
      return nil
    default: return try carryOutOnNames(effect) ?? carryOutKeeping(effect)
    }
  }

  private func open(
    _ id: ArticleID, _ target: OpenTarget, _ request: OpenRequest
  ) throws -> Message? {
    try reading(id, request.setting, request.filter).map {
      .opened($0, target, request: request.number)
    }
  }

  /// An article laid out, with the place where it was last left.
  func reading(
    _ id: ArticleID, _ setting: TextSetting, _ filter: SearchQuery?
  ) throws -> Reading? {
    guard let content = try library.content(of: id) else { return nil }
    let row = try row(of: id, in: filter)
    let layout = ArticleLayout(content.article, setting: setting)
    var reading = Reading(content: content, row: row, layout: layout)
    reading.savedPlace = try library.position(of: id).map {
      $0 == 0 ? .start : Place(top: $0, cursor: $0)
    }
    return reading
  }
}
