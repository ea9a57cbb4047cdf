import Foundation
import GRDB

/// An article as it is stored, and what was found in it before.
struct StoredNames: Sendable {
  let id: Int64
  private let digest: Int64
  private let article: Article
  private let mentions: Data?
  private let locals: Data?
  private let spans: JudgedSpans

  /// Reads an article in which the reader says where names stand; `nil` where there is none of this number.
  init?(_ id: Int64, _ spans: JudgedSpans, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT digest, mentions, locals FROM article LEFT JOIN extraction ON article = id
        WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]),
      let summary = try Library.summary(of: id, db),
      let article = try Library.article(summary, db)
    else { return nil }
    self.id = id
    self.article = article
    self.spans = spans
    digest = try row.decode(atIndex: 0)
    mentions = try row.decode(atIndex: 1)
    locals = try row.decode(atIndex: 2)
  }

  /// Finds the names again.
  func found(by tagger: any Tagger, _ resolver: any Resolver) -> FoundNames {
    let extracted = ExtractedArticle(article, tagger: tagger, resolver: resolver, spans: spans)
    let found = (mentions: Data(extracted.packedMentions()), locals: Data(extracted.packedLocals()))
    let isSame = mentions == found.mentions && locals == found.locals
    return FoundNames(article: id, digest: digest, changed: isSame ? nil : found)
  }
}

/// What is found in a stored article now.
struct FoundNames: Sendable {
  let article: Int64
  /// Which text it was found in.
  let digest: Int64
  /// The mentions and the local entities; `nil` where they are the ones that are stored.
  let changed: (mentions: Data, locals: Data)?
}
