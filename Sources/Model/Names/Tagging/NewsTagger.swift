import Foundation

/// Finds people, places and organizations in Arabic and English news.
///
/// The quick reading is by a conditional random field for each language, which knows words and the
/// shapes of words; the careful one adds what the encoder makes of the words around. Then the article as
/// a whole decides on the kind of each of its names.
public struct NewsTagger: Tagger {
  private let tables: NameTables
  private let arabic: CRFModel
  private let english: CRFModel
  private let encoder: Encoder?

  /// Makes a tagger of the running program's tables.
  ///
  /// - Parameter isCareful: whether it reads carefully, which takes many times as long.
  public init(isCareful: Bool = false) throws {
    try self.init(folder: ResourceFolder.locate(), isCareful: isCareful)
  }

  /// Makes a tagger of the tables in a folder.
  ///
  /// - Throws: where a table is missing or damaged.
  public init(folder: URL, isCareful: Bool = false) throws {
    tables = try NameTables(folder: folder)
    arabic = try CRFModel(file: folder.appending(path: "names.ar.crf"))
    english = try CRFModel(file: folder.appending(path: "names.en.crf"))
    encoder = isCareful ? try Encoder(file: folder.appending(path: "names.encoder")) : nil
  }

  /// Whether it reads quickly.
  public var isQuick: Bool { encoder == nil }

  /// The mentions in the title and body of `article`, in ascending order, none overlapping another.
  public func mentions(in article: Article) -> [Mention] {
    names(in: article).mentions
  }

  /// The mentions, and where else a name may stand.
  public func names(in article: Article) -> TaggedNames {
    tables.withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      var doubtful: [NameSpan] = []
      let spans = spans(of: analysis, in: article.text, doubtful: &doubtful)
      let clear = spans.filter { $0.confidence >= Self.bound }
      let others = Self.apart(from: spans, doubtful)
      return article.text.scalars.withUnsafeBufferPointer { text in
        var builder = MentionBuilder(analysis, of: text, lexicon: tables.lexicon)
        return TaggedNames(
          mentions: clear.compactMap { builder.mention(of: $0) },
          doubtful: others.compactMap { builder.mention(of: $0) })
      }
    }
  }

  /// The names of tokens that are read as one article, those below the bound among them; where names may
  /// stand besides is added to `doubtful`.
  func spans(
    of analysis: ArticleAnalysis, in text: ScalarText, doubtful: inout [NameSpan]
  ) -> [NameSpan] {
    let context = encoder?.scores(of: analysis, in: text)
    return KindVote(analysis).settled(
      sentenceSpans(of: analysis, context: context, doubtful: &doubtful))
  }

  /// The doubtful spans that touch no name, and the names below the bound.
  private static func apart(from spans: [NameSpan], _ doubtful: [NameSpan]) -> [NameSpan] {
    guard !doubtful.isEmpty else { return [] }
    var result: [NameSpan] = []
    var rest = spans[...]
    for span in doubtful {
      while let next = rest.first, next.tokens.upperBound <= span.tokens.lowerBound {
        if next.confidence < bound { result.append(next) }
        rest.removeFirst()
      }
      if let next = rest.first, next.tokens.overlaps(span.tokens) { continue }
      result.append(span)
    }
    result += rest.filter { $0.confidence < bound }
    for index in result.indices { result[index].confidence = min(result[index].confidence, doubt) }
    return result
  }

  /// The names that each sentence shows by itself.
  private func sentenceSpans(
    of analysis: ArticleAnalysis, context: [SIMD16<Float>]?, doubtful: inout [NameSpan]
  ) -> [NameSpan] {
    arabic.withReader { arabic in
      english.withReader { english in
        let arabic = SequenceTagger(reader: arabic)
        let english = SequenceTagger(reader: english)
        var found: [NameSpan] = []
        for (sentence, language) in zip(analysis.sentences, analysis.languages) {
          found += (language == .arabic ? arabic : english).spans(
            of: sentence, in: analysis, language: language, context: context, doubtful: &doubtful)
        }
        return found
      }
    }
  }

  /// The confidence below which a mention is not shown.
  static let bound = 0.45
  /// How sure a doubtful name is at most.
  private static let doubt = 0.4
}
