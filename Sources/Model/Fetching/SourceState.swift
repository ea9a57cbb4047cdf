import Foundation

/// What is known of a source from fetching it, to be stored between fetches.
public struct SourceState: Hashable, Sendable, Codable {
  /// Why a fetch failed.
  public struct Failure: Hashable, Sendable, Codable {
    /// When.
    public var date: Date
    /// The reason, as the rest of a sentence that starts with the source's name.
    public var reason: String

    /// Creates a failure.
    public init(date: Date, reason: String) {
      self.date = date
      self.reason = reason
    }
  }

  /// The entity tag of the last answer that was read, verbatim.
  public var etag: String?
  /// The date of change of the last answer that was read, verbatim.
  public var lastModified: String?
  /// When the last fetch succeeded.
  public var lastSuccess: Date?
  /// When the last new article came.
  public var lastNews: Date?
  /// Why the last fetch failed; kept after a success, for the user to see.
  public var lastFailure: Failure?
  /// How many fetches in a row failed.
  public var failures = 0
  /// When it is due again; `nil` is now.
  public var nextTry: Date?
  /// Until when the server asked not to be asked, even by the user.
  public var pausedUntil: Date?
  /// The interval that experience suggests, in seconds.
  public var interval: TimeInterval?
  /// The address to which the server says that the source has moved for good.
  public var permanentAddress: String?
  /// Whether the server said that the source is gone for good.
  public var isGone = false

  /// Creates the state of a source that was never fetched.
  public init() {}

  /// Whether it is to be fetched at a time without being asked for.
  public func isDue(at date: Date) -> Bool {
    !isGone && (nextTry ?? .distantPast) <= date && (pausedUntil ?? .distantPast) <= date
  }
}
