import Foundation

@testable import Model

/// Tags plain-text files, a paragraph a line, by the models alone, and prints what they find: what is
/// learned from it changes with the models and not with the rules for what a reader sees.
struct TagCommand {
  private let tables: NameTables
  private let arabic: CRFModel
  private let english: CRFModel

  init(resources: URL) throws {
    tables = try NameTables(folder: resources)
    arabic = try CRFModel(file: resources.appending(path: "names.ar.crf"))
    english = try CRFModel(file: resources.appending(path: "names.en.crf"))
  }

  func run(files: [URL]) throws {
    var articles: [Output.Article] = []
    var entities: [String: Output.Entity] = [:]
    for file in files {
      let article = try Self.article(of: file)
      let mentions = mentions(in: article).map { mention in
        let text = article.text[mention.range]
        let id = "\(mention.kind.rawValue) \(text.lowercased())"
        entities[id] = Output.Entity(id: id, kind: mention.kind.rawValue, name: text)
        return Output.Mention(
          start: mention.range.lowerBound, end: mention.range.upperBound, text: text,
          kind: mention.kind.rawValue, entity: id, confidence: mention.confidence)
      }
      articles.append(
        Output.Article(
          path: file.path, language: article.language.rawValue, mentions: mentions))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let output = Output(
      articles: articles, entities: entities.values.sorted { $0.id < $1.id })
    FileHandle.standardOutput.write(try encoder.encode(output))
  }

  /// The names that the models find sentence by sentence, sure enough to be shown.
  private func mentions(in article: Article) -> [Mention] {
    tables.withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      var spans: [NameSpan] = []
      var doubtful: [NameSpan] = []
      for (sentence, language) in zip(analysis.sentences, analysis.languages) {
        spans += (language == .arabic ? arabic : english).withReader { reader in
          SequenceTagger(reader: reader).spans(
            of: sentence, in: analysis, language: language, doubtful: &doubtful)
        }
      }
      return article.text.scalars.withUnsafeBufferPointer { text in
        var builder = MentionBuilder(analysis, of: text, lexicon: tables.lexicon)
        return spans.filter { $0.confidence >= NewsTagger.bound }.compactMap {
          builder.mention(of: $0)
        }
      }
    }
  }

  /// The article of a file: each line is a paragraph, the first the title where an empty one
  /// follows.
  static func article(of file: URL) throws -> Article {
    article(of: try String(contentsOf: file, encoding: .utf8), at: file)
  }

  /// The article that a text is.
  static func article(of string: String, at file: URL) -> Article {
    let text = ScalarText(string)
    var paragraphs: [Paragraph] = []
    var start = 0
    for place in 0...text.count where place == text.count || text.scalars[place] == "\n" {
      if place > start {
        let isTitle =
          paragraphs.isEmpty && place + 1 < text.count && place - start <= 120
          && text.scalars[place + 1] == "\n"
        paragraphs.append(
          Paragraph(role: isTitle ? .title : .body, range: TextRange(start, place)))
      }
      start = place + 1
    }
    let arabic = text.scalars.count { ScalarClass($0) == .arabic }
    let latin = text.scalars.count { ScalarClass($0).isLetter }
    return Article(
      origin: ArticleOrigin(path: file.path), text: text, paragraphs: paragraphs, title: "",
      language: arabic > latin ? .arabic : .english)
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
    struct Entity: Encodable {
      var id: String
      var kind: String
      var name: String
    }
    var articles: [Article]
    var entities: [Entity]
  }
}
