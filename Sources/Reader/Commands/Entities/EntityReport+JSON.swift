import Model

extension EntityReport {
  /// The JSON document.
  struct JSON: Encodable {
    /// An article and its mentions, once for every place it was read from.
    struct Article: Encodable {
      let path: String
      let line: Int?
      let language: String
      let mentions: [Mention]
    }

    /// A mention, in the file's decoded text.
    struct Mention: Encodable {
      let start: Int
      let end: Int
      let text: String
      let kind: String
      let entity: Int64
      let confidence: Double
    }

    /// An entity with all its names.
    struct Entity: Encodable {
      let id: Int64
      let kind: String
      let name: String
      let names: [String]
      let aliases: [Alias]
      let mentions: Int
      let articles: Int
      let articlesByLanguage: [String: Int]
      let confidence: Double
    }

    /// A name beside the one that is shown, and how many mentions have it.
    struct Alias: Encodable {
      let name: String
      let script: String
      let mentions: Int
    }

    let articles: [Article]
    let entities: [Entity]
  }

  /// The report as JSON.
  var json: JSON {
    JSON(
      articles: articles,
      entities: sorted.map { row in
        JSON.Entity(
          id: row.entity.id.rawValue, kind: row.entity.kind.rawValue, name: row.name,
          names: row.entity.names.map(\.text),
          aliases: row.entity.names.filter { $0.text != row.name }.map {
            JSON.Alias(name: $0.text, script: $0.script.rawValue, mentions: $0.count)
          },
          mentions: row.mentions, articles: row.articles,
          articlesByLanguage: Dictionary(
            uniqueKeysWithValues: row.articlesByLanguage.map { ($0.key.rawValue, $0.value) }),
          confidence: row.confidence)
      })
  }
}
