extension NameMatcher {
  /// What leaving a word of a person's name without counterpart costs, in the units of ``EditCosts``.
  private static let skip: Float = 2 * Float(EditCosts.unitsPerNat)
  /// What leaving an initial without counterpart costs, in the units of ``EditCosts``.
  private static let skippedInitial: Float = 0.3 * Float(EditCosts.unitsPerNat)
  /// Words that agree less than this are not matched.
  private static let leastWordRatio: Float = 0.15

  /// How the best alignment reaches a cell of the table.
  private enum Step {
    case start
    case skipLatin
    case skipArabic
    case match(latin: Int, arabic: Int, WordMatch)
  }

  /// Aligns the words of two people's names in order; two words of one side may be one of the other.
  func alignInOrder(
    _ latin: SpelledName, _ arabic: SpelledName, _ memory: inout WordMatchMemory
  ) -> NameScore {
    let rows = latin.words.count
    let columns = arabic.words.count
    let width = columns + 1
    var best = [Float](repeating: 0, count: (rows + 1) * width)
    var steps = [Step](repeating: .start, count: best.count)
    for i in 0...rows {
      for j in 0...columns where i + j > 0 {
        let cell = i * width + j
        var value = -Float.infinity
        var step = Step.start
        func offer(_ candidate: Float, _ way: Step) {
          if candidate > value {
            value = candidate
            step = way
          }
        }
        if i > 0 { offer(best[cell - width] - skipCost(latin.words[i - 1]), .skipLatin) }
        if j > 0 { offer(best[cell - 1] - skipCost(arabic.words[j - 1]), .skipArabic) }
        if i > 0, j > 0 {
          matches(latin, i, arabic, j, &memory) { match, m, n in
            offer(
              best[cell - m * width - n] + match.evidence,
              .match(latin: m, arabic: n, match))
          }
        }
        best[cell] = value
        steps[cell] = step
      }
    }
    return trace(steps, latin, arabic)
  }

  private func skipCost(_ word: SpelledWord) -> Float {
    word.isParticle ? 0 : word.isInitial ? Self.skippedInitial : Self.skip
  }

  /// Tells `offer` of the ways to match what ends with word `i` of one name and word `j` of the other, and
  /// how many words of each name they take.
  @inline(__always)
  private func matches(
    _ latin: SpelledName, _ i: Int, _ arabic: SpelledName, _ j: Int,
    _ memory: inout WordMatchMemory, offer: (WordMatch, Int, Int) -> Void
  ) {
    if let match = match(latin, i - 1, arabic, j - 1, least: Self.leastWordRatio, &memory) {
      offer(match, 1, 1)
    }
    if i > 1,
      let match = match(latin, joined: i - 2, arabic, j - 1, least: Self.leastWordRatio, &memory)
    {
      offer(match, 2, 1)
    }
    if j > 1,
      let match = match(latin, i - 1, arabic, joined: j - 2, least: Self.leastWordRatio, &memory)
    {
      offer(match, 1, 2)
    }
  }

  private func trace(_ steps: [Step], _ latin: SpelledName, _ arabic: SpelledName) -> NameScore {
    let width = arabic.words.count + 1
    var score = NameScore()
    var evidence: Float = 0
    var i = latin.words.count
    var j = arabic.words.count
    while i > 0 || j > 0 {
      switch steps[i * width + j] {
      case .start:
        return NameScore()
      case .skipLatin:
        i -= 1
        if !latin.words[i].isParticle, !latin.words[i].isInitial { score.openLatin += 1 }
      case .skipArabic:
        j -= 1
        if !arabic.words[j].isParticle, !arabic.words[j].isInitial { score.openArabic += 1 }
      case .match(let m, let n, let match):
        evidence += match.evidence
        if !latin.words[i - 1].isInitial, !arabic.words[j - 1].isInitial {
          score.weakestWord = min(score.weakestWord, match.ratio)
        }
        if i > latin.last, j > arabic.last { score.lastRatio = match.ratio }
        i -= m
        j -= n
      }
    }
    let entropy = Float(requiredEntropy(latin.words) + requiredEntropy(arabic.words))
    score.ratio = 2 * evidence / (entropy + 0.01)
    score.evidence = evidence / Float(EditCosts.unitsPerNat)
    score.sounding = score.evidence
    return score
  }

  private func requiredEntropy(_ words: [SpelledWord]) -> Int {
    words.reduce(0) { $0 + ($1.isParticle ? 0 : $1.entropy) }
  }
}
