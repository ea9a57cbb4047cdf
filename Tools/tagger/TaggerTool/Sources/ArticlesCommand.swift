import Foundation

@testable import Model

/// Prints the names in article files as `reader entities --format json` does, with the tables of a folder.
struct ArticlesCommand {
  let resources: URL

  func run(files: [URL]) throws {
    let library = try Library.inMemory()
    let job = ImportJob(
      library: library, tagger: try NewsTagger(folder: resources),
      resolver: try NewsResolver(folder: resources))
    for failure in try job.run(paths: files.map(\.path)).failures { throw ToolError("\(failure)") }
    var output = Output()
    try library.forEachArticle { output.add($0, from: $1) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(output))
  }

  private struct Output: Encodable {
    struct Mention: Encodable {
      var start: Int
      var end: Int
      var text: String
      var kind: String
      var entity: String
      var confidence: Double
    }
    struct Article: Encodable {
      var path: String
      var language: String
      var mentions: [Mention]
    }
    struct Entity: Encodable, Hashable {
      var id: String
      var kind: String
      var name: String
    }
    var articles: [Article] = []
    var entities: Set<Entity> = []

    mutating func add(_ content: ArticleContent, from origins: [ArticleOrigin]) {
      let article = content.article
      let mentions = content.mentions.map { linked in
        let range = article.offsets.original(linked.mention.range)
        return Mention(
          start: range.lowerBound, end: range.upperBound, text: article.text[linked.mention.range],
          kind: linked.mention.kind.rawValue, entity: String(linked.entity.rawValue),
          confidence: linked.mention.confidence)
      }
      for named in content.entities {
        entities.insert(
          Entity(
            id: String(named.entity.id.rawValue), kind: named.entity.kind.rawValue,
            name: named.entity.displayName(preferring: .latin)))
      }
      articles += origins.map {
        Article(path: $0.path, language: article.language.rawValue, mentions: mentions)
      }
    }
  }
}
