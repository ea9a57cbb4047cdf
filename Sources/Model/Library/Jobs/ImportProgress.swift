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
  /// How many bytes of the files are done with.
  public var bytesSeen = 0
  /// How many bytes the files have; standard input has none that can be counted.
  public var bytesTotal = 0
  /// How many articles were stored or found unchanged.
  public var articles = 0
  /// The part of joining the names that is done, in hundredths, once it can be told.
  public var percentJoined: Int?
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

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// How many articles are new.
  public var added = 0
  /// How many took the place of an earlier version.
  public var replaced = 0
  /// How many the library had already.
  public var unchanged = 0
  /// How many of those it had in another file or at another line.
  public var elsewhere = 0
  /// How many were taken out, since their file has them no more.
  public var removed = 0
  /// The files, and lines of files, that gave no article.
  public var failures: [ImportFailure] = []
  /// Whether it was broken off; what was stored before stays.
  public var isCancelled = false

  /// Makes an empty report.
  public init() {}
}
