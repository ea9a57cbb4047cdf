extension NameMatcher {
  /// Two joined words that agree less than this with one are not matched.
  private static let leastJoinedRatio: Float = 0.35
  private static let leastWordRatio: Float = 0.15

  /// A match of some words of one name with some of the other.
  private struct Pairing {
    var match: WordMatch
    /// The words of either name that it takes, one bit a word.
    var latin: UInt32
    var arabic: UInt32
  }

  /// Pairs the words of two names of places or organizations in any order, the best pairs first.
  func alignInAnyOrder(
    _ latin: SpelledName, _ arabic: SpelledName, kind: EntityKind,
    _ memory: inout WordMatchMemory
  ) -> NameScore {
    var usedLatin: UInt32 = 0
    var usedArabic: UInt32 = 0
    var score = NameScore()
    var evidence: Float = 0
    var sounding: Float = 0
    for pairing in pairings(latin, arabic, &memory)
    where usedLatin & pairing.latin == 0 && usedArabic & pairing.arabic == 0 {
      usedLatin |= pairing.latin
      usedArabic |= pairing.arabic
      evidence += pairing.match.evidence
      if !pairing.match.isTranslation { sounding += pairing.match.evidence }
      score.weakestWord = min(score.weakestWord, pairing.match.ratio)
    }
    guard usedLatin != 0 else { return NameScore() }
    let left = remainder(latin.words, used: usedLatin, kind: kind)
    let right = remainder(arabic.words, used: usedArabic, kind: kind)
    score.openLatin = left.open
    score.openArabic = right.open
    score.ratio = 2 * evidence / (left.entropy + right.entropy + 0.01)
    score.evidence = evidence / Float(EditCosts.unitsPerNat)
    score.sounding = sounding / Float(EditCosts.unitsPerNat)
    return score
  }

  /// All pairs of words that agree, the best first, equal ones in the order of the words.
  private func pairings(
    _ latin: SpelledName, _ arabic: SpelledName, _ memory: inout WordMatchMemory
  ) -> [Pairing] {
    var pairings: [Pairing] = []
    for i in latin.words.indices {
      for j in arabic.words.indices {
        if !latin.words[i].isInitial, !arabic.words[j].isInitial,
          let match = match(latin, i, arabic, j, least: Self.leastWordRatio, &memory),
          match.evidence > 0
        {
          pairings.append(Pairing(match: match, latin: 1 << i, arabic: 1 << j))
        }
        if i < latin.joined.count,
          let match = match(
            latin, joined: i, arabic, j, least: Self.leastJoinedRatio, &memory)
        {
          pairings.append(Pairing(match: match, latin: 3 << i, arabic: 1 << j))
        }
        if j < arabic.joined.count,
          let match = match(
            latin, i, arabic, joined: j, least: Self.leastJoinedRatio, &memory)
        {
          pairings.append(Pairing(match: match, latin: 1 << i, arabic: 3 << j))
        }
      }
    }
    return pairings.sorted {
      ($1.match.evidence, $0.latin, $0.arabic) < ($0.match.evidence, $1.latin, $1.arabic)
    }
  }

  /// What the words that count weigh, and how many of them have no counterpart.
  private func remainder(
    _ words: [SpelledWord], used: UInt32, kind: EntityKind
  ) -> (entropy: Float, open: Int) {
    var entropy = 0
    var open = 0
    for (index, word) in words.enumerated() {
      let isUsed = used >> index & 1 == 1
      guard isUsed || !word.isFree(in: kind) else { continue }
      entropy += word.entropy
      if !isUsed, !word.isInitial { open += 1 }
    }
    return (Float(entropy), open)
  }
}
