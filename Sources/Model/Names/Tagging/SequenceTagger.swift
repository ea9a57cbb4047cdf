/// Finds the names of sentences by a trained model.
struct SequenceTagger {
  /// How many tokens a name has at most.
  private static let longestName = 16

  private let reader: CRFModel.Reader
  private let decoder: CRFDecoder

  init(reader: CRFModel.Reader) {
    self.reader = reader
    decoder = CRFDecoder(model: reader.model)
  }

  /// How much the context of a word counts beside the word.
  ///
  /// The encoder is trained with smoothed labels, so it never speaks as strongly for one as the CRF may.
  private static let contextWeight: Float = 2

  /// The names of a sentence; where names may stand besides is added to `doubtful`.
  ///
  /// The context is what the words around each token of the article say of its label, in logarithms of
  /// probabilities, where they were read.
  func spans(
    of sentence: Range<Int>, in analysis: ArticleAnalysis, language: Language,
    context: [SIMD16<Float>]? = nil, doubtful: inout [NameSpan]
  ) -> [NameSpan] {
    let extractor = FeatureExtractor(analysis: analysis, sentence: sentence, language: language)
    let scores = sentence.map { index -> SIMD16<Float> in
      var sums = SIMD16<Int16>(repeating: 0)
      extractor.features(of: index) { feature, _ in reader.add(feature, to: &sums) }
      let scores = SIMD16<Float>(sums) * reader.model.scale
      guard let context else { return scores }
      return scores + context[index] * Self.contextWeight
    }
    let labels = decoder.labels(scores)
    let hasNames = labels.contains { $0.kind != nil }
    guard hasNames || decoder.isClose(scores) else { return [] }
    let marginals = decoder.marginals(scores)
    doubtful += DoubtfulSpans(analysis, sentence: sentence).spans(marginals)
    guard hasNames else { return [] }
    var spans: [NameSpan] = []
    var index = 0
    while index < labels.count {
      guard let kind = labels[index].kind else {
        index += 1
        continue
      }
      var end = index + 1
      var confidence = marginals[index][labels[index].rawValue]
      while end < labels.count, labels[end].kind == kind, !labels[end].begins {
        confidence = min(confidence, marginals[end][labels[end].rawValue])
        end += 1
      }
      // What is longer is a list or a page of capitals.
      if end - index <= Self.longestName {
        spans.append(
          NameSpan(
            tokens: (sentence.lowerBound + index)..<(sentence.lowerBound + end), kind: kind,
            confidence: Double(confidence)))
      }
      index = end
    }
    return spans
  }
}

/// A row of tokens that names something, before it becomes a mention.
struct NameSpan: Hashable, Sendable {
  /// The tokens of the analysis it covers.
  var tokens: Range<Int>
  /// What is named.
  var kind: EntityKind
  /// How sure it is, from 0 to 1.
  var confidence: Double
}
