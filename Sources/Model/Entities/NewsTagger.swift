import Foundation

/// Finds people, places and organizations in Arabic and English news.
///
/// Each paragraph is read by the rules of its own script; then the article as a whole decides: a
/// name that is clear once is found everywhere in it.
public struct NewsTagger: Tagger {
  private let lexicon: Lexicon

  /// Makes a tagger of the running program's tables.
  public init() throws {
    try self.init(folder: ResourceFolder.locate())
  }

  /// Makes a tagger of the tables in a folder.
  ///
  /// - Throws: where a table is missing or damaged.
  public init(folder: URL) throws {
    lexicon = try Lexicon(file: folder.appending(path: "names.lexicon"))
  }

  /// The mentions in the title and body of `article`, in ascending order, none overlapping another.
  public func mentions(in article: Article) -> [Mention] {
    lexicon.withReader { lexicon in
      let analysis = ArticleAnalysis(of: article, lexicon: lexicon)
      let spans = DocumentPass(analysis).spans(from: NameRules(analysis).spans())
      let builder = MentionBuilder(analysis)
      return spans.filter { $0.confidence >= Self.bound }.compactMap(builder.mention)
    }
  }

  /// The confidence below which a mention is not shown.
  static let bound = 0.45
}
