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
  /// How many bytes of the files are done with.
  public var bytesSeen = 0
  /// How many bytes the files have; standard input has none that can be counted.
  public var bytesTotal = 0
  /// How many articles were stored or found unchanged.
  public var articles = 0
  /// How many articles a second that was lately, once it can be told.
  public var articlesPerSecond: Double?
  /// How long reading will go on at that rate, once it can be told.
  public var timeLeft: Duration?

  /// Makes the progress of an import that begins.
  public init() {}

  /// The part of the files that is done with, in hundredths; `nil` where it can't be told.
  public var percent: Int? {
    bytesTotal > 0 ? min(100, bytesSeen * 100 / bytesTotal) : nil
  }
}
