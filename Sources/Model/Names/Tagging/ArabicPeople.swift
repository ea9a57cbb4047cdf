/// Finds Arabic people's names by what stands before them: a title, with adjectives («الكاتب النرويجي
/// يون فوسه») or with the body it is of («رئيس الاتحاد الأفريقي موسى فكي»), is followed by a name.
struct ArabicPeople {
  /// How much each word of such a name must look like one.
  private static let looks: UInt8 = 8
  /// How much one of them must, where not all are known as names.
  private static let bestLooks: UInt8 = 10
  /// How many words it has at most.
  private static let longest = 4

  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>

  init(_ analysis: ArticleAnalysis, sentence: Range<Int>) {
    self.analysis = analysis
    self.sentence = sentence
  }

  /// The spans with people's names completed and added that a title announces.
  func completed(_ spans: [NameSpan]) -> [NameSpan] {
    var result = spans
    for index in sentence where isAnnounced(index, by: spans) {
      let end = nameEnd(from: index)
      guard end > index + 1 else { continue }
      let touched = result.indices.filter { result[$0].tokens.overlaps(index..<end) }
      if touched.isEmpty {
        result.append(NameSpan(tokens: index..<end, kind: .person, confidence: Self.confidence))
      } else if touched.count == 1, let own = touched.first, result[own].kind == .person,
        result[own].tokens.lowerBound == index, result[own].tokens.upperBound <= end
      {
        result[own].tokens = index..<end
        result[own].confidence = max(result[own].confidence, Self.confidence)
      }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// How sure a name is that only what stands before it shows.
  private static let confidence = 0.6

  /// Whether a title stands before a word, with no more than its adjectives or its body between.
  private func isAnnounced(_ index: Int, by spans: [NameSpan]) -> Bool {
    var place = index - 1
    if let body = spans.last(where: { $0.tokens.upperBound == index }), body.kind == .organization {
      place = body.tokens.lowerBound - 1
    }
    while place >= sentence.lowerBound, index - place < 8, isAdjective(place) { place -= 1 }
    return place >= sentence.lowerBound && analysis.forms[place].flags.contains(.title)
      && place < index
  }

  private func isAdjective(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .arabic && analysis.forms[index].shape.contains(.article)
      && !analysis.forms[index].flags.contains(.title)
  }

  /// Where a row of words ends that are names or look so; where it starts if they are not enough.
  private func nameEnd(from start: Int) -> Int {
    var end = start
    var best: UInt8 = 0
    var areKnown = true
    while end < sentence.upperBound, end - start < Self.longest, mayBeName(end, first: end == start)
    {
      best = max(best, analysis.forms[end].looks.person)
      areKnown =
        areKnown && !analysis.forms[end].flags.isDisjoint(with: [.givenName, .surname, .person])
      end += 1
    }
    return areKnown || best >= Self.bestLooks ? end : start
  }

  private func mayBeName(_ index: Int, first: Bool) -> Bool {
    let form = analysis.forms[index]
    return analysis.isBareArabic(index) && form.length > 1
      && (first || analysis.tokens[index].followsSpace) && form.looks.person >= Self.looks
      && form.flags.isDisjoint(with: [
        .common, .calendar, .nationality, .title, .organizationHead, .placeHead, .country,
        .majorPlace,
      ])
  }
}
