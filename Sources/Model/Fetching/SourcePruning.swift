import Foundation
import GRDB

/// Takes old articles of a source out of the library, as its setting `keep` says.
struct SourcePruning {
  let db: Database

  /// An article that was left with more scalars than this below the first one on the screen is
  /// half-read.
  private static let halfRead = 2_000

  /// The articles in which the reader has a hand, which stay however old they are: starred, marked
  /// and noted ones, those of which a name was judged or noted, and those that are half-read.
  private static let touched = """
    SELECT article FROM star UNION SELECT article FROM mark UNION SELECT article FROM article_note
    UNION SELECT id FROM article WHERE digest IN (
      SELECT article FROM judgement WHERE article IS NOT NULL
      UNION SELECT otherArticle FROM judgement WHERE otherArticle IS NOT NULL
      UNION SELECT article FROM name_note WHERE article IS NOT NULL)
    UNION SELECT article FROM reading JOIN body USING (article)
      WHERE position > 0 AND length(text) - position > \(halfRead)
    """

  /// Takes away a source's articles beyond those that are kept; says how many are in no source any more.
  ///
  /// What is known of the items stays, so that they don't come again while the feed holds them.
  func prune(_ target: String, keeping keep: SourceSettings.Keep, at now: Date) throws -> Int {
    var arguments = SourcePlaces(of: target).arguments
    let old: String
    switch keep {
    case .articles(let count):
      old = """
        SELECT DISTINCT article.id FROM \(SourcePlaces.table) JOIN article ON article.id = place.article
        ORDER BY age, article.id LIMIT -1 OFFSET :limit
        """
      arguments += ["limit": count]
    case .days(let days):
      old = """
        SELECT article.id FROM \(SourcePlaces.table) JOIN article ON article.id = place.article
        WHERE date < :limit
        """
      arguments += ["limit": SourceSettings.Keep.oldest(inDays: days, at: now)]
    }
    try db.execute(
      sql: """
        DELETE FROM place WHERE (file, line) IN (
          SELECT place.file, place.line FROM \(SourcePlaces.table)
          WHERE place.article IN (SELECT id FROM (\(old)))
            AND place.article NOT IN (\(Self.touched)))
        """, arguments: arguments)
    guard db.changesCount > 0 else { return 0 }
    let store = ArticleStore(db: db, keepsCopies: false)
    let count = try store.sweep()
    try store.noteChange(difference: -count)
    return count
  }
}

extension Library {
  /// Takes away the articles of a source beyond those that its settings keep; says how many.
  public func prune(_ source: Source, at now: Date) throws -> Int {
    guard let keep = source.settings.keep, source.kind != .path else { return 0 }
    return try write { try SourcePruning(db: $0).prune(source.target, keeping: keep, at: now) }
  }
}
