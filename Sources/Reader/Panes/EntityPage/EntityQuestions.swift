import Model

/// What the reader says of names, as the library is asked to keep it.
enum JudgementRequest: Hashable, Sendable {
  /// What can be said of two names.
  enum Verdict: Hashable, Sendable {
    case same
    case different
    case unsure
  }

  /// The two names of a link are the same entity, are not, or nobody can tell.
  case verdict(Verdict, EntityLink)
  /// The entity is shown by another name.
  case rename(EntityID, to: String)
  /// The entity is of another kind.
  case kind(EntityID, EntityKind)
  /// The entity's mentions name nothing, in one article or everywhere.
  case hide(EntityID, in: ArticleID?)
  /// Two entities are one.
  case merge(EntityID, EntityID)
  /// One name of an entity is someone else's.
  case split(String, from: EntityID)
  /// Where a name stands, others stand: in one article or everywhere.
  case spans(JudgedName, [String], in: ArticleID?)
  /// What was merged by hand is taken apart again.
  case unmerge(EntityID)
}

/// Carries out a judgement.
struct Judge: Question {
  /// The judgement.
  var request: JudgementRequest
  /// How many links were judged in the review that goes on after it.
  var reviewed: Int?

  var isChange: Bool { true }

  func answer(from desk: LibraryDesk) throws -> ChangeMade? {
    let change = UserChange.judgements(try request.change(of: desk.library))
    return ChangeMade(change: change, inverse: try desk.library.apply(change))
  }

  func take(_ answer: ChangeMade, in state: inout State) -> [Effect] {
    state.take(answer, .command) + (reviewed.map { [.asking(FindProposal(reviewed: $0))] } ?? [])
  }
}

extension JudgementRequest {
  /// What it changes; nothing where the entity is gone.
  fileprivate func change(of library: Library) throws -> JudgementChange {
    func change(_ entity: EntityID, _ judgement: (JudgedName) -> Judgement) throws
      -> JudgementChange
    {
      JudgementChange(adding: try library.judgedName(of: entity).map { [judgement($0)] } ?? [])
    }
    switch self {
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
    case .spans(var name, let parts, let article):
      name.article = try article.flatMap(library.digest)
      return JudgementChange(adding: [.spans(name, parts)])
    case .unmerge(let entity): return try library.unmerging(entity)
    }
  }
}

/// Finds the surest link that waits to be judged.
struct FindProposal: Question {
  /// How many are counted at most.
  private static let limit = 1000

  /// How many were judged since the review began.
  var reviewed = 0

  /// What was found.
  struct Answer: Sendable {
    /// The link; `nil` where none waits.
    var link: EntityLink?
    /// How many wait.
    var count: Int
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    let waiting = try desk.library.proposals(limit: Self.limit)
    return Answer(link: waiting.first, count: waiting.count)
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard let link = answer.link else {
      if reviewed > 0 { state[EntityPagePane.self] = nil }
      state.notice = Notice(
        text: reviewed > 0
          ? "No link waits any more; \(reviewed.grouped) judged" : "No link waits to be judged")
      return reviewed > 0 ? state.layOutAgain() : []
    }
    let page = EntityPagePane(entity: link.leftEntity, goingTo: link, reviewed: reviewed)
    // What was just said stays to be read.
    let said = reviewed > 0 ? state.notice.map { "; " + $0.text } ?? "" : ""
    let total = (reviewed + answer.count).grouped + (answer.count < Self.limit ? "" : "+")
    let effects = EntityPagePane.open(page, in: &state)
    state.notice = Notice(text: "\((reviewed + 1).grouped) of \(total)\(said)")
    return effects
  }
}

/// Fetches some mentions of an entity, each in its line of text.
struct FetchMentions: Question {
  /// The entity.
  var entity: EntityID
  /// Which mentions.
  var rows: Range<Int>

  func answer(from desk: LibraryDesk) throws -> Concordance? {
    try desk.library.concordance(of: entity, rows: rows, order: desk.order)
  }

  func take(_ answer: Concordance, in state: inout State) -> [Effect] {
    if state[EntityPagePane.self]?.entity == entity {
      state[EntityPagePane.self]?.take(answer)
    }
    return []
  }
}

/// Copies the sentence of a mention with where it is from.
struct CiteMention: Question {
  /// The article.
  var article: ArticleID
  /// Where the mention stands in it.
  var range: TextRange

  func answer(from desk: LibraryDesk) throws -> String? {
    try desk.library.content(of: article).map {
      Quotation(ofSentenceAround: range, in: $0.article).text
    }
  }

  func take(_ answer: String, in state: inout State) -> [Effect] {
    state.notice = Notice(text: "Copied the sentence with its source")
    return [.copy(answer)]
  }
}

/// Gathers what is known of an entity.
struct FetchPage: Question {
  /// How many of an entity's articles are looked through for those that its page shows.
  private static let articlesOnPage = 40
  /// In how many articles it is looked what a person is called, and how many offices are shown.
  private static let articlesWithOffices = 8
  private static let officeLimit = 3

  /// The entity.
  var entity: EntityID
  /// A name by which the entity is found where its number is gone or has become another's.
  var anchor: JudgedName?

  /// What was found.
  struct Answer: Sendable {
    /// What is known; `nil` where the library does not have the entity any more.
    var content: EntityPageContent?
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    let bearer = try bearer(in: desk.library)
    guard let page = try desk.library.entityPage(bearer, order: desk.order) else {
      return Answer()
    }
    let first = page.articles.prefix(Self.articlesOnPage).map(\.id)
    return Answer(
      content: EntityPageContent(
        page: page, articles: try desk.library.summaries(of: first),
        notes: try desk.library.notes(of: bearer),
        offices: page.entity.kind == .person ? try offices(of: bearer, in: first, desk) : [],
        proposals: try desk.library.proposals(of: bearer),
        links: try desk.library.links(of: bearer)))
  }

  /// The entity, where it has the name; else the one that has it.
  private func bearer(in library: Library) throws -> EntityID {
    guard let anchor,
      try library.entity(entity)?.names.contains(where: { $0.text == anchor.text }) != true
    else { return entity }
    return try library.entity(named: anchor) ?? entity
  }

  /// What some articles call a person by office, those of most articles first.
  private func offices(
    of entity: EntityID, in articles: some Sequence<ArticleID>, _ desk: LibraryDesk
  ) throws -> [String] {
    let resolver = try desk.resolver()
    var counts: [String: Int] = [:]
    for id in articles.prefix(Self.articlesWithOffices) {
      guard let content = try desk.library.content(of: id) else { continue }
      let roles = resolver.roles(in: content.article, mentions: content.mentions)
      for role in roles where role.entity == entity { counts[role.text, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.officeLimit).map(\.key)
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard state[EntityPagePane.self]?.entity == entity else { return [] }
    guard let content = answer.content else {
      state[EntityPagePane.self] = nil
      state.notice = Notice(text: "No article names it any more")
      return []
    }
    let height = state.paneHeight
    let setting = EntityPagePane.setting(in: state)
    state[EntityPagePane.self]?.take(content, setting: setting, height: height)
    return EntityPagePane.fetchMissingMentions(in: state)
  }
}
