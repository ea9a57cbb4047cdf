/// The day an article is from, and how that is known.
public struct ArticleDate: Hashable, Sendable, Codable {
  /// Where a date was taken from.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// The article states it.
    case stated
    /// The file was last changed then; the article itself states none.
    case modified
  }

  /// Seconds since 1 January 1970 UTC.
  public var seconds: Int64
  /// Where the date was taken from.
  public var origin: Origin

  /// Creates a date from seconds and where they were taken from.
  public init(seconds: Int64, origin: Origin) {
    self.seconds = seconds
    self.origin = origin
  }
}
