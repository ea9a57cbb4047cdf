/// Finds where a name may stand that the model does not mark.
struct DoubtfulSpans {
  /// The least probability of a name that is worth asking other articles about.
  private static let least: Float = 0.1
  /// How much an unknown Arabic word must look like a person's name to be asked about anyway.
  private static let looks: UInt8 = 11
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
      if end - index <= Self.longest { spans.append(span(index..<end, marginals)) }
      index = end
    }
    return spans
  }

  private func mayBeName(_ index: Int, _ marginals: [SIMD16<Float>]) -> Bool {
    guard analysis.tokens[index].isWord else { return false }
    let form = analysis.forms[index]
    if form.flags.contains(.common) || form.flags.contains(.calendar) { return false }
    let odds = EntityKind.allCases.reduce(0) {
      $0 + Self.odds(of: $1, marginals[index - sentence.lowerBound])
    }
    if odds >= Self.least { return true }
    return analysis.tokens[index].kind == .arabic && !form.flags.isKnown && form.length > 3
      && form.looks.person >= Self.looks && !form.shape.contains(.article)
  }

  private func span(_ tokens: Range<Int>, _ marginals: [SIMD16<Float>]) -> NameSpan {
    var sums: [EntityKind: Float] = [:]
    var confidence: Float = 1
    for index in tokens {
      let marginal = marginals[index - sentence.lowerBound]
      var whole: Float = 0
      for kind in EntityKind.allCases {
        let odds = Self.odds(of: kind, marginal)
        sums[kind, default: 0] += odds
        whole += odds
      }
      confidence = min(confidence, whole)
    }
    let kind =
      EntityKind.allCases.max { (sums[$0] ?? 0) < (sums[$1] ?? 0) } ?? .person
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
