import Model

/// Pages of names, judgements, and the articles that tell the same story.
extension LibraryEffects {
  /// Carries out an effect on names; `nil` for any other, and where there is nothing to answer.
  func carryOutOnNames(_ effect: Effect) throws -> Message? {
    switch effect {
    case .fetchRelated(let article):
      guard article == newestArticle.withLock({ $0 }) else { return nil }
      return .related(try related(to: article), of: article)
    case .openPage(let entity, let anchor):
      return .page(try page(of: bearer(of: anchor, else: entity)), of: entity)
    case .judge(let request):
      let change = UserChange.judgements(try change(for: request))
      return .userChanged(change, inverse: try library.apply(change), .command)
    case .findProposal: return .proposal(try library.proposals(limit: 1).first)
    case .fetchMentions(let entity, let rows):
      return .mentions(try library.concordance(of: entity, rows: rows, order: order), of: entity)
    case .openCounterpart(let article, let request):
      let other = try library.counterpart(of: article)?.article
      return .openedBeside(
        try other.flatMap { try reading($0, request.setting, request.filter) }, of: article)
    case .openBeside(let other, let article, let request):
      return .openedBeside(try reading(other, request.setting, request.filter), of: article)
    default: return nil
    }
  }

  /// How many shared names are told of a related article.
  private static let sharedNames = 4

  private func related(to article: ArticleID) throws -> [RelatedStrip.Row] {
    let related = try library.related(to: article, limit: RelatedStrip.limit)
      .filter { $0.score >= Library.sameStoryBound }
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

  /// The entity, where it has a name; else the one that has it.
  private func bearer(of anchor: JudgedName?, else entity: EntityID) throws -> EntityID {
    guard let anchor,
      try library.entity(entity)?.names.contains(where: { $0.text == anchor.text }) != true
    else { return entity }
    return try library.entity(named: anchor) ?? entity
  }

  private func page(of entity: EntityID) throws -> EntityPageContent? {
    guard let page = try library.entityPage(entity, order: order) else { return nil }
    let first = page.articles.prefix(Self.articlesOnPage).map(\.id)
    return EntityPageContent(
      page: page, articles: try library.summaries(of: first),
      offices: page.entity.kind == .person ? try offices(of: page.entity.id, in: first) : [],
      proposals: try library.proposals(of: entity), links: try library.links(of: entity))
  }

  /// In how many articles it is looked what a person is called, and how many offices are told.
  private static let articlesWithOffices = 8
  private static let officeLimit = 3

  /// What some articles call a person by office, those of most articles first.
  private func offices(of entity: EntityID, in articles: some Sequence<ArticleID>) throws
    -> [String]
  {
    let resolver = try resolver()
    var counts: [String: Int] = [:]
    for id in articles.prefix(Self.articlesWithOffices) {
      guard let content = try library.content(of: id) else { continue }
      let roles = resolver.roles(in: content.article, mentions: content.mentions)
      for role in roles where role.entity == entity { counts[role.text, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.officeLimit).map(\.key)
  }

  /// The resolver, whose tables are read when they are first needed.
  private func resolver() throws -> NewsResolver {
    if let known = knownResolver.withLock({ $0 }) { return known }
    let made = try NewsResolver()
    knownResolver.withLock { $0 = made }
    return made
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
}
