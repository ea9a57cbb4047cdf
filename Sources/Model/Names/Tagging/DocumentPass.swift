/// Lets an article as a whole decide on each of its names.
///
/// A name that is clear once is found everywhere in the article: a person's surname alone, an
/// organization's acronym, a place without the word that announced it.
struct DocumentPass {
  let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The names of the article in ascending order, none overlapping another.
  func spans(from first: [NameSpan]) -> [NameSpan] {
    let found = evidence(of: first)
    var spans = first.map { shortened($0, by: found) }
    let evidence = evidence(of: spans)
    spans = spans.map { settled($0, by: evidence) }
    return acronyms(of: extended(fill(spans, by: evidence)))
  }

  // MARK: Evidence

  func key(_ tokens: Range<Int>) -> UInt64 {
    var key = analysis.forms[tokens.lowerBound].stem
    for index in tokens.dropFirst() { key = Lexicon.key(key, then: analysis.forms[index].hash) }
    return key
  }

  func evidence(of spans: [NameSpan]) -> NameEvidence {
    var evidence = NameEvidence()
    for span in spans {
      let first = analysis.forms[span.tokens.lowerBound].stem
      let key = key(span.tokens)
      evidence.names[key, default: NameVotes()].add(span.kind, span.confidence)
      // What the lexicon knows a name of several words as counts like a sure mention.
      if let kind = knownKind(of: span.tokens), kind != span.kind {
        evidence.names[key]?.weigh(kind, 1)
      }
      evidence.lengths[first, default: []].insert(span.tokens.count)
      addBody(of: span, to: &evidence)
      addBareName(of: span, to: &evidence)
      guard span.kind == .person, span.tokens.count > 1 else { continue }
      let parts = parts(of: span.tokens)
      if let last = parts.last, last.upperBound == span.tokens.upperBound {
        let surname = self.key(last)
        evidence.surnames[surname] = max(evidence.surnames[surname] ?? 0, span.confidence)
      }
      for part in parts {
        let partKey = self.key(part)
        evidence.parts[partKey] = max(evidence.parts[partKey] ?? 0, span.confidence)
        evidence.lengths[analysis.forms[part.lowerBound].stem, default: []].insert(part.count)
      }
    }
    return evidence
  }

  /// The word for a body stands for the whole name: «البحرية» where «البحرية الألمانية» is known.
  func addBody(of span: NameSpan, to evidence: inout NameEvidence) {
    let first = span.tokens.lowerBound
    guard span.kind == .organization, span.tokens.count == 2,
      analysis.forms[first].shape.contains(.article),
      analysis.forms[first + 1].flags.contains(.nationality)
    else { return }
    let body = analysis.forms[first].stem
    evidence.bodies[body] = max(evidence.bodies[body] ?? 0, span.confidence)
  }

  /// An organization is called without the Arabic article too: Hilal where Al Hilal is known.
  func addBareName(of span: NameSpan, to evidence: inout NameEvidence) {
    let first = span.tokens.lowerBound
    guard span.kind == .organization, span.tokens.count == 2,
      SpanRules.articles.contains(analysis.forms[first].hash), isOwnWord(first + 1)
    else { return }
    let bare = analysis.forms[first + 1].stem
    evidence.names[bare, default: NameVotes()].weigh(.organization, span.confidence)
  }

  /// The parts of a person's name that stand for the whole: each word, with the particle and hyphen
  /// before it.
  func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    while start < tokens.upperBound {
      var end = start + 1
      while end + 1 < tokens.upperBound, analysis.tokens[end].kind == .punctuation { end += 2 }
      if isOwnWord(start) || end - start > 1 { parts.append(start..<end) }
      start = end
    }
    return parts.filter { $0 != tokens }
  }

  static let notNames: LexiconFlags = [.common, .title, .calendar, .nationality]

  func isOwnWord(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    let token = analysis.tokens[index]
    guard token.isWord, form.flags.isDisjoint(with: Self.notNames) else { return false }
    return form.length > 2 || (form.length == 2 && form.shape.contains(.capital))
  }

  /// Whether a name is that of a country or large town, which people are called after too.
  func isMajorPlace(_ tokens: Range<Int>) -> Bool {
    let match = analysis.matches[tokens.lowerBound]
    return match.length == tokens.count && match.flags.contains(.majorPlace)
  }

  /// The only kind the lexicon knows a name as.
  func knownKind(of tokens: Range<Int>) -> EntityKind? {
    let match = analysis.matches[tokens.lowerBound]
    guard match.length == tokens.count, tokens.count > 1 else { return nil }
    switch match.flags.intersection([.person, .place, .majorPlace, .organization]) {
    case .person: return .person
    case .organization: return .organization
    case .place, .majorPlace, [.place, .majorPlace]: return .place
    default: return nil
    }
  }

  // MARK: Kinds and lengths

  /// Gives a name the kind that the article as a whole gives it.
  func settled(_ span: NameSpan, by evidence: NameEvidence) -> NameSpan {
    var span = span
    let key = key(span.tokens)
    guard let votes = evidence.names[key] else { return span }
    if isMajorPlace(span.tokens), span.kind == .place { return span }
    if let part = evidence.parts[key], part >= 0.6 || votes.winner == .person {
      span.kind = .person
      span.confidence = max(span.confidence, part)
    } else {
      span.kind = votes.winner
      span.confidence = max(span.confidence, votes.best)
    }
    return span
  }

  /// Takes off a name what was only written next to it, where the article has the name elsewhere:
  /// the verb of the heading "Visit Washington", an adjective after an Arabic surname.
  func shortened(_ span: NameSpan, by evidence: NameEvidence) -> NameSpan {
    guard span.tokens.count > 1, let votes = evidence.names[key(span.tokens)],
      votes.count == 1 || span.kind == .person
    else { return span }
    var result = span
    let first = span.tokens.lowerBound
    let last = span.tokens.upperBound - 1
    for start in first + 1...last {
      let tail = start..<span.tokens.upperBound
      guard analysis.tokens[start].isWord, let known = evidence.names[key(tail)],
        known.best >= 0.9, span.confidence < 0.7 || known.winner == span.kind,
        opensWithAside(first..<start)
      else { continue }
      result.tokens = tail
      result.kind = known.winner
      result.confidence = known.best
      return result
    }
    for end in (first + 1)...last {
      let head = first..<end
      let key = key(head)
      let isSurname = (evidence.surnames[key] ?? 0) >= 0.8
      // That a name starts with the word is no evidence: this one does.
      guard span.kind == .person, isSurname || (evidence.names[key]?.best ?? 0) >= 0.8,
        (end...last).allSatisfy({
          isAside($0) || isSurname && isAdjective($0) && !isSurnameElsewhere($0, evidence)
        })
      else { continue }
      result.tokens = head
      return result
    }
    return span
  }

  /// Whether a word may stand next to a name without being part of it.
  func isAside(_ index: Int) -> Bool {
    !analysis.forms[index].flags.isDisjoint(with: [.common, .nationality, .title])
  }

  func isSurnameElsewhere(_ index: Int, _ evidence: NameEvidence) -> Bool {
    let stem = analysis.forms[index].stem
    return !analysis.forms[index].flags.isDisjoint(with: [.person, .surname])
      || evidence.names[stem] != nil
  }

  /// Whether an Arabic word may be an adjective that says more of the name before it.
  func isAdjective(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .arabic && analysis.forms[index].shape.contains(.article)
  }

  /// Whether a name may be taken to start after these words: "Visit", "Enforcement of".
  func opensWithAside(_ tokens: Range<Int>) -> Bool {
    let bodies: LexiconFlags = [.organizationHead, .organizationTail, .placeHead]
    if tokens.allSatisfy({ isAside($0) && analysis.forms[$0].flags.isDisjoint(with: bodies) }) {
      return true
    }
    let first = tokens.lowerBound
    let opens =
      analysis.tokens[first].startsSentence
      || first > 0 && analysis.tokens[first - 1].kind == .punctuation
    return opens && tokens.count == 2
      && analysis.forms[tokens.upperBound - 1].hash == Self.of
  }

  static let of = NameFolding.hash("of".unicodeScalars)
}
