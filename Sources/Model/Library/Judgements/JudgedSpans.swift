import GRDB

/// Where the reader says that names stand, against what a tagger finds there.
///
/// A rule holds for every place where its words stand: a mention that is trimmed, one that is parted
/// into several, and a name that was missed are all told by the names that stand there instead.
struct JudgedSpans: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    var kind: EntityKind
    var words: [ArraySlice<Unicode.Scalar>]
    /// The names in it, as ranges of its words joined by spaces.
    var parts: [[ArraySlice<Unicode.Scalar>]]
    var article: Int64?
  }

  /// The rules by their first scalar, those of more scalars first.
  private let rules: [Unicode.Scalar: [Rule]]
  /// Letters that Arabic writes at the front of a word; behind them a name of several words may start.
  private static let particles: Set<Unicode.Scalar> = ["و", "ف", "ب", "ل", "ك"]

  /// Whether there are none.
  var isEmpty: Bool { rules.isEmpty }

  /// Takes the rules out of judgements, the latest last.
  init(_ judgements: [Judgement]) {
    var rules: [Unicode.Scalar: [Rule]] = [:]
    for case .spans(let name, let parts) in judgements {
      let words = Self.words(of: name.text)
      guard let first = words.first?.first else { continue }
      rules[first, default: []].append(
        Rule(
          kind: name.kind, words: words, parts: parts.map(Self.words), article: name.article))
    }
    self.rules = rules.mapValues { some in
      // What is said of one article goes before what is said of all.
      some.sorted {
        ($0.words.joined().count, $0.article == nil ? 0 : 1)
          > ($1.words.joined().count, $1.article == nil ? 0 : 1)
      }
    }
  }

  /// Reads the rules of a library.
  init(_ db: Database) throws {
    self.init(try JudgementStore(db: db).all())
  }

  /// Where the names of `parts` stand in a name, one after the other; `nil` where one does not.
  static func ranges(of parts: [String], in name: String) -> [TextRange]? {
    let text = ScalarText(name)
    return ranges(of: parts.map(words), in: text.range, of: text)
  }

  /// What a tagger found in an article as the reader corrects it.
  func corrected(_ names: TaggedNames, in article: Article) -> TaggedNames {
    guard !isEmpty else { return names }
    let text = article.text
    // Made where a rule that is for one article has its words here.
    lazy var digest = PackedArticle.digest(of: article)
    let starts = Set(names.mentions.map(\.range.lowerBound))
    var corrected = names
    for paragraph in article.paragraphs where paragraph.role != .boilerplate {
      var position = paragraph.range.lowerBound
      while position < paragraph.range.upperBound {
        let known = starts.contains(position)
        guard let rules = rules[text.scalars[position]],
          let (rule, range) = rules.lazy.compactMap({ rule in
            Self.match(rule, at: position, known, in: paragraph.range, of: text).flatMap {
              rule.article == nil || rule.article == digest ? (rule, $0) : nil
            }
          }).first,
          corrected.replace(range, by: rule.kind, Self.ranges(of: rule.parts, in: range, of: text))
        else {
          position += 1
          continue
        }
        position = range.upperBound
      }
    }
    return corrected
  }

  private static func match(
    _ rule: Rule, at start: Int, _ isKnown: Bool, in range: TextRange, of text: ScalarText
  ) -> TextRange? {
    guard isKnown || isStart(start, rule, in: range, of: text) else { return nil }
    return end(of: rule.words, at: start, in: range, of: text).map { TextRange(start, $0) }
  }

  private static func isStart(
    _ position: Int, _ rule: Rule, in range: TextRange, of text: ScalarText
  ) -> Bool {
    func isWord(_ position: Int) -> Bool {
      position >= range.lowerBound && Self.isWord(text.scalars[position])
    }
    guard isWord(position - 1) else { return true }
    return rule.words.count > 1 && particles.contains(text.scalars[position - 1])
      && !isWord(position - 2)
  }

  /// The end of some words that stand at a position, spaces between them.
  private static func end(
    of words: [ArraySlice<Unicode.Scalar>], at start: Int, in range: TextRange, of text: ScalarText
  ) -> Int? {
    var position = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        let before = position
        while position < range.upperBound, text.scalars[position].properties.isWhitespace {
          position += 1
        }
        guard position > before else { return nil }
      }
      let end = position + word.count
      guard end <= range.upperBound, text.scalars[position..<end].elementsEqual(word) else {
        return nil
      }
      position = end
    }
    return position < range.upperBound && isWord(text.scalars[position]) ? nil : position
  }

  private static func ranges(
    of parts: [[ArraySlice<Unicode.Scalar>]], in range: TextRange, of text: ScalarText
  ) -> [TextRange]? {
    var found: [TextRange] = []
    var position = range.lowerBound
    for part in parts {
      guard !part.isEmpty,
        let start = (position..<max(position, range.upperBound)).first(where: {
          Self.end(of: part, at: $0, in: range, of: text) != nil
        }), let end = Self.end(of: part, at: start, in: range, of: text)
      else { return nil }
      found.append(TextRange(start, end))
      position = end
    }
    return found
  }

  private static func words(of text: String) -> [ArraySlice<Unicode.Scalar>] {
    Array(text.unicodeScalars).split { $0.properties.isWhitespace }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: true
    default: scalar.properties.isAlphabetic
    }
  }
}

extension TaggedNames {
  /// Puts mentions in the place of what a range holds, and says whether it did: a mention that reaches
  /// over the range's ends stays what it is.
  fileprivate mutating func replace(
    _ range: TextRange, by kind: EntityKind, _ parts: [TextRange]?
  ) -> Bool {
    guard let parts,
      !mentions.contains(where: { $0.range.overlaps(range) && !range.contains($0.range) })
    else { return false }
    mentions.removeAll { $0.range.overlaps(range) }
    doubtful.removeAll { $0.range.overlaps(range) }
    let place = mentions.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    mentions.insert(contentsOf: parts.map { Mention(range: $0, kind: kind) }, at: place)
    return true
  }
}

extension JudgementStore {
  /// The articles in which a judgement on where names stand may change some.
  func articles(concernedBy judgement: Judgement) throws -> [Int64] {
    guard case .spans(let name, _) = judgement else { return [] }
    if let digest = name.article { return try ClusterStore(db: db).articles(of: digest).sorted() }
    let words = FoldedWord.words(of: name.text)
    guard let first = words.first else { return [] }
    let pattern = ([[]] + WordFronts.Reach.particles.fronts)
      .map { FTSPattern.phrase([$0 + first] + words.dropFirst()) }.joined(separator: " OR ")
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT rowid FROM title_index WHERE title_index MATCH :pattern
          UNION SELECT rowid FROM body_index WHERE body_index MATCH :pattern
          """), arguments: ["pattern": pattern])
  }

  /// Has the names read again of the articles that judgements on where names stand concern.
  func noteSpans(_ judgements: [Judgement]) throws {
    for article in try judgements.flatMap(articles(concernedBy:)) {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO hasty (article) VALUES (?)")
        .execute(arguments: [article])
    }
  }
}
