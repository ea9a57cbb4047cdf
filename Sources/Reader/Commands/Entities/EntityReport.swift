import Model

/// What `reader entities` prints.
struct EntityReport {
  private(set) var articles: [JSON.Article] = []
  private var entities: [EntityID: EntityTally] = [:]
  private var pairs = EntityPairs()
  private let keepsPairs: Bool
  private let keepsArticles: Bool

  /// Makes an empty report, which keeps what some formats need only where they are asked for.
  init(keepsPairs: Bool = true, keepsArticles: Bool = true) {
    self.keepsPairs = keepsPairs
    self.keepsArticles = keepsArticles
  }

  /// Takes in an article and every place it was read from.
  mutating func add(_ content: ArticleContent, from origins: [ArticleOrigin]) {
    if keepsArticles { addArticle(content, from: origins) }
    var confidences: [EntityID: [Double]] = [:]
    for linked in content.mentions {
      confidences[linked.entity, default: []].append(linked.mention.confidence)
    }
    for named in content.entities {
      entities[named.entity.id, default: EntityTally(named.entity)]
        .add(content.article.language, confidences: confidences[named.entity.id] ?? [])
    }
    if keepsPairs { pairs.add(content.entities.map(\.entity.id)) }
  }

  private mutating func addArticle(_ content: ArticleContent, from origins: [ArticleOrigin]) {
    let article = content.article
    let mentions = content.mentions.map { linked in
      let range = article.offsets.original(linked.mention.range)
      return JSON.Mention(
        start: range.lowerBound, end: range.upperBound,
        text: article.text[linked.mention.range], kind: linked.mention.kind.rawValue,
        entity: linked.entity.rawValue,
        confidence: (linked.mention.confidence * 1000).rounded() / 1000)
    }
    articles += origins.map {
      JSON.Article(
        path: $0.path, line: $0.line, language: article.language.rawValue, mentions: mentions)
    }
  }

  /// The entities, the most mentioned first.
  var sorted: [EntityTally] {
    entities.values.sorted { ($1.mentions, $0.entity.id) < ($0.mentions, $1.entity.id) }
  }

  /// The entities that articles name together.
  var coMentions: [EntityPairs.Pair] { pairs.sorted }

  /// The report as text: a line for each entity, by kind, most mentioned first.
  var text: String {
    var text = ""
    for kind in EntityKind.allCases {
      let rows = sorted.filter { $0.entity.kind == kind }
      guard !rows.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + "\(kind.heading) (\(rows.count))\n"
      for row in rows {
        let names = row.bestNames.map(\.displayable).joined(separator: " = ")
        let articles = row.articles.counted("article")
        let aliases = row.aliases.map(\.text.displayable).joined(separator: ", ")
        text += "  \(row.mentions)\t\(articles)\t\(Self.percent(row.confidence))\t\(names)"
        text += aliases.isEmpty ? "\n" : " (\(aliases))\n"
      }
    }
    return text
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded()))%"
  }
}
