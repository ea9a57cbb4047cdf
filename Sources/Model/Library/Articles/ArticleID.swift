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
