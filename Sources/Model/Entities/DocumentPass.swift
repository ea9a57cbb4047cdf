/// Lets an article as a whole decide on each of its names.
///
/// A name that is clear once is found everywhere in the article: a person's surname alone, an
/// organization's acronym, a place without the word that announced it.
struct DocumentPass {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The names of the article in ascending order, none overlapping another.
  func spans(from first: [NameSpan]) -> [NameSpan] {
    let own = self.evidence(of: first)
    let cut = first.map { shortened($0, by: own) }
    let evidence = self.evidence(of: cut)
    let filled = fill(cut.map { settled($0, by: evidence) }, by: evidence)
    return acronyms(of: extended(filled))
  }

  // MARK: Evidence

  /// What speaks for each kind of a name.
  private struct Votes {
    private var weights = SIMD4<Double>(repeating: 0)
    private(set) var best = 0.0
    private(set) var count = 0

    mutating func add(_ kind: EntityKind, _ weight: Double) {
      weights[kind.index] += weight
      best = max(best, weight)
      count += 1
    }

    mutating func weigh(_ kind: EntityKind, _ weight: Double) {
      weights[kind.index] += weight
    }

    var winner: EntityKind {
      EntityKind.allCases.max { weights[$0.index] < weights[$1.index] } ?? .person
    }
  }

  private struct Evidence {
    /// The names found, by their keys.
    var names: [UInt64: Votes] = [:]
    /// The parts of persons' names that stand for the whole, with how sure the whole is.
    var parts: [UInt64: Double] = [:]
    /// The last parts of persons' names, with how sure the whole is.
    var surnames: [UInt64: Double] = [:]
    /// The words for bodies whose country the article names, with how sure the whole is.
    var bodies: [UInt64: Double] = [:]
    /// How many tokens the names and parts have that start with a word.
    var lengths: [UInt64: Set<Int>] = [:]
  }

  private func key(_ tokens: Range<Int>) -> UInt64 {
    var key = analysis.forms[tokens.lowerBound].stem
    for index in tokens.dropFirst() { key = Lexicon.key(key, then: analysis.forms[index].hash) }
    return key
  }

  private func evidence(of spans: [NameSpan]) -> Evidence {
    var evidence = Evidence()
    for span in spans {
      let first = analysis.forms[span.tokens.lowerBound].stem
      let key = key(span.tokens)
      evidence.names[key, default: Votes()].add(span.kind, span.confidence)
      // What the lexicon knows a name of several words as counts like a sure mention.
      if let kind = knownKind(of: span.tokens), kind != span.kind {
        evidence.names[key]?.weigh(kind, 1)
      }
      evidence.lengths[first, default: []].insert(span.tokens.count)
      addBody(of: span, to: &evidence)
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
  private func addBody(of span: NameSpan, to evidence: inout Evidence) {
    let first = span.tokens.lowerBound
    guard span.kind == .organization, span.tokens.count == 2,
      analysis.forms[first].shape.contains(.article),
      analysis.forms[first + 1].flags.contains(.nationality)
    else { return }
    let body = analysis.forms[first].stem
    evidence.bodies[body] = max(evidence.bodies[body] ?? 0, span.confidence)
  }

  /// The parts of a person's name that stand for the whole: each word, with the particle and hyphen
  /// before it.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
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

  private static let notNames: LexiconFlags = [.common, .title, .calendar, .nationality]

  private func isOwnWord(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    let token = analysis.tokens[index]
    guard token.isWord, form.flags.isDisjoint(with: Self.notNames) else { return false }
    return form.length > 2 || (form.length == 2 && form.shape.contains(.capital))
  }

  /// Whether a name is that of a country or large town, which people are called after too.
  private func isMajorPlace(_ tokens: Range<Int>) -> Bool {
    let match = analysis.matches[tokens.lowerBound]
    return match.length == tokens.count && match.flags.contains(.majorPlace)
  }

  /// The only kind the lexicon knows a name as.
  private func knownKind(of tokens: Range<Int>) -> EntityKind? {
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
  private func settled(_ span: NameSpan, by evidence: Evidence) -> NameSpan {
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
  private func shortened(_ span: NameSpan, by evidence: Evidence) -> NameSpan {
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
      guard span.kind == .person, isSurname || (evidence.parts[key] ?? 0) >= 0.8,
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
  private func isAside(_ index: Int) -> Bool {
    !analysis.forms[index].flags.isDisjoint(with: [.common, .nationality, .title])
  }

  private func isSurnameElsewhere(_ index: Int, _ evidence: Evidence) -> Bool {
    let stem = analysis.forms[index].stem
    return !analysis.forms[index].flags.isDisjoint(with: [.person, .surname])
      || evidence.names[stem] != nil
  }

  /// Whether an Arabic word may be an adjective that says more of the name before it.
  private func isAdjective(_ index: Int) -> Bool {
    analysis.tokens[index].kind == .arabic && analysis.forms[index].shape.contains(.article)
  }

  /// Whether a name may be taken to start after these words: "Visit", "Enforcement of".
  private func opensWithAside(_ tokens: Range<Int>) -> Bool {
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

  private static let of = NameFolding.hash("of".unicodeScalars)

  // MARK: Names not seen

  /// Finds the names again where they were not seen.
  private func fill(_ spans: [NameSpan], by evidence: Evidence) -> [NameSpan] {
    var found: [NameSpan] = []
    var rest = spans[...]
    for sentence in analysis.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if let whole = whole(at: index, in: sentence, over: rest, evidence) {
          while let next = rest.first, next.tokens.lowerBound < whole.tokens.upperBound {
            rest.removeFirst()
          }
          found.append(whole)
          index = whole.tokens.upperBound
          continue
        }
        if let next = rest.first, next.tokens.lowerBound <= index {
          rest.removeFirst()
          found.append(next)
          index = max(index + 1, next.tokens.upperBound)
          continue
        }
        let limit = min(sentence.upperBound, rest.first?.tokens.lowerBound ?? sentence.upperBound)
        if let span = known(at: index, before: limit, evidence) {
          found.append(span)
          index = span.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// A person's name of several words known from elsewhere in the article, where only parts of it
  /// were seen here.
  private func whole(
    at index: Int, in sentence: Range<Int>, over rest: ArraySlice<NameSpan>, _ evidence: Evidence
  ) -> NameSpan? {
    guard let lengths = evidence.lengths[analysis.forms[index].stem], canBeName(index) else {
      return nil
    }
    for length in lengths.sorted(by: >) where length > 1 && index + length <= sentence.upperBound {
      let tokens = index..<(index + length)
      guard let votes = evidence.names[key(tokens)], votes.winner == .person, votes.best >= 0.8
      else { continue }
      let touched = rest.prefix { $0.tokens.lowerBound < tokens.upperBound }
      guard !touched.isEmpty,
        touched.allSatisfy({
          $0.tokens.lowerBound >= index && $0.tokens.upperBound <= tokens.upperBound
            && $0.tokens.count < length
        })
      else { continue }
      return NameSpan(tokens: tokens, kind: .person, confidence: votes.best)
    }
    return nil
  }

  private func known(at index: Int, before limit: Int, _ evidence: Evidence) -> NameSpan? {
    let match = analysis.matches[index]
    if match.length > 1, index + match.length <= limit {
      let tokens = index..<(index + match.length)
      if let kind = knownKind(of: tokens), kind != .person {
        return NameSpan(tokens: tokens, kind: kind, confidence: 0.75)
      }
    }
    // Arabic has no capitals to tell such a name from a word by.
    if match.length == 1, match.flags.contains(.person), analysis.tokens[index].kind == .word,
      analysis.forms[index].flags.isDisjoint(with: Self.notNames.union([.place, .majorPlace]))
    {
      return NameSpan(tokens: index..<(index + 1), kind: .person, confidence: 0.6)
    }
    if let body = evidence.bodies[analysis.forms[index].stem], index == 0 || !isAdjective(index - 1)
    {
      return NameSpan(tokens: index..<(index + 1), kind: .organization, confidence: body * 0.9)
    }
    guard let lengths = evidence.lengths[analysis.forms[index].stem], canBeName(index) else {
      return nil
    }
    for length in lengths.sorted(by: >) where index + length <= limit {
      let tokens = index..<(index + length)
      let key = key(tokens)
      if let part = evidence.parts[key], part >= 0.6 {
        return NameSpan(tokens: tokens, kind: .person, confidence: part * 0.95)
      }
      if let votes = evidence.names[key], votes.best >= 0.7, length > 1 || !isAside(index) {
        return NameSpan(tokens: tokens, kind: votes.winner, confidence: votes.best * 0.95)
      }
    }
    return nil
  }

  private func canBeName(_ index: Int) -> Bool {
    switch analysis.tokens[index].kind {
    case .arabic: true
    case .word: isCapital(index) || isCapital(index + 2)
    default: false
    }
  }

  private func isCapital(_ index: Int) -> Bool {
    index < analysis.forms.count
      && !analysis.forms[index].shape.isDisjoint(with: [.capital, .innerCapital])
  }

  // MARK: Names seen in part

  /// Takes into a person's name the words next to it that can be nothing else.
  private func extended(_ spans: [NameSpan]) -> [NameSpan] {
    var spans = spans
    for position in spans.indices where spans[position].kind == .person {
      let sentence = sentence(of: spans[position].tokens.lowerBound)
      let floor = max(
        sentence.lowerBound, position > 0 ? spans[position - 1].tokens.upperBound : 0)
      let ceiling = min(
        sentence.upperBound,
        position + 1 < spans.count ? spans[position + 1].tokens.lowerBound : sentence.upperBound)
      var tokens = spans[position].tokens
      while tokens.lowerBound > floor, tokens.count < 4,
        continuesName(tokens.lowerBound - 1, isBefore: true, opens: sentence.lowerBound)
      {
        tokens = (tokens.lowerBound - 1)..<tokens.upperBound
      }
      while tokens.upperBound < ceiling, tokens.count < 4,
        continuesName(tokens.upperBound, isBefore: false, opens: sentence.lowerBound)
      {
        tokens = tokens.lowerBound..<(tokens.upperBound + 1)
      }
      spans[position].tokens = tokens
    }
    return spans
  }

  private func sentence(of index: Int) -> Range<Int> {
    var low = 0
    var high = analysis.sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if analysis.sentences[middle].lowerBound <= index { low = middle } else { high = middle }
    }
    return analysis.sentences[low]
  }

  private func continuesName(_ index: Int, isBefore: Bool, opens: Int) -> Bool {
    let form = analysis.forms[index]
    guard
      form.flags.isDisjoint(with: [
        .common, .title, .calendar, .nationality, .majorPlace, .organizationHead,
        .organizationTail, .placeHead, .placeTail, .organization,
      ])
    else { return false }
    switch analysis.tokens[index].kind {
    case .word:
      return form.shape.contains(.capital) && !form.shape.contains(.allCapitals)
        && (index > opens || form.flags.contains(.givenName))
    case .arabic:
      guard form.cliticLength == 0, !form.shape.contains(.article), form.length > 2 else {
        return false
      }
      return form.flags.contains(.surname)
        ? form.looks.person >= 9 : !form.flags.isKnown && form.looks.person >= 12
    default:
      return false
    }
  }

  /// Finds the acronym in brackets after an organization's name.
  private func acronyms(of spans: [NameSpan]) -> [NameSpan] {
    var found: [NameSpan] = []
    var known: [UInt64: Double] = [:]
    for span in spans {
      let index = span.tokens.upperBound + 1
      guard span.kind == .organization, index < analysis.tokens.count,
        analysis.tokens[index - 1].kind == .punctuation, isAcronym(index)
      else { continue }
      known[analysis.forms[index].hash] = span.confidence
    }
    guard !known.isEmpty else { return spans }
    var rest = spans[...]
    for index in analysis.tokens.indices {
      while let next = rest.first, next.tokens.lowerBound <= index {
        rest.removeFirst()
        found.append(next)
      }
      if let last = found.last, last.tokens.contains(index) { continue }
      if isAcronym(index), let confidence = known[analysis.forms[index].hash] {
        found.append(
          NameSpan(tokens: index..<(index + 1), kind: .organization, confidence: confidence))
      }
    }
    return found + rest
  }

  private func isAcronym(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return form.shape.contains(.allCapitals) && (2...7).contains(form.length)
  }
}

extension EntityKind {
  /// Its place among the kinds.
  fileprivate var index: Int {
    switch self {
    case .person: 0
    case .place: 1
    case .organization: 2
    }
  }
}
