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
