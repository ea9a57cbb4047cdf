import Foundation
import Model

/// Writes articles and entities as FollowTheMoney has them: JSON lines that Aleph and OpenRefine take.
///
/// An article is a Document. A Mention says that it names an entity, which is a Person, Organization or
/// Address.
struct FollowTheMoney {
  /// An entity of FollowTheMoney: every property is a list of texts.
  private struct Record: Encodable {
    let id: String
    let schema: String
    var properties: [String: [String]]
  }

  private let encoder: JSONEncoder
  private var entities: [EntityID: Entity] = [:]

  /// Begins without articles.
  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The lines of an article and its mentions, one for each entity that it names.
  mutating func lines(of content: ArticleContent) throws -> String {
    let document = "reader-article-\(content.summary.id.rawValue)"
    let article = content.article
    var properties = Self.properties(of: article)
    var mentions = ""
    for named in content.entities {
      entities[named.entity.id] = named.entity
      var spellings: [String] = []
      for linked in content.mentions where linked.entity == named.entity.id {
        let text = article.text[linked.mention.range].displayable
        if !spellings.contains(text) { spellings.append(text) }
      }
      var mention = Record(
        id: "reader-mention-\(content.summary.id.rawValue)-\(named.entity.id.rawValue)",
        schema: "Mention",
        properties: [
          "document": [document], "name": spellings,
          "detectedSchema": [Self.schema(of: named.entity.kind)],
        ])
      if named.entity.kind == .place {
        // The schema resolves mentions to people and organizations alone.
        properties["locationMentioned", default: []].append(Self.names(of: named.entity)[0])
      } else {
        mention.properties["resolved"] = [Self.id(of: named.entity)]
      }
      mentions += try line(mention)
    }
    return try line(Record(id: document, schema: "Document", properties: properties)) + mentions
  }

  /// The lines of all entities that the articles named, by their numbers.
  func entityLines() throws -> String {
    try entities.values.sorted { $0.id < $1.id }.map { entity in
      let names = Self.names(of: entity)
      let others = entity.names.map(\.text.displayable).filter { !names.contains($0) }
      var properties = ["name": names]
      if !others.isEmpty { properties["alias"] = others }
      if entity.kind == .place { properties["full"] = [names[0]] }
      return try line(
        Record(
          id: Self.id(of: entity), schema: Self.schema(of: entity.kind), properties: properties))
    }.joined()
  }

  private func line(_ record: Record) throws -> String {
    String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  /// The best name of an entity in each script; at least one.
  private static func names(of entity: Entity) -> [String] {
    let best = [Script.latin, .arabic].compactMap { entity.name(in: $0)?.displayable }
    return best.isEmpty ? [entity.displayName(preferring: .latin).displayable] : best
  }

  private static func id(of entity: Entity) -> String { "reader-entity-\(entity.id.rawValue)" }

  private static func schema(of kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Address"
    }
  }

  private static func properties(of article: Article) -> [String: [String]] {
    var properties = [
      "title": [article.title.displayable], "fileName": [ArticleCaption.fileName(article.origin)],
    ]
    switch article.language {
    case .arabic: properties["language"] = ["ara"]
    case .english: properties["language"] = ["eng"]
    case .undetermined: break
    }
    if let day = article.date.flatMap(ArticleCaption.statedDay) { properties["date"] = [day] }
    if let source = article.source { properties["publisher"] = [source.displayable] }
    if let url = article.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      properties["sourceUrl"] = [url.displayable]
    }
    return properties
  }
}
