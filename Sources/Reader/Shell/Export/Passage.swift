import Foundation
import Model

/// A mention or match in an article, with the sentence that it is in; or the article as a whole, where it was
/// found by something else than its words.
struct Passage {
  /// The article.
  let article: Article
  /// Where it stands in the article's text.
  let range: TextRange?
  /// The sentence around it.
  let sentence: TextRange
  /// What the reader noted of the article.
  var note: String?
  /// What the reader noted of the name that is mentioned.
  var nameNote: String?

  /// What is written there.
  var text: String { range.map { Self.line(article.text[$0]) } ?? "" }

  /// Some text of the article on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every mention of an entity.
  static func all(
    of entity: EntityID, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    let noted = try library.notedEntities()
    return try library.articles(mentioning: entity, order: order).flatMap { place in
      guard let content = try library.content(of: place.id) else { return [Passage]() }
      return all(
        at: content.mentions.filter { $0.entity == entity }.map(\.mention.range), content, noted)
    }
  }

  /// Every match of a search; an article that has none is one.
  static func all(
    found query: SearchQuery, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    let noted = try library.notedEntities()
    let results = try library.search(query, order: order, limit: .max)
    return try results.hits.flatMap { hit in
      guard let content = try library.content(of: hit.summary.id) else { return [Passage]() }
      return all(at: hit.ranges, content, noted)
    }
  }

  private static func all(
    at ranges: [TextRange], _ content: ArticleContent, _ noted: [EntityID: [Note]]
  ) -> [Passage] {
    let (article, note) = (content.article, content.summary.note)
    guard !ranges.isEmpty else {
      return [Passage(article: article, range: nil, sentence: TextRange(0, 0), note: note)]
    }
    return ranges.map { range in
      let index = noted.isEmpty ? nil : content.mentionIndex(at: range.lowerBound)
      let notes = index.flatMap { noted[content.mentions[$0].entity] }
      return Passage(
        article: article, range: range, sentence: article.sentence(around: range), note: note,
        nameNote: notes.map { $0.map(\.text).joined(separator: "\n") })
    }
  }
}

/// A name with what the reader noted of it.
struct NotedName {
  /// The name.
  let name: String
  /// Its kind.
  let kind: EntityKind
  /// The note.
  let note: String

  /// The names of some entities of a library with their notes, in the order of the names.
  static func all(_ noted: [EntityID: [Note]], in library: Library) throws -> [NotedName] {
    try noted.compactMap { id, notes in
      try library.entity(id).map { entity in
        NotedName(
          name: entity.displayName(preferring: .latin), kind: entity.kind,
          note: notes.map(\.text).joined(separator: "\n"))
      }
    }.sorted { ($0.name, $0.note) < ($1.name, $1.note) }
  }
}
