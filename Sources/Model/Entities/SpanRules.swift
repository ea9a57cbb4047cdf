/// Brings each name a model found to the span a reader expects, from the words next to it alone.
struct SpanRules {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The spans of a sentence, each brought in order; those that are no names are left out.
  func apply(to spans: [NameSpan], in sentence: Range<Int>, language: Language) -> [NameSpan] {
    var result: [NameSpan] = []
    for span in spans {
      var span = span
      trimMarks(&span)
      if language == .arabic {
        trimAnnouncement(&span)
        takeTeam(into: &span, from: sentence.lowerBound, word: Self.arabicTeam)
      } else {
        trimSmallWords(&span)
        dropNationality(of: &span)
        cutAtSmallWord(&span)
        takeTeam(into: &span, from: sentence.lowerBound, word: Self.team)
        takeParticle(
          into: &span, from: max(sentence.lowerBound, result.last?.tokens.upperBound ?? 0))
        if namesProduct(span, in: sentence) { continue }
      }
      guard !span.tokens.isEmpty else { continue }
      if let last = result.last, last.tokens.upperBound > span.tokens.lowerBound { continue }
      result.append(span)
    }
    return language == .arabic ? result : addingOffices(to: result, in: sentence)
  }

  private func hash(_ index: Int) -> UInt64 { analysis.forms[index].hash }
  private func flags(_ index: Int) -> LexiconFlags { analysis.forms[index].flags }

  private func trimMarks(_ span: inout NameSpan) {
    while let last = span.tokens.last, analysis.tokens[last].kind == .punctuation {
      span.tokens = span.tokens.lowerBound..<last
    }
    while let first = span.tokens.first, analysis.tokens[first].kind == .punctuation {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
  }

  // MARK: English

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { NameFolding.hash($0.unicodeScalars) })
  }

  private static let hyphen = NameFolding.hash("-".unicodeScalars)
  private static let productWord = NameFolding.hash("class".unicodeScalars)
  private static let office = NameFolding.hash("office".unicodeScalars)
  private static let possessives = hashes(["'s", "\u{2019}s", "s"])
  /// The Arabic article as it is written in Latin letters, with the sounds it takes on.
  private static let articles = hashes(["al", "el", "ad", "ar", "as", "ash", "at", "an", "az"])
  private static let smallWords = hashes([
    "the", "of", "in", "on", "at", "by", "for", "from", "to", "and", "a", "an", "with", "said",
  ])

  /// "of Denmark" is Denmark.
  private func trimSmallWords(_ span: inout NameSpan) {
    while let first = span.tokens.first, span.tokens.count > 1,
      Self.smallWords.contains(hash(first)),
      !analysis.forms[first].shape.contains(.capital) || hash(first) == Self.the
    {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
  }

  /// A nationality before a person's name is no part of it.
  private func dropNationality(of span: inout NameSpan) {
    guard let first = span.tokens.first, (3...5).contains(span.tokens.count), span.kind != .place,
      flags(first).contains(.nationality), flags(first + 1).contains(.givenName),
      let last = span.tokens.last, flags(last).contains(.surname),
      flags(last).isDisjoint(with: [.organizationTail, .organization, .placeTail, .common])
    else { return }
    span.tokens = (first + 1)..<span.tokens.upperBound
    span.kind = .person
  }

  /// An organization whose name has ended does not go on with words in small letters.
  private func cutAtSmallWord(_ span: inout NameSpan) {
    guard span.kind == .organization, span.tokens.count > 2 else { return }
    for index in span.tokens.dropFirst(2)
    where flags(index - 1).contains(.organizationTail) && analysis.tokens[index].kind == .word
      && analysis.forms[index].shape.isDisjoint(with: [.capital, .innerCapital])
      && !Self.smallWords.contains(hash(index))
    {
      span.tokens = span.tokens.lowerBound..<index
      return
    }
  }

  private static let team = NameFolding.hash("team".unicodeScalars)
  private static let arabicTeam = NameFolding.hash("فريق".unicodeScalars)
  private static let ampersand = NameFolding.hash("&".unicodeScalars)

  /// Team Europe is a body and no continent; a firm is called after two people.
  private func takeTeam(into span: inout NameSpan, from start: Int, word: UInt64) {
    guard let first = span.tokens.first else { return }
    if span.tokens.contains(where: { hash($0) == Self.ampersand }) { span.kind = .organization }
    guard span.kind == .place, first > start, analysis.forms[first - 1].stem == word,
      analysis.tokens[first - 1].kind == .arabic
        || analysis.forms[first - 1].shape.contains(.capital)
    else { return }
    span.tokens = (first - 1)..<span.tokens.upperBound
    span.kind = .organization
  }

  private static let the = NameFolding.hash("the".unicodeScalars)

  /// The name of al-Hashemi starts with its article.
  private func takeParticle(into span: inout NameSpan, from start: Int) {
    guard let first = span.tokens.first, first - 2 >= start, hash(first - 1) == Self.hyphen,
      !analysis.tokens[first].followsSpace, !analysis.tokens[first - 1].followsSpace,
      Self.articles.contains(hash(first - 2))
    else { return }
    span.tokens = (first - 2)..<span.tokens.upperBound
  }

  /// A prime minister's office is a body of its own, with the country before it.
  private func addingOffices(to spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    var result = spans
    for index in sentence.dropFirst(2)
    where hash(index) == Self.office && Self.possessives.contains(hash(index - 1))
      && isTitle(index - 2)
    {
      var start = index - 2
      while start > sentence.lowerBound, isTitle(start - 1) { start -= 1 }
      if start > sentence.lowerBound, flags(start - 1).contains(.nationality) { start -= 1 }
      let tokens = start..<(index + 1)
      result.removeAll { $0.tokens.overlaps(tokens) }
      result.append(NameSpan(tokens: tokens, kind: .organization, confidence: 0.8))
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isTitle(_ index: Int) -> Bool {
    flags(index).contains(.title) && analysis.forms[index].shape.contains(.capital)
  }

  /// A class of ships is called after a place and is none.
  private func namesProduct(_ span: NameSpan, in sentence: Range<Int>) -> Bool {
    var next = span.tokens.upperBound
    if next < sentence.upperBound, hash(next) == Self.hyphen { next += 1 }
    return next < sentence.upperBound && hash(next) == Self.productWord
  }

  // MARK: Arabic

  private static let announcements = hashes([
    "صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "شبكة", "موقع", "شركة", "مؤسسة", "تنظيم", "حركة",
    "جماعة", "مجموعة", "ميليشيا", "منظمة", "مدينة", "ولاية", "محافظة", "دولة", "جزيرة", "قرية",
    "بلدة",
    "بلدية", "مقاطعة", "منطقة", "العاصمة",
  ])

  /// What only announces a proper name is no part of it: «صحيفة دي تسايت», but «منظمة العفو الدولية».
  private func trimAnnouncement(_ span: inout NameSpan) {
    guard let first = span.tokens.first, span.tokens.count > 1,
      Self.announcements.contains(analysis.forms[first].stem)
    else { return }
    let next = first + 1
    let form = analysis.forms[next]
    let isPhrase =
      span.kind == .organization
      && (form.shape.contains(.article) || form.flags.contains(.common)) && !form.flags.isName
    if isPhrase { return }
    if span.kind == .organization, form.shape.contains(.article), span.tokens.count > 2 { return }
    span.tokens = next..<span.tokens.upperBound
  }
}
