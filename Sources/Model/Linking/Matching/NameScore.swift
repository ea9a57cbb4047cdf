/// How well a Latin and an Arabic name agree.
public struct NameScore: Hashable, Sendable {
  /// The evidence as a share of what a perfect match would give: 1 for a perfect one, below 0 where
  /// the names speak against each other.
  public internal(set) var ratio: Float = -1
  /// The evidence that the names are one: a log-likelihood ratio in nats.
  public internal(set) var evidence: Float = 0
  /// The least ratio of any two words that were matched.
  public internal(set) var weakestWord: Float = 1
  /// How many words of the Latin name are left without a counterpart.
  public internal(set) var openLatin = 0
  /// How many words of the Arabic name are left without a counterpart.
  public internal(set) var openArabic = 0
  /// Whether the first words that count are matched.
  public internal(set) var firstAgrees = false
  /// Whether the last words that count are matched.
  public internal(set) var lastAgrees = false
  /// How many words are matched by translation rather than by sound.
  public internal(set) var translated = 0
  /// How well the last words agree by themselves, as ``ratio``.
  var lastRatio: Float = -1

  /// Makes the score of names that have nothing in common.
  init() {}
}
