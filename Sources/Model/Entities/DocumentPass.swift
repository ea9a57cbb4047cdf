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
    let evidence = evidence(of: first)
    let settled = settle(first, by: evidence)
    return fill(settled, by: evidence)
  }

  /// What speaks for each kind of a name, by its key.
  private struct Votes {
    var weights: [Double] = [0, 0, 0]
    var best = 0.0

    mutating func add(_ kind: EntityKind, _ weight: Double) {
      weights[kind.index] += weight
      best = max(best, weight)
    }

    var winner: EntityKind {
      EntityKind.allCases.max { weights[$0.index] < weights[$1.index] } ?? .person
    }

    var confidence: Double { best }
  }

  private struct Evidence {
    var names: [UInt64: Votes] = [:]
    /// The keys of the names that start with a word, so that few places need a look.
    var lengths: [UInt64: Set<Int>] = [:]
    /// The persons' parts that stand for the whole.
    var parts: [UInt64: Double] = [:]
  }

  private func word(_ index: Int) -> UInt64 { analysis.forms[index].stem }

  private func key(_ tokens: Range<Int>) -> UInt64 {
    var key = word(tokens.lowerBound)
    for index in tokens.dropFirst() { key = Lexicon.key(key, then: analysis.forms[index].hash) }
    return key
  }

  private func evidence(of spans: [NameSpan]) -> Evidence {
    var evidence = Evidence()
    for span in spans {
      evidence.names[key(span.tokens), default: Votes()].add(span.kind, span.confidence)
      evidence.lengths[word(span.tokens.lowerBound), default: []].insert(span.tokens.count)
      guard span.kind == .person, span.tokens.count > 1 else { continue }
      for part in parts(of: span.tokens) {
        let key = key(part)
        evidence.parts[key] = max(evidence.parts[key] ?? 0, span.confidence)
        evidence.lengths[word(part.lowerBound), default: []].insert(part.count)
      }
    }
    return evidence
  }

  /// The parts of a person's name that stand for the whole: each word, a particle with what follows.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    while start < tokens.upperBound {
      var end = start + 1
      while end + 1 < tokens.upperBound, analysis.tokens[end].kind == .punctuation { end += 2 }
      let part = start..<min(end, tokens.upperBound)
      if analysis.forms[start].length > 2 || part.count > 1, isOwnWord(part.lowerBound) {
        parts.append(part)
      }
      start = part.upperBound
    }
    return parts
  }

  private func isOwnWord(_ index: Int) -> Bool {
    analysis.tokens[index].isWord
      && analysis.forms[index].flags.isDisjoint(with: [.common, .title, .calendar, .nationality])
  }

  /// Gives each name the kind that the article as a whole gives it.
  private func settle(_ spans: [NameSpan], by evidence: Evidence) -> [NameSpan] {
    spans.map { span in
      var span = span
      let key = key(span.tokens)
      if let part = evidence.parts[key] {
        span.kind = .person
        span.confidence = max(span.confidence, part)
      } else if let votes = evidence.names[key] {
        span.kind = votes.winner
        span.confidence = max(span.confidence, votes.confidence)
      }
      return span
    }
  }

  /// Finds the names again where they were not seen.
  private func fill(_ spans: [NameSpan], by evidence: Evidence) -> [NameSpan] {
    var found: [NameSpan] = []
    var rest = spans[...]
    for sentence in analysis.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
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

  private func known(at index: Int, before limit: Int, _ evidence: Evidence) -> NameSpan? {
    guard let lengths = evidence.lengths[word(index)], canBeName(index) else { return nil }
    for length in lengths.sorted(by: >) where index + length <= limit {
      let tokens = index..<(index + length)
      let key = key(tokens)
      if let votes = evidence.names[key] {
        return NameSpan(tokens: tokens, kind: votes.winner, confidence: votes.confidence * 0.9)
      }
      if let part = evidence.parts[key] {
        return NameSpan(tokens: tokens, kind: .person, confidence: part * 0.9)
      }
    }
    return nil
  }

  private func canBeName(_ index: Int) -> Bool {
    switch analysis.tokens[index].kind {
    case .arabic: true
    case .word: !analysis.forms[index].shape.isDisjoint(with: [.capital, .innerCapital])
    default: false
    }
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
