import GRDB

extension Library {
  /// The lowest score of articles that cover the same story.
  public static let sameStoryBound = 0.2

  /// The lowest score of an article's counterpart.
  static let counterpartBound = 0.3

  /// The articles that cover the same story as an article, in any language, best first.
  ///
  /// They are found by the entities, numbers, dates and words that they share; rare ones count more.
  /// Articles that share nothing are left out. Look up the articles with
  /// ``summaries(of:)`` and the shared entities with ``entities(_:)``.
  ///
  /// Complexity: O(*n*) in the number of articles that name its entities; some hundred articles are
  /// read.
  public func related(to id: ArticleID, limit: Int) throws -> [RelatedArticle] {
    try related(to: id, limit: limit) { _ in true }
  }

  /// The article in the other language, Arabic or English, that covers the same story; `nil` if none
  /// has enough in common with it.
  public func counterpart(of id: ArticleID) throws -> RelatedArticle? {
    guard let language = try summaries(of: [id]).first?.language, language != .undetermined else {
      return nil
    }
    let other = language == .arabic ? Language.english : .arabic
    let best = try related(to: id, limit: 1) { $0 == other }.first
    return best.flatMap { $0.score >= Self.counterpartBound ? $0 : nil }
  }

  private func related(
    to id: ArticleID, limit: Int, accepts: (Language) -> Bool
  ) throws -> [RelatedArticle] {
    try read { db in
      var finder = try RelatedFinder(library: self, db: db)
      let found = try finder.articles(relatedTo: id, limit: limit, accepts: accepts)
      finder.finish()
      return found.map { one in
        RelatedArticle(
          article: ArticleID(rawValue: one.id), score: one.likeness.score,
          shared: one.likeness.shared)
      }
    }
  }
}

/// An article that covers the same story as another one.
public struct RelatedArticle: Hashable, Sendable {
  /// The article.
  public var article: ArticleID
  /// How much the two have in common: from 0, nothing, towards 1, all they are known by.
  public var score: Double
  /// The entities that both name, in descending order of their share in the score.
  public var shared: [EntityID]

  /// Creates a related article with its score.
  public init(article: ArticleID, score: Double, shared: [EntityID] = []) {
    self.article = article
    self.score = score
    self.shared = shared
  }
}
