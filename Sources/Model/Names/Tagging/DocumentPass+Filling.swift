extension DocumentPass {
  // MARK: Names not seen

  /// Finds the names again where they were not seen.
  func fill(_ spans: [NameSpan], by evidence: NameEvidence) -> [NameSpan] {
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
        if let span = known(at: index, in: sentence, before: limit, evidence) {
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
  func whole(
    at index: Int, in sentence: Range<Int>, over rest: ArraySlice<NameSpan>,
    _ evidence: NameEvidence
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

  func known(
    at index: Int, in sentence: Range<Int>, before limit: Int, _ evidence: NameEvidence
  ) -> NameSpan? {
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
      if let votes = evidence.names[key], votes.best >= 0.7,
        length > 1 || !isAside(index) || isCountryByItself(index, in: sentence)
      {
        return NameSpan(tokens: tokens, kind: votes.winner, confidence: votes.best * 0.95)
      }
    }
    return nil
  }

  /// Whether a word that is a country's name and its adjective («السعودية») is the name: an adjective has
  /// the article where its noun has it.
  private func isCountryByItself(_ index: Int, in sentence: Range<Int>) -> Bool {
    isAdjective(index) && analysis.forms[index].flags.contains(.majorPlace)
      && (index == sentence.lowerBound || !isAdjective(index - 1))
  }

  func canBeName(_ index: Int) -> Bool {
    switch analysis.tokens[index].kind {
    case .arabic: true
    case .word: isCapital(index) || isCapital(index + 2)
    default: false
    }
  }

  func isCapital(_ index: Int) -> Bool {
    index < analysis.forms.count && analysis.forms[index].isCapitalized
  }

  // MARK: Names seen in part

  /// Takes into a person's name the words next to it that can be nothing else.
  func extended(_ spans: [NameSpan]) -> [NameSpan] {
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

  func sentence(of index: Int) -> Range<Int> {
    let next = analysis.sentences.partitioningIndex { $0.lowerBound > index }
    return analysis.sentences[max(next - 1, 0)]
  }

  func continuesName(_ index: Int, isBefore: Bool, opens: Int) -> Bool {
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
        && (index > opens && !isBefore || form.flags.contains(.givenName))
    case .arabic:
      guard analysis.isBareArabic(index), form.length > 2,
        !SpanRules.companions.contains(form.stem)
      else { return false }
      return form.flags.contains(.surname)
        ? form.looks.person >= 9 : !form.flags.isKnown && form.looks.person >= 12
    default:
      return false
    }
  }

  /// Finds the acronym in brackets after an organization's name.
  func acronyms(of spans: [NameSpan]) -> [NameSpan] {
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

  func isAcronym(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return form.shape.contains(.allCapitals) && (2...7).contains(form.length)
  }
}
