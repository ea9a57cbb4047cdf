import Foundation

@testable import Model

/// Articles with names marked in their text, for tests of linking.
enum LinkingFixture {
  /// The resolver under test.
  static let resolver = Result { try NewsResolver() }

  /// An article and its mentions, made of a text in which names stand in brackets after a letter for
  /// their kind: `p[Hela Moyes] of g[Berlin]` with p for people, g for places, o for organizations.
  static func article(_ marked: String, language: Language = .english) -> (Article, [Mention]) {
    var scalars: [Unicode.Scalar] = []
    var mentions: [Mention] = []
    var open: (kind: EntityKind, start: Int)?
    for scalar in marked.unicodeScalars {
      if scalar == "[", let kind = kinds[scalars.last ?? " "] {
        scalars.removeLast()
        open = (kind, scalars.count)
      } else if scalar == "]", let (kind, start) = open {
        mentions.append(Mention(range: TextRange(start, scalars.count), kind: kind))
        open = nil
      } else {
        scalars.append(scalar)
      }
    }
    return (article(text: ScalarText(scalars), language: language), mentions)
  }

  private static let kinds: [Unicode.Scalar: EntityKind] = [
    "p": .person, "g": .place, "o": .organization,
  ]

  /// An article of one paragraph.
  static func article(text: ScalarText, language: Language) -> Article {
    Article(
      origin: ArticleOrigin(path: "test"), text: text,
      paragraphs: [Paragraph(role: .body, range: text.range)], title: "", language: language)
  }

  /// The texts of the mentions of each group, in the order of the article.
  static func groups(_ marked: String, language: Language = .english) throws -> [[String]] {
    let (article, mentions) = article(marked, language: language)
    return try resolver.get().localEntities(of: mentions, in: article).map { entity in
      entity.mentions.map { article.text[mentions[$0].range] }
    }
  }

  /// The entities of some articles, each as the set of its names.
  static func entities(_ marked: [String]) throws -> [Set<String>] {
    try resolver.get().entities(from: records(marked)).map {
      Set($0.entity.names.filter { $0.count > 0 }.map(\.text))
    }
  }

  /// The records of some articles.
  static func records(_ marked: [String]) throws -> [LocalEntityRecord] {
    var records: [LocalEntityRecord] = []
    for (number, text) in marked.enumerated() {
      let isArabic = Script(of: text.drop { $0 != "[" }) == .arabic
      let language: Language = isArabic ? .arabic : .english
      let (article, mentions) = article(text, language: language)
      for entity in try resolver.get().localEntities(of: mentions, in: article) {
        records.append(
          LocalEntityRecord(
            key: Int64(records.count), article: Int64(number), kind: entity.kind,
            names: entity.names))
      }
    }
    return records
  }
}

/// An entity and the records that are it.
struct ResolvedEntity: Hashable, Sendable {
  /// The entity, its names gathered from all its records.
  var entity: Entity
  /// The keys of its records, ascending.
  var members: [Int64]
}

extension Resolver {
  /// The entities of all articles, as they are without any reader's judgement, in the order of their
  /// identifiers.
  func entities(from records: [LocalEntityRecord]) -> [ResolvedEntity] {
    let resolution = resolution(of: records)
    var sets = DisjointSets(count: resolution.clusters.count)
    for link in resolution.links where link.isMade { sets.join(link.left, link.right) }
    let groups = sets.sets()
    let sketches = groups.map { group in EntitySketch(of: group.map { resolution.clusters[$0] }) }
    let ids = EntityNumbering.numbers(for: sketches) { _ in false }
    return zip(groups, zip(sketches, ids)).map { group, entity in
      ResolvedEntity(
        entity: Entity(
          id: EntityID(rawValue: entity.1), kind: entity.0.kind, names: entity.0.names),
        members: group.flatMap { resolution.clusters[$0].members }.sorted())
    }.sorted { $0.entity.id < $1.entity.id }
  }
}
