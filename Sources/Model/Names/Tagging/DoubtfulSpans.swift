/// Finds where a name may stand that the model does not mark.
struct DoubtfulSpans {
  /// The least probability of a name that is worth asking other articles about.
  private static let least: Float = 0.03
  /// The least probability of a word alone.
  private static let leastAlone = 0.1
  /// How much an unknown Arabic word must look like a person's name to be asked about anyway.
  private static let looks: UInt8 = 8
  /// How many tokens such a name has at most.
  private static let longest = 5

  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>

  init(_ analysis: ArticleAnalysis, sentence: Range<Int>) {
    self.analysis = analysis
    self.sentence = sentence
  }

  /// The rows of tokens that may be names by the marginals of a sentence's labels.
  func spans(_ marginals: [SIMD16<Float>]) -> [NameSpan] {
    var spans: [NameSpan] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard mayBeName(index, marginals) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound, mayBeName(end, marginals) { end += 1 }
      let span = span(index..<end, marginals)
      // A word alone must be likelier than by its letters.
      if (2...Self.longest).contains(end - index)
        || end - index == 1 && span.confidence >= Self.leastAlone
      {
        spans.append(span)
      }
      index = end
    }
    return spans
  }

  private func mayBeName(_ index: Int, _ marginals: [SIMD16<Float>]) -> Bool {
    guard analysis.tokens[index].isWord else { return false }
    let form = analysis.forms[index]
    guard form.flags.isDisjoint(with: [.common, .calendar, .title]) else { return false }
    return odds(of: index, marginals) >= Self.least || looksLikeName(index)
  }

  /// How likely a token is part of a name.
  private func odds(of index: Int, _ marginals: [SIMD16<Float>]) -> Float {
    EntityKind.allCases.reduce(0) { sum, kind in
      sum + Self.odds(of: kind, marginals[index - sentence.lowerBound])
    }
  }

  /// Whether an Arabic word is none that is known and has the letters of a foreign name.
  private func looksLikeName(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return analysis.tokens[index].kind == .arabic && !form.shape.contains(.article)
      && form.flags.isDisjoint(with: [
        .nationality, .organizationHead, .placeHead, .majorPlace, .country,
      ]) && form.looks.person >= Self.looks
  }

  private func span(_ tokens: Range<Int>, _ marginals: [SIMD16<Float>]) -> NameSpan {
    var sums: [EntityKind: Float] = [:]
    var confidence: Float = 1
    for index in tokens {
      for kind in EntityKind.allCases {
        sums[kind, default: 0] += Self.odds(of: kind, marginals[index - sentence.lowerBound])
      }
      confidence = min(confidence, odds(of: index, marginals))
    }
    let kind = EntityKind.allCases.max { (sums[$0] ?? 0) < (sums[$1] ?? 0) } ?? .person
    return NameSpan(tokens: tokens, kind: kind, confidence: Double(confidence))
  }

  /// How likely a token is part of a name of a kind.
  private static func odds(of kind: EntityKind, _ marginal: SIMD16<Float>) -> Float {
    var sum: Float = 0
    for label in CRFModel.Label.allCases where label.kind == kind {
      sum += marginal[label.rawValue]
    }
    return sum
  }
}
