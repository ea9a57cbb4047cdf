/// Finds names by the lexicon, by the words that announce names, and by capitals.
struct NameRules {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The names of all sentences, in ascending order.
  func spans() -> [NameSpan] {
    var found: [NameSpan] = []
    for (sentence, language) in zip(analysis.sentences, analysis.languages) {
      if language == .arabic {
        findArabic(in: sentence, into: &found)
      } else {
        findCapitalized(in: sentence, into: &found)
      }
    }
    return found
  }

  private func flags(_ index: Int) -> LexiconFlags { analysis.forms[index].flags }

  private func kind(of flags: LexiconFlags) -> EntityKind? {
    if flags.contains(.person) { return .person }
    if flags.contains(.majorPlace) { return .place }
    if flags.contains(.organization) { return .organization }
    if flags.contains(.place), flags.isDisjoint(with: [.common, .surname, .givenName]) {
      return .place
    }
    return nil
  }

  // MARK: Capitals

  private func isCapital(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .word
      && !analysis.forms[index].shape.isDisjoint(with: [.capital, .innerCapital])
  }

  /// Whether a name may go on over the token: the hyphen of Al-Kazemi, the "of" of a ministry.
  private func isConnector(_ index: Int, in sentence: Range<Int>, start: Int) -> Bool {
    guard index + 1 < sentence.upperBound, isCapital(index + 1), index > start else { return false }
    let token = analysis.tokens[index]
    if token.kind == .punctuation {
      return !token.followsSpace && !analysis.tokens[index + 1].followsSpace
        && analysis.forms[index].hash == Self.hyphen
    }
    return analysis.forms[index].hash == Self.of && flags(start).contains(.organizationHead)
  }

  private static let hyphen = NameFolding.hash("-".unicodeScalars)
  private static let of = NameFolding.hash("of".unicodeScalars)
  private static let particles = Set(
    ["al", "el", "bin", "ibn", "de", "da", "van", "von"].map {
      NameFolding.hash($0.unicodeScalars)
    })

  private func findCapitalized(in sentence: Range<Int>, into found: inout [NameSpan]) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let opensName =
        isCapital(index)
        || (Self.particles.contains(analysis.forms[index].hash)
          && index + 2 < sentence.upperBound && isCapital(index + 2)
          && analysis.forms[index + 1].hash == Self.hyphen)
      guard opensName else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound,
        isCapital(end) || isConnector(end, in: sentence, start: index)
          || (end == index + 1 && !isCapital(index))
      {
        end += 1
      }
      classify(index..<end, in: sentence, into: &found)
      index = end
    }
  }

  private func classify(
    _ run: Range<Int>, in sentence: Range<Int>, into found: inout [NameSpan]
  ) {
    var start = run.lowerBound
    var titled = start > sentence.lowerBound && flags(start - 1).contains(.title)
    while start < run.upperBound,
      analysis.matches[start].length < 2 || flags(start).contains(.title)
    {
      let known = flags(start)
      let opens =
        start == sentence.lowerBound && known.contains(.common)
        && known.isDisjoint(with: [.person, .majorPlace])
      let isTitle = known.contains(.title) && run.upperBound - start > 1
      guard isTitle || opens || !known.isDisjoint(with: [.nationality, .calendar]) else { break }
      titled = isTitle
      start += 1
    }
    guard start < run.upperBound else { return }
    let rest = start..<run.upperBound
    if let whole = whole(rest, titled: titled, in: sentence) {
      found.append(whole)
      return
    }
    while start < run.upperBound {
      let match = analysis.matches[start]
      if match.length > 0, start + match.length <= run.upperBound, let kind = kind(of: match.flags)
      {
        let tokens = start..<(start + match.length)
        found.append(NameSpan(tokens: tokens, kind: kind, confidence: 0.7))
        start = tokens.upperBound
      } else {
        start += 1
      }
    }
  }

  /// A name that covers the whole run.
  private func whole(_ run: Range<Int>, titled: Bool, in sentence: Range<Int>) -> NameSpan? {
    let match = analysis.matches[run.lowerBound]
    if titled, run.count <= 4, !match.flags.contains(.majorPlace),
      !flags(run.upperBound - 1).contains(.title)
    {
      return NameSpan(tokens: run, kind: .person, confidence: 0.9)
    }
    if match.length == run.count, let kind = kind(of: match.flags) {
      return NameSpan(tokens: run, kind: kind, confidence: 0.95)
    }
    let first = flags(run.lowerBound)
    let last = flags(run.upperBound - 1)
    if run.count > 1, last.contains(.organizationTail) || first.contains(.organizationHead) {
      return NameSpan(tokens: run, kind: .organization, confidence: 0.8)
    }
    if run.count > 1, last.contains(.placeTail) || first.contains(.placeHead) {
      return NameSpan(tokens: run, kind: .place, confidence: 0.7)
    }
    if run.count > 1, run.count <= 5, first.contains(.givenName),
      last.isDisjoint(with: [.majorPlace, .common, .calendar])
    {
      return NameSpan(tokens: run, kind: .person, confidence: 0.85)
    }
    let form = analysis.forms[run.lowerBound]
    if run.count == 1, form.shape.contains(.allCapitals), (2...6).contains(form.length),
      !form.flags.contains(.common), !analysis.tokens[sentence].allSatisfy({ !$0.isWord })
    {
      return NameSpan(tokens: run, kind: .organization, confidence: 0.5)
    }
    return nil
  }

  // MARK: Arabic

  private func isNameWord(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return analysis.tokens[index].isWord && form.length > 2
      && form.flags.isDisjoint(with: [.common, .calendar, .nationality, .title, .organizationHead])
  }

  private func findArabic(in sentence: Range<Int>, into found: inout [NameSpan]) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let span = arabicName(at: index, in: sentence) {
        found.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  private func arabicName(at index: Int, in sentence: Range<Int>) -> NameSpan? {
    let match = analysis.matches[index]
    if match.length > 0, let kind = kind(of: match.flags),
      match.length > 1 || match.flags.isDisjoint(with: [.common, .nationality])
    {
      return NameSpan(
        tokens: index..<(index + match.length), kind: kind, confidence: match.length > 1 ? 0.9 : 0.8
      )
    }
    guard isNameWord(index) else { return nil }
    let isLatin = analysis.tokens[index].kind == .word
    let previous = index > sentence.lowerBound ? flags(index - 1) : []
    let announced = !previous.isDisjoint(with: [.title, .nationality])
    var end = index + 1
    while end < sentence.upperBound, end - index < 4, isNameWord(end),
      analysis.forms[end].cliticLength == 0, flags(end).contains(.surname)
    {
      end += 1
    }
    let known = flags(index).contains(.surname)
    if !isLatin, end - index > 1, known || announced {
      return NameSpan(tokens: index..<end, kind: .person, confidence: announced ? 0.85 : 0.7)
    }
    if !isLatin, known, previous.contains(.title) {
      return NameSpan(tokens: index..<end, kind: .person, confidence: 0.7)
    }
    if previous.contains(.placeHead), !analysis.forms[index].shape.contains(.article) {
      return NameSpan(tokens: index..<(index + 1), kind: .place, confidence: 0.5)
    }
    return nil
  }
}
