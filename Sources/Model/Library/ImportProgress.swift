/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: Hashable, Sendable {
    /// Files are read, names found in them, and both stored.
    case reading
    /// Names are joined across articles.
    case linking
    /// All is done.
    case finished
  }

  /// What is being done.
  public var phase = Phase.reading
  /// How many files are done with.
  public var filesSeen = 0
  /// How many files there are.
  public var filesTotal = 0
  /// How many articles were stored or found unchanged.
  public var articles = 0

  /// Makes the progress of an import that begins.
  public init() {}
}
