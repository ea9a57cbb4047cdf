/// A change of what the reader keeps beside the articles.
///
/// A library that makes one gives back the change that undoes it.
public enum UserChange: Hashable, Sendable {
  /// Articles are read, or are not.
  case read(Bool, [ArticleID])
  /// Articles have a star, or have none.
  case star(Bool, [ArticleID])
  /// Something is noted of articles or names in the place of what was; an empty text is no note.
  case notes([Note])
  /// A letter marks a place; `nil` takes the mark away.
  case mark(String, PlaceMark?)
  /// A query is kept under a name; `nil` forgets it.
  case savedSearch(String, query: String?)
  /// Something is said of names, or taken back.
  case judgements(JudgementChange)

  /// Whether it changes nothing.
  public var isEmpty: Bool {
    switch self {
    case .read(_, let articles), .star(_, let articles): articles.isEmpty
    case .notes(let notes): notes.isEmpty
    case .mark, .savedSearch: false
    case .judgements(let change): change.removing.isEmpty && change.adding.isEmpty
    }
  }
}

/// A place in an article that a letter marks.
public struct PlaceMark: Hashable, Sendable {
  /// The article.
  public var article: ArticleID
  /// The position in its text; it may lie beyond the end of a text that has changed.
  public var position: Int

  /// Makes a mark.
  public init(article: ArticleID, position: Int) {
    self.article = article
    self.position = position
  }
}

/// A query that is kept under a name.
public struct SavedSearch: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The query as it was typed.
  public var query: String

  /// Makes a saved search.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
