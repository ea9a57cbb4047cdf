/// Finds English organizations by the noun that announces them: "airport operator Fraport", "the firm
/// Deloitte", "radio station Deutschlandfunk".
struct EnglishBodies {
  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>

  init(_ analysis: ArticleAnalysis, sentence: Range<Int>) {
    self.analysis = analysis
    self.sentence = sentence
  }

  private static let announcements = NameFolding.hashes([
    "company", "firm", "operator", "maker", "carmaker", "automaker", "giant", "newspaper",
    "broadcaster", "airline", "startup", "retailer", "insurer", "lender", "charity", "daily",
    "magazine", "outlet", "station", "watchdog", "conglomerate", "chipmaker", "drugmaker",
    "manufacturer", "supplier", "brokerage", "consultancy", "nonprofit", "tabloid", "weekly",
    "bookmaker", "developer", "miner", "utility", "carrier",
  ])
  /// How many words such a name has at most.
  private static let longest = 4
  /// How sure a name is that only what stands before it shows.
  private static let confidence = 0.6
  /// Below this the noun knows better than the model what kind a name is.
  private static let sure = 0.95

  /// The spans with announced organizations added, and those that were taken for something else put
  /// right.
  func completed(_ spans: [NameSpan]) -> [NameSpan] {
    var result = spans
    for index in sentence.dropFirst()
    where isName(index) && Self.announcements.contains(analysis.forms[index - 1].hash)
      && isSmall(index - 1)
    {
      var end = index + 1
      while end < sentence.upperBound, end - index < Self.longest, isName(end) { end += 1 }
      let touched = result.indices.filter { result[$0].tokens.overlaps(index..<end) }
      if touched.isEmpty {
        result.append(
          NameSpan(tokens: index..<end, kind: .organization, confidence: Self.confidence))
      } else if touched.count == 1, let own = touched.first, result[own].tokens == index..<end,
        result[own].confidence < Self.sure
      {
        result[own].kind = .organization
        result[own].confidence = max(result[own].confidence, Self.confidence)
      }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isName(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .word
      && analysis.forms[index].isCapitalized
      && analysis.forms[index].flags.isDisjoint(with: [.title, .calendar, .nationality])
  }

  private func isSmall(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .word
      && !analysis.forms[index].isCapitalized
  }
}
