/// How well a Latin and an Arabic word, or two joined ones, agree.
struct WordMatch {
  /// The log-likelihood ratio, in the units of ``EditCosts``.
  var evidence: Float
  /// The entropy of both sides together, in the units of ``EditCosts``.
  var entropy: Float
  /// Whether the words translate each other and do not sound alike.
  var isTranslation = false

  /// The evidence as a share of what a perfect match would give.
  var ratio: Float { 2 * evidence / (entropy + 0.01) }
}

/// What comparing words came to, so that words that many names share are compared once.
///
/// A table of fixed size in which a later comparison takes the place of an earlier one.
struct WordMatchMemory {
  private struct Entry {
    var key: UInt64 = 0
    var match: WordMatch?
  }

  private var entries: [Entry]

  /// Makes a memory of 2 to the power of `bits` comparisons, 24 bytes each; by default of none.
  init(bits: Int? = nil) {
    entries = Array(repeating: Entry(), count: bits.map { 1 << $0 } ?? 0)
  }

  /// The match of two words or joined words of given identities, worked out by `compare` where it is not
  /// known; `least` is the least ratio that it asks for.
  @inline(__always)
  mutating func match(
    _ latin: UInt64, _ arabic: UInt64, least: Float, _ compare: () -> WordMatch?
  ) -> WordMatch? {
    guard !entries.isEmpty else { return compare() }
    var hash = StableHash(seed: latin)
    hash.combine(UInt64(least.bitPattern))
    hash.combine(arabic)
    let place = Int(truncatingIfNeeded: hash.value) & (entries.count - 1)
    if entries[place].key == hash.value { return entries[place].match }
    let match = compare()
    entries[place] = Entry(key: hash.value, match: match)
    return match
  }
}

extension EditCosts {
  /// Sounds that cost less than this to turn into each other may begin one name.
  private static let leastAlike = 7 * unitsPerNat
  /// What an initial speaks for a name that begins so: 1.5 nats.
  private static let initialEvidence: Float = 1.5 * Float(unitsPerNat)

  /// Words that translate each other and agree this well sound alike: Texas and «تكساس».
  private static let leastSoundRatio: Float = 0.4

  /// The likeliest of two words' readings; `nil` where none has a ratio of `least`.
  func match(_ latin: [Spelling], _ arabic: [Spelling], least: Float) -> WordMatch? {
    var best: WordMatch?
    for x in latin {
      for y in arabic where !y.sounds.isEmpty {
        let entropy = x.entropy + y.entropy
        let penalty = x.penalty + y.penalty
        let floor = max(least * Float(entropy) / 2, best?.evidence ?? -.infinity)
        let limit = entropy - penalty - Int(floor.rounded(.down))
        guard let cost = distance(x.sounds, y.sounds, limit: limit) else { continue }
        let match = WordMatch(
          evidence: Float(entropy - penalty - cost), entropy: Float(entropy))
        if match.ratio >= least, match.evidence > best?.evidence ?? -.infinity { best = match }
      }
    }
    return best
  }

  /// The match of two single words: by sound, by translation, or as initial and name.
  func match(_ latin: SpelledWord, _ arabic: SpelledWord, least: Float) -> WordMatch? {
    let entropy = Float(latin.entropy + arabic.entropy)
    if latin.text == arabic.text {
      return WordMatch(evidence: entropy / 2, entropy: entropy)
    }
    if latin.isInitial || arabic.isInitial {
      guard let x = latin.spellings[0].sounds.first, let y = arabic.spellings[0].sounds.first,
        substitutionCost(x, y) < Self.leastAlike
      else { return nil }
      return WordMatch(evidence: Self.initialEvidence, entropy: entropy)
    }
    var match = match(latin.spellings, arabic.spellings, least: least)
    if let sureness = latin.translations[arabic.text] {
      let evidence = sureness * entropy / 2
      if evidence > match?.evidence ?? -.infinity {
        let isAlike = match.map { $0.ratio >= Self.leastSoundRatio } ?? false
        match = WordMatch(evidence: evidence, entropy: entropy, isTranslation: !isAlike)
      }
    }
    return match
  }
}
