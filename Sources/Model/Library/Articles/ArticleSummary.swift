/// What a list shows of an article.
public struct ArticleSummary: Hashable, Sendable {
  /// Its number in the library.
  public var id: ArticleID
  /// Its title.
  public var title: String
  /// The language most of it is in.
  public var language: Language
  /// The day it is from.
  public var date: ArticleDate?
  /// The site, agency or folder it comes from.
  public var source: String?
  /// Where it was read from; the first place where it was found in several.
  public var origin: ArticleOrigin
  /// Whether it was read.
  public var isRead: Bool
  /// Whether it has a star.
  public var isStarred: Bool
  /// What the reader noted of it.
  public var note: String?

  /// Makes a summary.
  public init(
    id: ArticleID, title: String, language: Language, date: ArticleDate? = nil,
    source: String? = nil, origin: ArticleOrigin, isRead: Bool = false,
    isStarred: Bool = false, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.date = date
    self.source = source
    self.origin = origin
    self.isRead = isRead
    self.isStarred = isStarred
    self.note = note
  }
}
