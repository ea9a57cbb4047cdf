/// Gives each name of an article the kind that most of its mentions have there.
///
/// It changes no span. On news that no model was fitted to it is the only thing worth doing after the
/// models: rules for spans brought nothing there.
struct KindVote {
  private let analysis: ArticleAnalysis

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
  }

  /// The same spans, each with the kind that the article as a whole gives its name.
  func settled(_ spans: [NameSpan]) -> [NameSpan] {
    var names: [UInt64: Votes] = [:]
    var parts: [UInt64: Double] = [:]
    for span in spans {
      let key = key(span.tokens)
      names[key, default: Votes()].add(span.kind, span.confidence)
      // What the lexicon knows a name of several words as counts like a sure mention.
      if let kind = knownKind(of: span.tokens), kind != span.kind {
        names[key]?.weights[kind, default: 0] += 1
      }
      guard span.kind == .person, span.tokens.count > 1 else { continue }
      for part in self.parts(of: span.tokens) {
        let key = self.key(part)
        parts[key] = max(parts[key] ?? 0, span.confidence)
      }
    }
    return spans.map { span in
      guard !(isMajorPlace(span.tokens) && span.kind == .place) else { return span }
      let key = key(span.tokens)
      guard let votes = names[key] else { return span }
      var span = span
      if let part = parts[key], part >= Self.sure || votes.winner == .person {
        span.kind = .person
        span.confidence = max(span.confidence, part)
      } else {
        span.kind = votes.winner
        span.confidence = max(span.confidence, votes.best)
      }
      return span
    }
  }

  /// How sure a person's name is whose parts are taken for the person.
  private static let sure = 0.6

  /// What speaks for each kind of a name.
  private struct Votes {
    var weights: [EntityKind: Double] = [:]
    /// How sure the surest mention is.
    var best = 0.0

    mutating func add(_ kind: EntityKind, _ weight: Double) {
      weights[kind, default: 0] += weight
      best = max(best, weight)
    }

    /// The kind that most speaks for, the first of several.
    var winner: EntityKind {
      var winner = EntityKind.person
      for kind in EntityKind.allCases where weights[kind] ?? 0 > weights[winner] ?? 0 {
        winner = kind
      }
      return winner
    }
  }

  private func key(_ tokens: Range<Int>) -> UInt64 {
    var key = analysis.forms[tokens.lowerBound].stem
    for index in tokens.dropFirst() { key = Lexicon.key(key, then: analysis.forms[index].hash) }
    return key
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

  private func isOwnWord(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    guard analysis.tokens[index].isWord,
      form.flags.isDisjoint(with: [.common, .title, .calendar, .nationality])
    else { return false }
    return form.length > 2 || (form.length == 2 && form.shape.contains(.capital))
  }

  /// Whether a name is that of a country or large town, which people are called after too.
  private func isMajorPlace(_ tokens: Range<Int>) -> Bool {
    let match = analysis.matches[tokens.lowerBound]
    return match.length == tokens.count && match.flags.contains(.majorPlace)
  }

  /// The only kind the lexicon knows a name of several words as.
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
}
