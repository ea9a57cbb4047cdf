import GRDB

extension Library {
  /// The least that articles have in common which tell the same story.
  public static let sameStoryBound = 0.2

  /// The least that an article has in common with its counterpart.
  static let counterpartBound = 0.3

  /// The articles that tell of what an article tells of, in any language, best first.
  ///
  /// They are found by the entities, numbers, dates and words that they share; rare ones count more.
  /// Articles that share nothing are left out. ``summaries(of:)`` and ``entities(_:)`` tell what they
  /// and the shared entities are.
  ///
  /// Complexity: in the number of articles that name its entities; besides it, some hundred articles
  /// are read.
  public func related(to id: ArticleID, limit: Int) throws -> [RelatedArticle] {
    try related(to: id, limit: limit) { _ in true }
  }

  /// The article in the other language that tells of the same as an article, Arabic or English;
  /// `nil` where none has enough in common with it.
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

/// An article that tells of what another one tells of.
public struct RelatedArticle: Hashable, Sendable {
  /// The article.
  public var article: ArticleID
  /// How much the two have in common: from 0, nothing, towards 1, all they are known by.
  public var score: Double
  /// The entities that both name, those that explain most first.
  public var shared: [EntityID]

  /// Makes a related article.
  public init(article: ArticleID, score: Double, shared: [EntityID] = []) {
    self.article = article
    self.score = score
    self.shared = shared
  }
}
