/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// How many articles are new.
  public var added = 0
  /// How many took the place of an earlier version.
  public var replaced = 0
  /// How many the library had already.
  public var unchanged = 0
  /// How many were taken out, since their file has them no more.
  public var removed = 0
  /// The files, and lines of files, that gave no article.
  public var failures: [ImportFailure] = []
  /// Whether it was broken off; what was stored before stays.
  public var isCancelled = false

  /// Makes an empty report.
  public init() {}
}
