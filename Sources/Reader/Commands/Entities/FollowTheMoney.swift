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
    var lines = try line(
      Record(id: document, schema: "Document", properties: Self.properties(of: article)))
    for named in content.entities {
      entities[named.entity.id] = named.entity
      var spellings: [String] = []
      for linked in content.mentions where linked.entity == named.entity.id {
        let text = article.text[linked.mention.range].displayable
        if !spellings.contains(text) { spellings.append(text) }
      }
      lines += try line(
        Record(
          id: "reader-mention-\(content.summary.id.rawValue)-\(named.entity.id.rawValue)",
          schema: "Mention",
          properties: [
            "document": [document], "name": spellings, "resolved": [Self.id(of: named.entity)],
            "detectedSchema": [Self.schema(of: named.entity.kind)],
          ]))
    }
    return lines
  }

  /// The lines of all entities that the articles named, by their numbers.
  func entityLines() throws -> String {
    try entities.values.sorted { $0.id < $1.id }.map { entity in
      let best = [Script.latin, .arabic].compactMap { entity.name(in: $0)?.displayable }
      let names = best.isEmpty ? [entity.displayName(preferring: .latin).displayable] : best
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
    if let date = article.date, date.origin == .stated {
      properties["date"] = [ArticleCaption.date(date)]
    }
    if let source = article.source { properties["publisher"] = [source.displayable] }
    if let url = article.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      properties["sourceUrl"] = [url.displayable]
    }
    return properties
  }
}
