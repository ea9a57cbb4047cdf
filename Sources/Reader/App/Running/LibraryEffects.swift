import Model
import Synchronization

/// Carries out the effects that ask the library.
final class LibraryEffects: Sendable {
  /// How many articles a search brings at most.
  static let hitLimit = 200

  /// The library asked.
  let library: Library
  /// The order of the list.
  private let order: ArticleOrder
  /// The library's generation when it was last looked at.
  private let generation = Mutex<Int64?>(nil)
  /// The number of the newest search asked for; older ones are not begun.
  private let newestSearch = Atomic<Int>(0)

  /// The newest article whose like are asked for; it is not begun for older ones.
  private let newestArticle = Mutex<ArticleID?>(nil)

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
      guard let summary = try library.summaries(in: row..<row + 1, order: order).first else {
        return nil
      }
      return try open(summary.id, target, request)
    case .openArticle(let article, let target, let request):
      return try open(article, target, request)
    case .fetchRelated(let article):
      guard article == newestArticle.withLock({ $0 }) else { return nil }
      return .related(try related(to: article), of: article)
    case .openPage(let entity): return .page(try page(of: entity), of: entity)
    case .judge(let request):
      return .judged(inverse: try library.judge(try change(for: request)), request.notice)
    case .findProposal: return .proposal(try library.proposals(limit: 1).first)
    case .fetchMentions(let entity, let rows):
      return .mentions(try library.concordance(of: entity, rows: rows, order: order), of: entity)
    case .openCounterpart(let article, let setting):
      let other = try library.counterpart(of: article)?.article
      return .openedBeside(try other.flatMap { try reading($0, setting) }, of: article)
    case .openBeside(let other, let article, let setting):
      return .openedBeside(try reading(other, setting), of: article)
    case .layOut(let id, let setting):
      guard let content = try library.content(of: id) else { return nil }
      return .laidOut(ArticleLayout(content.article, setting: setting), article: id)
    case .findNext(let entity, let article):
      let next = try library.nextArticle(mentioning: entity, after: article, order: order)
      return .found(entity, next: next?.place, wrapped: next?.wrapped ?? false)
    case .search(let query, let request):
      guard request >= newestSearch.load(ordering: .relaxed) else { return nil }
      let results = try library.search(query, order: order, limit: Self.hitLimit)
      return .searched(query, results, request: request)
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
      return nil
    default: return nil
    }
  }

  private func open(
    _ id: ArticleID, _ target: OpenTarget, _ request: OpenRequest
  ) throws -> Message? {
    try reading(id, request.setting).map { .opened($0, target, request: request.number) }
  }

  /// How many shared names are told of a related article.
  private static let sharedNames = 4

  private func related(to article: ArticleID) throws -> [RelatedStrip.Row] {
    let related = try library.related(to: article, limit: RelatedStrip.limit)
    let summaries = try library.summaries(of: related.map(\.article))
    let shared = related.map { $0.shared.prefix(Self.sharedNames) }
    let entities = try library.entities(shared.joined())
    return zip(related, shared).compactMap { one, shared in
      summaries.first { $0.id == one.article }.map {
        RelatedStrip.Row(summary: $0, shared: shared.compactMap { entities[$0] })
      }
    }
  }

  /// How many of an entity's articles are looked through for those that its page shows.
  private static let articlesOnPage = 40

  private func page(of entity: EntityID) throws -> EntityPageContent? {
    guard let page = try library.entityPage(entity, order: order) else { return nil }
    let first = page.articles.prefix(Self.articlesOnPage).map(\.id)
    return EntityPageContent(
      page: page, articles: try library.summaries(of: first),
      proposals: try library.proposals(of: entity), links: try library.links(of: entity))
  }

  /// What a judgement changes; nothing where the entity is gone.
  private func change(for request: JudgementRequest) throws -> JudgementChange {
    func change(_ entity: EntityID, _ judgement: (JudgedName) -> Judgement) throws
      -> JudgementChange
    {
      JudgementChange(adding: try library.judgedName(of: entity).map { [judgement($0)] } ?? [])
    }
    switch request {
    case .verdict(.same, let link): return JudgementChange(adding: [.same(link.left, link.right)])
    case .verdict(.different, let link):
      return JudgementChange(adding: [.different(link.left, link.right)])
    case .verdict(.unsure, let link):
      return JudgementChange(adding: [.unsure(link.left, link.right)])
    case .rename(let entity, let name): return try change(entity) { .rename($0, to: name) }
    case .kind(let entity, let kind): return try change(entity) { .kind($0, kind) }
    case .hide(let entity, let article): return try library.hiding(entity, in: article)
    case .merge(let left, let right): return try library.merging(left, right)
    case .split(let name, let entity): return try library.splitting(name, from: entity)
    }
  }

  /// An article laid out, with the place where it was last left.
  private func reading(_ id: ArticleID, _ setting: TextSetting) throws -> Reading? {
    guard let content = try library.content(of: id), let row = try library.row(of: id, order: order)
    else { return nil }
    let layout = ArticleLayout(content.article, setting: setting)
    var reading = Reading(content: content, row: row, layout: layout)
    reading.savedPlace = try library.position(of: id).map {
      $0 == 0 ? .start : Place(top: $0, cursor: $0)
    }
    return reading
  }
}
