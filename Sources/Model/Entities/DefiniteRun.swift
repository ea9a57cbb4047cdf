/// A row of Arabic words with the article, and the word without one that rules them: an adjective
/// agrees with its noun, so «الصليب الأحمر الإندونيسي» and «لجنة الانتخابات المركزية» are each one
/// phrase, as a row of capitals is in English.
struct DefiniteRun {
  /// Its first token: the ruling word where there is one.
  var start: Int
  /// The token after its last.
  var end: Int
  /// Whether it starts with a ruling word without the article.
  var hasHead: Bool

  /// How many words a ruling phrase has that are looked at.
  private static let longest = 8

  /// The run that each token of a sentence lies in; nothing where it lies in none of two words.
  static func runs(in sentence: Range<Int>, of analysis: ArticleAnalysis) -> [DefiniteRun?] {
    var runs = [DefiniteRun?](repeating: nil, count: sentence.count)
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isDefinite(index, analysis) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound, end - index < longest, isDefinite(end, analysis) { end += 1 }
      let head = index - 1
      let hasHead =
        head >= sentence.lowerBound && runs[head - sentence.lowerBound] == nil
        && rules(head, analysis)
      let run = DefiniteRun(start: hasHead ? head : index, end: end, hasHead: hasHead)
      if run.end - run.start > 1 {
        for place in run.start..<run.end { runs[place - sentence.lowerBound] = run }
      }
      index = end
    }
    return runs
  }

  private static func isDefinite(_ index: Int, _ analysis: ArticleAnalysis) -> Bool {
    analysis.tokens[index].kind == .arabic && analysis.forms[index].shape.contains(.article)
  }

  private static func rules(_ index: Int, _ analysis: ArticleAnalysis) -> Bool {
    analysis.tokens[index].kind == .arabic
      && !analysis.forms[index].flags.isDisjoint(with: [.organizationHead, .placeHead])
  }
}
