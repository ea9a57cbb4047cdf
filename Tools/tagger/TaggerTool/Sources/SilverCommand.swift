import Foundation

@testable import Model

/// Prints the Arabic sentences of unannotated articles with the names that the program finds in them, as
/// annotated corpora are written: a token, a tab and its tag a line, an empty line after a sentence.
///
/// The article as a whole has decided on the names (the document pass), which a model that reads one
/// sentence can learn from. Sentences in which anything is in doubt are left out.
struct SilverCommand {
  let resources: URL
  /// The confidence that every name of a sentence has at least.
  private static let sure = 0.8
  /// How many tokens a sentence has at least.
  private static let shortest = 5

  /// - Parameter files: JSON lines with `title` and `text`.
  func run(files: [URL]) throws {
    let tagger = try NewsTagger(folder: resources)
    let tables = try NameTables(folder: resources)
    for file in files {
      let lines = try String(contentsOf: file, encoding: .utf8)
      for line in lines.split(separator: "\n") {
        let source = try JSONDecoder().decode(Source.self, from: Data(line.utf8))
        let article = TagCommand.article(of: source.title + "\n\n" + source.text, at: file)
        let output = sentences(of: article, names: tagger.names(in: article), tables: tables)
        FileHandle.standardOutput.write(Data(output.utf8))
      }
    }
  }

  private struct Source: Decodable {
    var title: String
    var text: String
  }

  private func sentences(
    of article: Article, names: TaggedNames, tables: NameTables
  ) -> String {
    let analysis = tables.withReader { ArticleAnalysis(of: article, tables: $0) }
    var tags = [String](repeating: "O", count: analysis.tokens.count)
    var isDoubtful = [Bool](repeating: false, count: analysis.tokens.count)
    for mention in names.mentions {
      let tokens = Self.tokens(of: mention, in: analysis)
      let kind = AnnotatedCorpus.tag(of: mention.kind)
      for token in tokens {
        tags[token] = (token == tokens.lowerBound ? "B-" : "I-") + kind
        if mention.confidence < Self.sure { isDoubtful[token] = true }
      }
    }
    for mention in names.doubtful {
      for token in Self.tokens(of: mention, in: analysis) { isDoubtful[token] = true }
    }
    var output = ""
    for (sentence, language) in zip(analysis.sentences, analysis.languages) {
      guard language == .arabic, sentence.count >= Self.shortest,
        sentence.contains(where: { tags[$0] != "O" }),
        !sentence.contains(where: { isDoubtful[$0] })
      else { continue }
      for index in sentence {
        let token = analysis.tokens[index]
        output += article.text[TextRange(token.start, token.end)] + "\t" + tags[index] + "\n"
      }
      output += "\n"
    }
    return output.isEmpty ? "" : AnnotatedCorpus.articleMark + "\tO\n\n" + output
  }

  private static func tokens(of mention: Mention, in analysis: ArticleAnalysis) -> Range<Int> {
    let tokens = analysis.tokens
    let first = tokens.partitioningIndex { $0.end > mention.range.lowerBound }
    let end = tokens.partitioningIndex { $0.start >= mention.range.upperBound }
    return first..<max(first, end)
  }
}
