/// How far it is to make anew what a library can make of its articles.
public struct ReindexProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: Hashable, Sendable {
    /// The text is indexed.
    case indexing
    /// Names are found in each article.
    case naming
    /// Names are joined across articles.
    case linking
    /// All is done.
    case finished
  }

  /// What is being done.
  public var phase = Phase.indexing
  /// How many articles that was done for.
  public var articles = 0
  /// How many articles there are.
  public var total = 0
  /// How many articles a second that was lately, once it can be told.
  public var articlesPerSecond: Double?
  /// How long the phase will go on at that rate, once it can be told.
  public var timeLeft: Duration?

  /// Makes the progress of work that begins.
  public init() {}
}
