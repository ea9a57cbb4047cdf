extension SpanRules {
  /// The names of an English sentence, brought to what a reader expects.
  func applyEnglish(to spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    var result: [NameSpan] = []
    for span in spans.flatMap(dashed).flatMap(parted) {
      var span = span
      trimMarks(&span)
      trimSmallWords(&span)
      trimPrefix(&span)
      trimTitle(&span)
      trimKindWord(&span)
      dropNationality(of: &span)
      cutAtSmallWord(&span)
      takeTeam(into: &span, from: sentence.lowerBound, words: Self.team)
      takeParticle(
        into: &span, from: max(sentence.lowerBound, result.last?.tokens.upperBound ?? 0))
      if span.tokens.isEmpty { continue }
      if let last = result.last, last.tokens.upperBound > span.tokens.lowerBound { continue }
      result.append(span)
    }
    result = EnglishBodies(analysis, sentence: sentence).completed(result)
    return addingOffices(to: result, in: sentence)
  }

  private static let team = NameFolding.hashes(["team"])
  private static let productWord = NameFolding.hash("class".unicodeScalars)
  private static let office = NameFolding.hash("office".unicodeScalars)
  private static let possessives = NameFolding.hashes(["'s", "\u{2019}s", "s"])
  /// The Arabic article as it is written in Latin letters, with the sounds it takes on.
  static let articles = NameFolding.hashes(["al", "el", "ad", "ar", "as", "ash", "at", "an", "az"])
  private static let smallWords = NameFolding.hashes([
    "the", "of", "in", "on", "at", "by", "for", "from", "to", "and", "a", "an", "with", "said",
  ])

  /// China's Hainan is two places.
  private func parted(_ span: NameSpan) -> [NameSpan] {
    guard span.kind == .place,
      let mark = span.tokens.dropFirst().dropLast().first(where: {
        Self.possessives.contains(hash($0)) && analysis.tokens[$0].kind == .punctuation
      })
    else { return [span] }
    var (owner, owned) = (span, span)
    owner.tokens = span.tokens.lowerBound..<mark
    owned.tokens = (mark + 1)..<span.tokens.upperBound
    return [owner, owned]
  }

  private static let societies = NameFolding.hashes(["cross", "crescent"])
  private static let red = NameFolding.hash("red".unicodeScalars)

  /// Each country has a Red Cross or Red Crescent of its own, which is called after it.
  func takeNationality(into span: inout NameSpan, from start: Int) {
    guard span.kind == .organization, span.tokens.count == 2, let first = span.tokens.first,
      hash(first) == Self.red, Self.societies.contains(hash(first + 1)), first > start,
      flags(first - 1).contains(.nationality), analysis.forms[first - 1].shape.contains(.capital)
    else { return }
    span.tokens = (first - 1)..<span.tokens.upperBound
  }

  /// "of Denmark" is Denmark.
  private func trimSmallWords(_ span: inout NameSpan) {
    while let first = span.tokens.first, span.tokens.count > 1,
      Self.smallWords.contains(hash(first)),
      !analysis.forms[first].shape.contains(.capital) || hash(first) == Self.the
    {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
  }

  private static let prefixes = NameFolding.hashes([
    "anti", "pro", "ex", "non", "pan", "post", "pre", "mid",
  ])

  /// Anti-Erdogan protests are about Erdogan.
  private func trimPrefix(_ span: inout NameSpan) {
    guard let first = span.tokens.first, span.tokens.count > 2, Self.prefixes.contains(hash(first)),
      hash(first + 1) == Self.hyphen
    else { return }
    span.tokens = (first + 2)..<span.tokens.upperBound
    if span.tokens.count == 1, flags(first + 2).contains(.person) {
      span.kind = .person
      span.confidence = max(span.confidence, 0.7)
    }
  }

  /// A title is no part of the name.
  private func trimTitle(_ span: inout NameSpan) {
    while span.kind == .person, let first = span.tokens.first, span.tokens.count > 1,
      flags(first).contains(.title), flags(first).isDisjoint(with: [.givenName, .person]),
      analysis.tokens[first + 1].isWord
    {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
  }

  /// Palu city is called Palu, the Verdi union Verdi, and eastern Turkey Turkey; the Korean peninsula has
  /// no other name.
  private func trimKindWord(_ span: inout NameSpan) {
    if span.kind == .place, span.tokens.count > 1, let first = span.tokens.first,
      flags(first).contains(.placeHead), isSmall(first)
    {
      span.tokens = (first + 1)..<span.tokens.upperBound
    }
    if span.kind == .organization, span.tokens.count == 2, let last = span.tokens.last,
      isSmall(last), flags(last).contains(.organizationTail),
      flags(last - 1).isDisjoint(with: [.nationality, .title, .common])
    {
      span.tokens = span.tokens.lowerBound..<last
    }
    guard span.kind == .place, span.tokens.count > 1, let first = span.tokens.first,
      let last = span.tokens.last, flags(last).contains(.placeTail), isSmall(last),
      span.tokens.count > 2 || flags(first).isDisjoint(with: [.nationality, .common])
    else { return }
    span.tokens = first..<last
  }

  private func isSmall(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .word
      && !analysis.forms[index].isCapitalized
  }

  /// A nationality before a person's name is no part of it.
  private func dropNationality(of span: inout NameSpan) {
    guard let first = span.tokens.first, (3...5).contains(span.tokens.count), span.kind != .place,
      flags(first).contains(.nationality), flags(first + 1).contains(.givenName),
      !analysis.matches[first + 1].flags.contains(.organization),
      let last = span.tokens.last,
      flags(last).contains(.surname) || !flags(last).isKnown,
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
      && !analysis.forms[index].isCapitalized
      && !Self.smallWords.contains(hash(index))
    {
      span.tokens = span.tokens.lowerBound..<index
      return
    }
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

  private static let storms = NameFolding.hashes(["typhoon", "hurricane", "cyclone"])

  /// A class of ships is called after a place, a storm after a person, and they are none.
  func namesProduct(_ span: NameSpan, in sentence: Range<Int>) -> Bool {
    let first = span.tokens.lowerBound
    if span.kind == .person, Self.storms.contains(hash(first)) { return true }
    if span.kind != .organization, first > sentence.lowerBound,
      Self.storms.contains(hash(first - 1)), analysis.forms[first - 1].shape.contains(.capital)
    {
      return true
    }
    var next = span.tokens.upperBound
    if next < sentence.upperBound, hash(next) == Self.hyphen { next += 1 }
    return next < sentence.upperBound && hash(next) == Self.productWord
  }
}
