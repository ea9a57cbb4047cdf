/// The number by which an article is known in its library; it stays when the article is read again.
public struct ArticleID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The number itself.
  public var rawValue: Int64

  /// Makes an identifier of a number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// Orders identifiers by their numbers, which is the order of import.
  public static func < (left: ArticleID, right: ArticleID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// An article and the row at which an order lists it.
public struct ArticlePlace: Hashable, Sendable {
  /// The article.
  public var id: ArticleID
  /// Its row, counted from 0.
  public var index: Int

  /// Makes a place.
  public init(id: ArticleID, index: Int) {
    self.id = id
    self.index = index
  }
}

/// An order in which a library's articles are listed.
public enum ArticleOrder: String, Hashable, Sendable, Codable, CaseIterable {
  /// As they were imported, which is the order of their paths.
  case path
  /// By date, the newest first; those of one date as they were imported, those without one last.
  case newestFirst
  /// By title, those of one title as they were imported.
  case title
  /// By source, the newest of each first; those without a source last.
  case source

  /// What SQLite sorts articles by; an index has each of them.
  var sorting: String {
    switch self {
    case .path: "id"
    case .newestFirst: "age, id"
    case .title: "title COLLATE NOCASE, id"
    case .source: "source IS NULL, source COLLATE NOCASE, age, id"
    }
  }
}
