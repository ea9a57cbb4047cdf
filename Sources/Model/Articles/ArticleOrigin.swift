/// The place an article was read from.
public struct ArticleOrigin: Hashable, Sendable, Codable {
  /// The file's path as it was given or found, or `-` for standard input.
  public var path: String
  /// The line of a JSON lines file, counted from 1; `nil` where the whole file is one article.
  public var line: Int?

  /// Makes an origin.
  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }
}
