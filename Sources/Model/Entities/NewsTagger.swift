import Foundation

/// Finds people, places and organizations in Arabic and English news.
///
/// Each paragraph is read by the rules of its own script; then the article as a whole decides: a
/// name that is clear once is found everywhere in it.
public struct NewsTagger: Tagger {
  private let tables: NameTables
  private let arabic: CRFModel
  private let english: CRFModel

  /// Makes a tagger of the running program's tables.
  public init() throws {
    try self.init(folder: ResourceFolder.locate())
  }

  /// Makes a tagger of the tables in a folder.
  ///
  /// - Throws: where a table is missing or damaged.
  public init(folder: URL) throws {
    tables = try NameTables(folder: folder)
    arabic = try CRFModel(file: folder.appending(path: "names.ar.crf"))
    english = try CRFModel(file: folder.appending(path: "names.en.crf"))
  }

  /// The mentions in the title and body of `article`, in ascending order, none overlapping another.
  public func mentions(in article: Article) -> [Mention] {
    tables.withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      let rules = SpanRules(analysis)
      let first = sentenceSpans(of: analysis, rules: rules)
      let spans = rules.withoutProducts(DocumentPass(analysis).spans(from: first))
      let builder = MentionBuilder(analysis)
      return spans.filter { $0.confidence >= Self.bound }.compactMap(builder.mention)
    }
  }

  /// The names that each sentence shows by itself.
  private func sentenceSpans(of analysis: ArticleAnalysis, rules: SpanRules) -> [NameSpan] {
    arabic.withReader { arabic in
      english.withReader { english in
        let arabic = SequenceTagger(reader: arabic)
        let english = SequenceTagger(reader: english)
        return zip(analysis.sentences, analysis.languages).flatMap { sentence, language in
          let tagger = language == .arabic ? arabic : english
          return rules.apply(
            to: tagger.spans(of: sentence, in: analysis, language: language), in: sentence,
            language: language)
        }
      }
    }
  }

  /// The confidence below which a mention is not shown.
  static let bound = 0.45
}
