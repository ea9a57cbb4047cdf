/// A stretch of an article's text that is laid out by itself.
public struct Paragraph: Hashable, Sendable, Codable {
  /// The role of a paragraph in its article.
  public enum Role: String, Hashable, Sendable, Codable {
    /// The article's title, as the file states it.
    case title
    /// Text of the article.
    case body
    /// Text that the site added (a notice, a menu, a call for comments): shown apart, never searched for
    /// names.
    case boilerplate
  }

  /// Its role in the article.
  public var role: Role
  /// Where it stands in the article's cleaned text, line ends left out.
  public var range: TextRange

  /// Creates a paragraph with a role.
  public init(role: Role, range: TextRange) {
    self.role = role
    self.range = range
  }
}
