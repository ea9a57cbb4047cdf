/// What a feature is about; its number is part of the feature's hash.
enum FeatureTemplate: UInt64 {
  case bias = 1
  case word, wordCased, stem, bigram, prefix, suffix, pattern, patternBigram
  case flag, match, matchKind, run, runLast, runBefore, runAfter, sentence
  case clitics, article, titleBefore, length, headBefore, tailAfter, cluster, clusterBigram,
    coarse
  case looks, looksPerson, looksPlace
  case elsewhere, elsewhereCount, elsewhereBefore, elsewhereAfter

  /// Templates that tell of the same, as tables of what each brings name them.
  enum Family: String, CaseIterable {
    case words, affixes, shapes, clitics, lexicon, announcing, clusters, letters, capitals,
      recurrence
  }

  /// The family it belongs to.
  var family: Family {
    switch self {
    case .bias, .word, .bigram: .words
    case .prefix, .suffix: .affixes
    case .wordCased, .pattern, .patternBigram, .length: .shapes
    case .stem, .clitics, .article: .clitics
    case .flag, .match, .matchKind: .lexicon
    case .titleBefore, .headBefore: .announcing
    case .cluster, .clusterBigram, .coarse: .clusters
    case .looks, .looksPerson, .looksPlace: .letters
    case .run, .runLast, .runBefore, .runAfter, .tailAfter, .sentence: .capitals
    case .elsewhere, .elsewhereCount, .elsewhereBefore, .elsewhereAfter: .recurrence
    }
  }
}
