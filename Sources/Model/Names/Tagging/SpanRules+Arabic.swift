extension SpanRules {
  private static let announcements = NameFolding.hashes([
    "صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "شبكة", "منصة", "وكالة", "موقع", "شركة", "مؤسسة",
    "تنظيم",
    "حركة",
    "جماعة", "مجموعة", "ميليشيا", "منظمة", "مدينة", "ولاية", "محافظة", "دولة", "جزيرة", "قرية",
    "بلدة", "بلدية", "مقاطعة", "منطقة", "العاصمة",
  ])
  private static let productWords = NameFolding.hashes([
    "فئة", "طراز", "سفينة", "السفينة", "فرقاطة", "الفرقاطة", "كأس", "بكأس", "موديل", "إعصار",
    "الإعصار", "فرقاطات", "سفن", "عاصفة", "العاصفة", "جائزة", "جوائز",
  ])
  private static let buildings = NameFolding.hashes(["فندق", "ملعب", "استاد", "مطعم", "مسرح"])
  private static let placePrepositions = NameFolding.hashes([
    "في", "إلى", "عن", "نحو", "تسمى", "قرب", "من",
  ])
  private static let team = NameFolding.hashes(["فريق"])

  /// The names of an Arabic sentence, brought to what a reader expects.
  func applyArabic(to spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    var result: [NameSpan] = []
    let parts = spans.flatMap(dashed).flatMap(parted).flatMap(partedBody)
    for span in joined(parts, in: sentence) {
      var span = span
      trimMarks(&span)
      trimCompanion(&span)
      cutAtKnownName(&span)
      trimAnnouncement(&span)
      trimBody(&span)
      takeTeam(into: &span, from: sentence.lowerBound, words: Self.team)
      if span.tokens.isEmpty || isOfficeOfPerson(span, from: sentence.lowerBound) { continue }
      result.append(span)
    }
    result = addingBodies(to: result, in: sentence)
    result = ArabicPeople(analysis, sentence: sentence).completed(result)
    result = ArabicAnnouncements(analysis, sentence: sentence).completed(result)
    return addingLatinNames(to: result, in: sentence)
  }

  /// Bodies' names reach as far as their grammar says, and some are names by it alone.
  private func addingBodies(to spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    let bodies = ArabicBodies(analysis, sentence: sentence)
    var result = spans
    for position in result.indices where result[position].kind == .organization {
      let tokens = result[position].tokens
      result[position].tokens = tokens.lowerBound..<bodies.end(of: tokens)
    }
    for tokens in bodies.phrases() {
      let own = result.filter { $0.tokens.overlaps(tokens) }
      // What the model sees to reach further does.
      if own.contains(where: {
        $0.kind == .organization && $0.confidence >= Self.bodyConfidence
          && $0.tokens.lowerBound <= tokens.lowerBound
          && $0.tokens.upperBound >= tokens.upperBound
      }) {
        continue
      }
      result.removeAll { $0.tokens.overlaps(tokens) }
      result.append(
        NameSpan(
          tokens: tokens, kind: .organization,
          confidence: max(Self.bodyConfidence, own.map(\.confidence).max() ?? 0)))
    }
    result.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var apart: [NameSpan] = []
    for span in result
    where apart.last.map({ $0.tokens.upperBound <= span.tokens.lowerBound }) ?? true {
      apart.append(span)
    }
    return apart
  }

  /// How sure a name is that its grammar alone shows.
  private static let bodyConfidence = 0.7

  /// Joins what the model cut in two: neighbouring parts of a person's name (no two people are named
  /// without و between them), and a paper with the place it is called after.
  private func joined(_ spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    var result: [NameSpan] = []
    for span in spans {
      guard let last = result.last, last.tokens.upperBound == span.tokens.lowerBound,
        analysis.forms[span.tokens.lowerBound].cliticLength == 0,
        last.tokens.count + span.tokens.count <= 5
      else {
        result.append(span)
        continue
      }
      let tokens = last.tokens.lowerBound..<span.tokens.upperBound
      let isPaper = flags(tokens.upperBound - 1).contains(.organizationTail)
      guard isPaper || last.kind == .person && span.kind == .person else {
        result.append(span)
        continue
      }
      result[result.count - 1] = NameSpan(
        tokens: tokens, kind: isPaper ? .organization : .person,
        confidence: min(last.confidence, span.confidence))
    }
    for position in result.indices {
      let end = result[position].tokens.upperBound
      guard end < sentence.upperBound, flags(end).contains(.organizationTail),
        analysis.tokens[end].kind == .arabic,
        position + 1 >= result.count || result[position + 1].tokens.lowerBound > end
      else { continue }
      result[position].tokens = result[position].tokens.lowerBound..<(end + 1)
      result[position].kind = .organization
    }
    return result
  }

  /// A known body's name ends where it is known to, but for the adjective of its country.
  private func cutAtKnownName(_ span: inout NameSpan) {
    let match = analysis.matches[span.tokens.lowerBound]
    guard span.kind == .organization, match.length > 1, match.length < span.tokens.count,
      match.flags.contains(.organization)
    else { return }
    let next = span.tokens.lowerBound + match.length
    if analysis.forms[next].shape.contains(.article) || flags(next).contains(.nationality) {
      return
    }
    span.tokens = span.tokens.lowerBound..<next
  }

  /// What only announces a proper name is no part of it: «صحيفة دي تسايت», but «منظمة العفو
  /// الدولية».
  private func trimAnnouncement(_ span: inout NameSpan) {
    guard let first = span.tokens.first, span.tokens.count > 1,
      Self.announcements.contains(analysis.forms[first].stem)
    else { return }
    let form = analysis.forms[first + 1]
    if span.kind == .organization {
      let isPhrase =
        (form.shape.contains(.article) || form.flags.contains(.common)) && !form.flags.isName
      if isPhrase || form.shape.contains(.article) && span.tokens.count > 2 { return }
    }
    span.tokens = (first + 1)..<span.tokens.upperBound
  }

  /// A noun for a body that has the article goes on with adjectives that have it too: what does not is a
  /// person's name, as in «الأمين الدائم للأكاديمية ماتس مالم».
  private func trimBody(_ span: inout NameSpan) {
    guard span.kind != .place, span.tokens.count > 2, let first = span.tokens.first,
      flags(first).contains(.organizationHead), analysis.forms[first].shape.contains(.article),
      flags(first).isDisjoint(with: [.givenName, .person]),
      !analysis.forms[first + 1].shape.contains(.article),
      !flags(first + 1).isDisjoint(with: [.givenName, .surname, .person])
    else { return }
    span.tokens = (first + 1)..<span.tokens.upperBound
    span.kind = .person
  }

  /// Particles that few foreign names start with.
  private static let particles = Set(["و", "ب", "ل"].map(ArabicBodies.clitics))

  /// A word with a particle at its front starts another person's name, as in «كيرياكوس ميتسوتاكيس بأردوغان»,
  /// and a country before one is no part of it, as in «رئيس مقدونيا جورج إيفانوف».
  private func parted(_ span: NameSpan) -> [NameSpan] {
    guard span.kind == .person else { return [span] }
    var (before, after) = (span, span)
    let first = span.tokens.lowerBound
    if span.tokens.count > 2, flags(first).contains(.country),
      flags(first).isDisjoint(with: [.givenName, .person])
    {
      before.tokens = first..<(first + 1)
      before.kind = .place
      after.tokens = (first + 1)..<span.tokens.upperBound
      return [before, after]
    }
    guard
      let place = span.tokens.dropFirst().first(where: {
        analysis.forms[$0].cliticLength > 0
          && Self.particles.contains(analysis.forms[$0].clitics)
          && !flags($0).isDisjoint(with: [.person, .givenName])
      })
    else { return [span] }
    before.tokens = span.tokens.lowerBound..<place
    after.tokens = place..<span.tokens.upperBound
    return [before, after]
  }

  /// Nouns that a person's name follows and that are no part of it.
  static let companions = NameFolding.hashes([
    "أنصار", "مؤيدو", "مؤيدي", "أتباع", "نجل", "شقيق", "شقيقة", "زوجة", "ابنة", "والد", "والدة",
    "عائلة", "محامي", "محامية", "حكومة", "إدارة", "حملة", "حزب", "معسكر", "مقتل", "وفاة", "رحيل",
    "اغتيال", "منافس", "خصم",
  ])

  /// «أنصار عثمان سونكو» are not he, nor is «حزب ترامب».
  private func trimCompanion(_ span: inout NameSpan) {
    guard span.kind == .person, span.tokens.count > 1,
      Self.companions.contains(analysis.forms[span.tokens.lowerBound].stem)
    else { return }
    span.tokens = (span.tokens.lowerBound + 1)..<span.tokens.upperBound
  }

  /// After a body's adjective, words that have no article and look like a person's name are one:
  /// «اتحاد المطارات الألمانية رالف بايزل».
  private func partedBody(_ span: NameSpan) -> [NameSpan] {
    guard span.kind == .organization, flags(span.tokens.lowerBound).contains(.organizationHead),
      span.tokens.count > 3
    else { return [span] }
    var start = span.tokens.upperBound
    while start > span.tokens.lowerBound + 2, looksLikePerson(start - 1) { start -= 1 }
    guard span.tokens.upperBound - start > 1, analysis.forms[start - 1].shape.contains(.article)
    else { return [span] }
    var (body, person) = (span, span)
    body.tokens = span.tokens.lowerBound..<start
    person.tokens = start..<span.tokens.upperBound
    person.kind = .person
    return [body, person]
  }

  private func looksLikePerson(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return analysis.isBareArabic(index)
      && form.flags.isDisjoint(with: [.common, .organizationHead, .nationality, .majorPlace])
      && (form.looks.person >= 8 || !form.flags.isDisjoint(with: [.person, .givenName]))
  }

  /// Ships, their classes, cups and storms are called after people and places and are none.
  func namesArabicProduct(_ span: NameSpan, from start: Int) -> Bool {
    if span.kind != .organization,
      Self.productWords.contains(analysis.forms[span.tokens.lowerBound].stem)
    {
      return true
    }
    var before = span.tokens.lowerBound - 1
    if before - 1 >= start, hash(before) == Self.hyphen { before -= 2 }
    if before > start, analysis.tokens[before].kind == .punctuation { before -= 1 }
    return before >= start && Self.productWords.contains(analysis.forms[before].stem)
  }

  /// «رئيس مجلس الوزراء» is a prime minister and «وزير الخارجية» a minister: no body is meant.
  private func isOfficeOfPerson(_ span: NameSpan, from start: Int) -> Bool {
    let first = span.tokens.lowerBound
    guard span.kind == .organization, first > start else { return false }
    let before = analysis.forms[first - 1].stem
    if Self.ministerWords.contains(before) { return true }
    return span.tokens.count > 1 && hash(first + 1) == Self.ministers && Self.heads.contains(before)
  }

  private static let ministerWords = NameFolding.hashes([
    "وزير", "وزيرة", "وزيري", "وزراء", "لوزير",
  ])

  private static let ministers = NameFolding.hash("الوزراء".unicodeScalars)
  private static let heads = NameFolding.hashes(["رئيس", "لرئيس"])

  /// Names in Latin letters, which the training texts hardly have.
  private func addingLatinNames(to spans: [NameSpan], in sentence: Range<Int>) -> [NameSpan] {
    var added: [NameSpan] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard analysis.tokens[index].kind == .word, analysis.forms[index].shape.contains(.capital),
        analysis.forms[index].flags.isDisjoint(with: [.common, .calendar])
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound, analysis.tokens[end].kind == .word,
        analysis.forms[end].shape.contains(.capital)
      {
        end += 1
      }
      if let span = latinName(index..<end, from: sentence.lowerBound),
        !spans.contains(where: { $0.tokens.overlaps(span.tokens) })
      {
        added.append(span)
      }
      index = end
    }
    guard !added.isEmpty else { return spans }
    return (spans + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func latinName(_ tokens: Range<Int>, from start: Int) -> NameSpan? {
    let first = analysis.forms[tokens.lowerBound]
    if tokens.count == 1, first.shape.contains(.allCapitals), (3...6).contains(first.length),
      first.shape.isDisjoint(with: [.digit, .mark])
    {
      return NameSpan(tokens: tokens, kind: .organization, confidence: 0.5)
    }
    guard tokens.lowerBound > start else { return nil }
    let before = analysis.forms[tokens.lowerBound - 1].stem
    if Self.buildings.contains(before) {
      return NameSpan(
        tokens: (tokens.lowerBound - 1)..<tokens.upperBound, kind: .place, confidence: 0.7)
    }
    guard
      Self.placePrepositions.contains(before) || flags(tokens.lowerBound - 1).contains(.placeHead)
    else { return nil }
    return NameSpan(tokens: tokens, kind: .place, confidence: 0.72)
  }
}
