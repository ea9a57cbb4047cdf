/// How well a Latin and an Arabic name agree.
struct NameScore: Hashable, Sendable {
  /// The evidence as a share of what a perfect match would give: 1 for a perfect one, below 0 where
  /// the names speak against each other.
  var ratio: Float = -1
  /// The evidence that the names are one: a log-likelihood ratio in nats.
  var evidence: Float = 0
  /// The least ratio of any two words that were matched.
  var weakestWord: Float = 1
  /// How many words of the Latin name are left without a counterpart.
  var openLatin = 0
  /// How many words of the Arabic name are left without a counterpart.
  var openArabic = 0
  /// How well the last words that count agree by themselves, as ``ratio``, where two people's names have
  /// them matched.
  var lastRatio: Float?
}
