import Model

/// What `reader entities` prints.
struct EntityReport {
  /// The JSON document.
  struct JSON: Encodable {
    struct Article: Encodable {
      let path: String
      let line: Int?
      let language: String
      let mentions: [Mention]
    }

    struct Mention: Encodable {
      let start: Int
      let end: Int
      let text: String
      let kind: String
      let entity: Int64
      let confidence: Double
    }

    struct Entity: Encodable {
      let id: Int64
      let kind: String
      let name: String
      let names: [String]
      let mentions: Int
      let articles: Int
    }

    let articles: [Article]
    let entities: [Entity]
  }

  private var articles: [JSON.Article] = []
  private var entities: [EntityID: (entity: Entity, mentions: Int, articles: Int)] = [:]

  /// Takes in an article.
  mutating func add(_ content: ArticleContent) {
    let article = content.article
    let mentions = content.mentions.map { linked in
      let range = article.offsets.original(linked.mention.range)
      return JSON.Mention(
        start: range.lowerBound, end: range.upperBound,
        text: article.text[linked.mention.range], kind: linked.mention.kind.rawValue,
        entity: linked.entity.rawValue,
        confidence: (linked.mention.confidence * 1000).rounded() / 1000)
    }
    articles.append(
      JSON.Article(
        path: article.origin.path, line: article.origin.line,
        language: article.language.rawValue, mentions: mentions))
    for named in content.entities {
      let known = entities[named.entity.id]
      entities[named.entity.id] = (
        named.entity, (known?.mentions ?? 0) + named.count, (known?.articles ?? 0) + 1
      )
    }
  }

  private var sorted: [(entity: Entity, mentions: Int, articles: Int)] {
    entities.values.sorted { ($1.mentions, $0.entity.id) < ($0.mentions, $1.entity.id) }
  }

  /// The report as JSON.
  var json: JSON {
    JSON(
      articles: articles,
      entities: sorted.map {
        JSON.Entity(
          id: $0.entity.id.rawValue, kind: $0.entity.kind.rawValue,
          name: $0.entity.displayName(preferring: .latin), names: $0.entity.names.map(\.text),
          mentions: $0.mentions, articles: $0.articles)
      })
  }

  /// The report as text: a line for each entity, by kind, most mentioned first.
  var text: String {
    var text = ""
    for kind in EntityKind.allCases {
      let rows = sorted.filter { $0.entity.kind == kind }
      guard !rows.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + "\(kind.heading) (\(rows.count))\n"
      for row in rows {
        let names = [row.entity.name(in: .latin), row.entity.name(in: .arabic)].compactMap { $0 }
        let name =
          names.isEmpty
          ? row.entity.displayName(preferring: .latin) : names.joined(separator: " = ")
        let articles = row.articles == 1 ? "1 article" : "\(row.articles) articles"
        text += "  \(row.mentions)\t\(articles)\t\(name)\n"
      }
    }
    return text
  }
}
