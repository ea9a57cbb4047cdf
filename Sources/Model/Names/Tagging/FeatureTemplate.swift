/// What a feature is about; its number is part of the feature's hash.
enum FeatureTemplate: UInt64 {
  case bias = 1
  case word, wordCased, stem, bigram, prefix, suffix, pattern, patternBigram
  case flag, match, matchKind, run, runLast, runBefore, runAfter, sentence
  case clitics, article, titleBefore, length, headBefore, tailAfter, cluster, clusterBigram,
    coarse
  case looks, looksPerson, looksPlace
  case elsewhere, elsewhereCount, elsewhereBefore, elsewhereAfter
}
